// A text that grows, cut into stanzas: what stands before a cut never changes again, whatever comes, so that a delta
// costs what the last stanza takes, and not the whole text.
//
// A cut stands before a block that has just begun (what is drawn of it already moves into the next stanza), below a
// blank line and a block that nothing further down can belong to.
import { parseMarkdownIntoBlocks } from "streamdown";

const ENOUGH = 1_500; // characters of a stanza
const BEGUN = 300; // characters that a block has at most that has just begun
const BLANK = "\n\n";

/** Lists, indented code, HTML and formulas may go on below a blank line. */
const MAY_GO_ON = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)|^(?: {4}| {0,3}\t|\s*<|\s*$)|\$\$/;
const FENCE = /^\s*(?:```|~~~)/;
const FENCED = /^ {0,3}(```+|~~~+)[^]*?(?:^ {0,3}\1|(?![^]))/gm;
/** What a name stands for everywhere, above it and below it: such a text stays whole. */
const DEFINITION = /^[ >]*\[[^\]]+\]:/m;

export const NOTHING = { text: "", settled: [], start: 0, isWhole: false };

/** `before`, grown to be `text`: the stanzas that are `settled`, and where in the text the last one starts. */
export function grown(before, text) {
  if (text === before.text) return before;
  const now = { ...(text.startsWith(before.text) ? before : NOTHING), text };
  if (now.isWhole) return now;
  const last = text.slice(now.start);
  if (hasDefinition(last)) return { ...NOTHING, text, isWhole: true };
  const length = last.length < ENOUGH ? 0 : cutIn(last);
  return length ? { ...now, settled: [...now.settled, last.slice(0, length)], start: now.start + length } : now;
}

function hasDefinition(text) {
  return text.includes("]:") && DEFINITION.test(text.replace(FENCED, ""));
}

/** Where the text can be cut; 0 if nowhere. */
function cutIn(text) {
  if (text.lastIndexOf(BLANK) < text.length - BEGUN - BLANK.length) return 0;
  // `[^a-z]` looks like a footnote, of which nothing is cut off. Without a definition it is none.
  const blocks = parseMarkdownIntoBlocks(text.replaceAll("[^", "[-"));
  const [above, begun] = blocks.slice(-2);
  if (!begun || begun.length > BEGUN || FENCE.test(begun) || MAY_GO_ON.test(above) || !above.endsWith(BLANK)) return 0;
  const isAllThere = blocks.join("").length === text.length; // the lexer reads `\r\n` as one
  return isAllThere ? text.length - begun.length : 0;
}
