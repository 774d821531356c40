import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
import "streamdown/styles.css";
import { Block } from "./block.jsx";
import { blocksOf } from "./blocks.js";
import * as depth from "./depth.js";
import { Diagram } from "./diagram.jsx";
import { formulaComponents, formulas } from "./formula.jsx";
import { useGrown } from "./grown.js";
import { mended } from "./mending.js";
import { OutsideLink } from "./outside_link.jsx";
import { Picture } from "./picture.jsx";
import { PlainOnFailure, PlainText } from "./plain_on_failure.jsx";
import * as stanzas from "./stanzas.js";
import { code } from "@streamdown/code";
import { memo } from "react";
import { defaultRehypePlugins, Streamdown } from "streamdown";

const renderers = [{ language: "mermaid", component: Diagram }];
const plugins = { code, math: formulas, renderers };
const { raw, ...safely } = defaultRehypePlugins; // `raw` would render HTML that a model wrote
const rehypePlugins = Object.values(safely);
const components = { a: OutsideLink, img: Picture, input: TaskMark, ...formulaComponents };
const controls = { code: true, table: false };

export function Markdown({ text, isStreaming }) {
  const { isTooDeep } = useGrown(depth, text ?? "");
  if (isTooDeep) return <PlainText text={text} />;
  return (
    <PlainOnFailure text={text}>
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

/** Only what stands at the end of a text may be unfinished, and is closed for now. */
const Stanza = memo(function Stanza({ text, isLast = false, isStreaming = false }) {
  return (
    <Streamdown
      BlockComponent={Block}
      components={components}
      controls={controls}
      isAnimating={isStreaming}
      lineNumbers={false}
      parseIncompleteMarkdown={false}
      parseMarkdownIntoBlocksFn={blocksOf}
      plugins={plugins}
      rehypePlugins={rehypePlugins}
    >
      {isLast && isStreaming ? mended(text) : text}
    </Streamdown>
  );
});

/** What stands before an entry of a task list. */
function TaskMark({ checked }) {
  const say = useTexts();
  const label = say(checked ? "markdown-done" : "markdown-to-do");
  return <input type="checkbox" checked={Boolean(checked)} disabled readOnly aria-label={label} />;
}
