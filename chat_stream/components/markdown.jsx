import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
import "katex/dist/katex.min.css";
import "streamdown/styles.css";
import { Block } from "./block.jsx";
import * as depth from "./depth.js";
import { Diagram } from "./diagram.jsx";
import { useGrown } from "./grown.js";
import { OutsideLink } from "./outside_link.jsx";
import { Picture } from "./picture.jsx";
import { PlainOnFailure, PlainText } from "./plain_on_failure.jsx";
import * as stanzas from "./stanzas.js";
import { code } from "@streamdown/code";
import { createMathPlugin } from "@streamdown/math";
import { memo } from "react";
import { defaultRehypePlugins, Streamdown } from "streamdown";

// No command that makes links, loads pictures or sets styles; no size beyond a page's, no endless macro.
const LIMITED = { trust: false, maxSize: 20, maxExpand: 500 };

const renderers = [{ language: "mermaid", component: Diagram }];
const plugins = { code, math: limited(createMathPlugin({ singleDollarTextMath: false })), renderers };
const { raw, ...safely } = defaultRehypePlugins; // `raw` would render HTML that a model wrote
const rehypePlugins = Object.values(safely);
const components = { a: OutsideLink, img: Picture, input: TaskMark };
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
      parseIncompleteMarkdown={isLast}
      plugins={plugins}
      rehypePlugins={rehypePlugins}
    >
      {text}
    </Streamdown>
  );
});

/** What stands before an entry of a task list. */
function TaskMark({ checked }) {
  const say = useTexts();
  const label = say(checked ? "markdown-done" : "markdown-to-do");
  return <input type="checkbox" checked={Boolean(checked)} disabled readOnly aria-label={label} />;
}

function limited(math) {
  const [katex, options] = math.rehypePlugin;
  return { ...math, rehypePlugin: [katex, { ...options, ...LIMITED }] };
}
