// A block of Markdown: a heading, a list, a paragraph.
import { useGrown } from "./growing/use_incremental.js";
import * as pieces from "./growing/settled_phrases.js";
import { unfinished } from "./syntax.js";
import { createContext, Fragment, memo, useContext, useMemo } from "react";
import { detectTextDirection, Block as MarkdownBlock } from "streamdown";

/** @typedef {import("react").ComponentProps<typeof MarkdownBlock>} BlockProps */

const TELLING = 1_000; // characters that determine the direction of a block

/** The index of the block that is still being written, in its section; -1 if there is none. */
export const Unfinished = createContext(-1);

export const Block = memo(function Block(/** @type {BlockProps} */ { content, ...props }) {
  const isUnfinished = useContext(Unfinished) === props.index;
  const { settled, start } = useGrown(pieces, content);
  const beginning = content.slice(0, TELLING);
  const dir = useMemo(() => detectTextDirection(beginning), [beginning]);
  return (
    <div dir={dir} className="contents">
      {settled.length ? (
        <Paragraph pieces={[...settled, content.slice(start)]} isUnfinished={isUnfinished} {...props} />
      ) : (
        <Piece content={content} isUnfinished={isUnfinished} {...props} />
      )}
    </div>
  );
});

/** @param {BlockProps & { isUnfinished: boolean }} props */
function Piece({ isUnfinished, remarkPlugins, ...props }) {
  const plugins = useMemo(
    () => (isUnfinished ? unfinished(remarkPlugins) : remarkPlugins),
    [isUnfinished, remarkPlugins],
  );
  return <MarkdownBlock remarkPlugins={plugins} {...props} />;
}

/** @param {{ children?: import("react").ReactNode }} props */
function Inline({ children }) {
  return <>{children}</>;
}

/** @param {Omit<BlockProps, "content"> & { pieces: string[], isUnfinished: boolean }} props */
function Paragraph({ pieces, components, isUnfinished, ...props }) {
  const within = useMemo(() => ({ ...components, p: Inline }), [components]);
  return (
    <p>
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && " "}
          <Piece
            content={piece}
            components={within}
            isUnfinished={isUnfinished && index === pieces.length - 1}
            {...props}
          />
        </Fragment>
      ))}
    </p>
  );
}
