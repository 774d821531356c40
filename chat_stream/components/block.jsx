// A block of Markdown: a heading, a list, a paragraph.
import { useGrown } from "./grown.js";
import * as pieces from "./pieces.js";
import { Fragment, memo, useMemo } from "react";
import { detectTextDirection, Block as MarkdownBlock } from "streamdown";

const TELLING = 1_000; // characters that say in which direction a block is written

export const Block = memo(function Block({ content, ...props }) {
  const { settled, start } = useGrown(pieces, content);
  const beginning = content.slice(0, TELLING);
  const dir = useMemo(() => detectTextDirection(beginning), [beginning]);
  return (
    <div dir={dir} className="contents">
      {settled.length ? (
        <Paragraph pieces={[...settled, content.slice(start)]} {...props} />
      ) : (
        <MarkdownBlock content={content} {...props} />
      )}
    </div>
  );
});

function Inline({ children }) {
  return children;
}

function Paragraph({ pieces, components, ...props }) {
  const within = useMemo(() => ({ ...components, p: Inline }), [components]);
  return (
    <p>
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && " "}
          <MarkdownBlock content={piece} components={within} {...props} />
        </Fragment>
      ))}
    </p>
  );
}
