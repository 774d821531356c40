import "katex/dist/katex.min.css";
import "streamdown/styles.css";
import { Diagram } from "./diagram.jsx";
import { OutsideLink } from "./outside_link.jsx";
import { Picture } from "./picture.jsx";
import { PlainOnFailure, PlainText } from "./plain_on_failure.jsx";
import { code } from "@streamdown/code";
import { createMathPlugin } from "@streamdown/math";
import { defaultRehypePlugins, Streamdown } from "streamdown";

// No command that makes links, loads pictures or sets styles; no size beyond a page's, no endless macro.
const LIMITED = { trust: false, maxSize: 20, maxExpand: 500 };

const renderers = [{ language: "mermaid", component: Diagram }];
const plugins = { code, math: limited(createMathPlugin({ singleDollarTextMath: false })), renderers };
const { raw, ...safely } = defaultRehypePlugins; // `raw` would render HTML that a model wrote
const rehypePlugins = Object.values(safely);
const components = { a: OutsideLink, img: Picture, input: TaskMark };
const controls = { code: true, table: false };

/** Quotes, lists, links or stars in each other beyond what anybody reads: parsing them would stop the page. */
const TOO_DEEP = /(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){100}|^[ \t]{200}|(?:\]\([^\s()]*\)){500}|\[{500}|[*_~]{500}/m;
const RULES = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/gm; // a line across the page is deep in nothing

export function Markdown({ text, isStreaming }) {
  if (TOO_DEEP.test((text ?? "").replace(RULES, ""))) return <PlainText text={text} />;
  return (
    <PlainOnFailure text={text}>
      <Streamdown
        className="markdown"
        components={components}
        controls={controls}
        dir="auto"
        isAnimating={isStreaming}
        lineNumbers={false}
        plugins={plugins}
        rehypePlugins={rehypePlugins}
      >
        {text ?? ""}
      </Streamdown>
    </PlainOnFailure>
  );
}

/** What stands before an entry of a task list. */
function TaskMark({ checked }) {
  return <input type="checkbox" checked={Boolean(checked)} disabled readOnly aria-label={checked ? "Done" : "To do"} />;
}

function limited(math) {
  const [katex, options] = math.rehypePlugin;
  return { ...math, rehypePlugin: [katex, { ...options, ...LIMITED }] };
}
