import { useTexts } from "../../texts/page.js";
import "streamdown/styles.css";
import { Block, Unfinished } from "./block.jsx";
import { blocksOf } from "./growing/blocks.js";
import { CodeFrame } from "./code_frame.jsx";
import * as depth from "./nesting_limit.js";
import { Diagram } from "./diagrams/diagram.jsx";
import { formulaComponents, formulas } from "./formulas/formula.jsx";
import { useGrown } from "./growing/use_incremental.js";
import { mended } from "./growing/mending.js";
import { OutsideLink } from "./links/outside_link.jsx";
import { Picture } from "./links/picture.jsx";
import { PlainOnFailure, PlainText } from "./plain_on_failure.jsx";
import * as stanzas from "./growing/settled_sections.js";
import { rehypePlugins, remarkPlugins } from "./syntax.js";
import { Table } from "./table.jsx";
import { code } from "@streamdown/code";
import { memo, useMemo } from "react";
import { Streamdown } from "streamdown";

const renderers = [{ language: "mermaid", component: Diagram }];
/** @type {any} */
const plugins = { code, math: formulas, renderers };
const replaced = { a: OutsideLink, img: Picture, input: TaskMark, pre: CodeFrame, table: Table };
/** @type {any} */
const components = { sub: "sub", sup: "sup", ...replaced, ...formulaComponents };
const controls = { code: { copy: false, download: true }, table: false };

/** @param {import("../contract/props.js").MarkdownProps} props */
export function Markdown({ text, isStreaming }) {
  const { isTooDeep } = useGrown(depth, text ?? "");
  if (isTooDeep || !rehypePlugins) return <PlainText text={text} />;
  return (
    <PlainOnFailure text={text} isStreaming={isStreaming}>
      <Stanzas text={text ?? ""} isStreaming={isStreaming} />
    </PlainOnFailure>
  );
}

function Stanzas({ text, isStreaming }) {
  const { settled, start } = useGrown(stanzas, text);
  return (
    <div className="markdown">
      {settled.map((stanza, index) => (
        <Stanza key={index} text={stanza} />
      ))}
      <Stanza key={settled.length} text={text.slice(start)} isLast isStreaming={isStreaming} />
    </div>
  );
}

/** Only the last section of a text may be unfinished; its open ends are closed for now. */
const Stanza = memo(function Stanza(/** @type {{ text: string, isLast?: boolean, isStreaming?: boolean }} */ props) {
  const { text, isLast = false, isStreaming = false } = props;
  const translations = useTranslations();
  const isUnfinished = isLast && isStreaming;
  const blocks = useMemo(() => (isUnfinished ? withMendedEnd(blocksOf(text, true)) : blocksOf(text)), [text, isUnfinished]);
  return (
    <Unfinished value={isUnfinished ? blocks.length - 1 : -1}>
      <Streamdown
        BlockComponent={Block}
        components={components}
        controls={controls}
        isAnimating={isStreaming}
        lineNumbers={false}
        parseIncompleteMarkdown={false}
        parseMarkdownIntoBlocksFn={() => blocks}
        plugins={plugins}
        rehypePlugins={/** @type {any[]} */ (rehypePlugins)}
        remarkPlugins={remarkPlugins}
        translations={translations}
      >
        {text}
      </Streamdown>
    </Unfinished>
  );
});

function withMendedEnd(blocks) {
  return blocks.map((block, index) => (index === blocks.length - 1 ? mended(block) : block));
}

/** The texts that Streamdown shows itself. */
function useTranslations() {
  const say = useTexts();
  return useMemo(() => ({ downloadFile: say("code-download") }), [say]);
}

/** The mark in front of a task list's entry. */
function TaskMark({ checked }) {
  const say = useTexts();
  const label = say(checked ? "markdown-done" : "markdown-to-do");
  return <input type="checkbox" checked={Boolean(checked)} disabled readOnly aria-label={label} />;
}
