// A drawn formula, or its source if it can't be drawn.
import { useTexts } from "../../../texts/page.js";
import "katex/dist/katex.min.css";
import { drawingOf } from "./formula_drawing.js";
import { rehypeFormulas, TAG } from "./formula_elements.js";
import { remarkFormulas } from "./formula_syntax.js";
import { useIsCodeFenceIncomplete } from "streamdown";

const FENCE = "$$\n".length;

/** The plugin that Streamdown uses for formulas: they become elements that `Formula` draws. */
export const formulas = { name: "katex", type: "math", remarkPlugin: remarkFormulas, rehypePlugin: rehypeFormulas };
export const formulaComponents = { [TAG]: Formula };

/** `data-formula` is the formula as it was written, with its marks. */
function Formula({ node }) {
  const say = useTexts();
  const isBeingWritten = useIsCodeFenceIncomplete();
  const { written, isDisplay, inTable, isFenced } = node.properties;
  if (isFenced && isBeingWritten) return <Source written={written.slice(FENCE, -FENCE)} isDisplay />;
  const { className, html, reason } = drawingOf(written, isDisplay, inTable);
  if (html === undefined) {
    const title = reason ? say("markdown-formula-wrong", { reason }) : say("markdown-formula-too-long");
    return <Source written={written} isDisplay={isDisplay} title={title || undefined} />;
  }
  return <span className={className} data-formula={written} dangerouslySetInnerHTML={{ __html: html }} />;
}

function Source({ written, isDisplay, title = "" }) {
  return (
    <code className="formula-source" data-formula={written} data-display={isDisplay || undefined} title={title || undefined}>
      {written}
    </code>
  );
}
