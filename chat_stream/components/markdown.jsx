import "katex/dist/katex.min.css";
import "streamdown/styles.css";
import { code } from "@streamdown/code";
import { createMathPlugin } from "@streamdown/math";
import { useState } from "react";
import { defaultRehypePlugins, Streamdown } from "streamdown";

const plugins = { code, math: createMathPlugin({ singleDollarTextMath: false }) };
const { raw, ...safely } = defaultRehypePlugins; // `raw` would render HTML that a model wrote
const rehypePlugins = Object.values(safely);
const components = { img: Picture };
const controls = { code: true, table: false };

export function Markdown({ text, isStreaming }) {
  return (
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
  );
}

/** Loading an image tells its host who reads it and when, so it waits for a click. */
function Picture({ src, alt }) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <img src={src} alt={alt ?? ""} className="rounded-lg" />;
  return (
    <button type="button" className="pill" onClick={() => setWanted(true)}>
      Load the image {alt ? `“${alt}” ` : ""}from {src}
    </button>
  );
}
