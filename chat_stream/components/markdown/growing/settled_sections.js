// A text that grows, cut into stanzas: what stands before a cut never changes again, whatever comes, so that a delta
// costs what the last stanza takes, and not the whole text.
//
// A cut stands before a block that has just begun (what is drawn of it already moves into the next stanza), below a
// blank line and a block that nothing further down can belong to.
import { blocksOf } from "./blocks.js";
import { hasDefinition } from "./definitions.js";
import { formulasIn } from "../formulas/formulas.js";

const ENOUGH = 1_500; // characters of a stanza
const BEGUN = 300; // characters that are drawn already of a block that has just begun, at most
const BLANK = "\n\n";

/** Lists, indented code and HTML may go on below a blank line. */
const MAY_GO_ON = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)|^(?: {4}| {0,3}\t|\s*<|\s*$)/;
const FENCE = /^\s*(?:```|~~~)/;

export const NOTHING = { text: "", settled: [], start: 0, isWhole: false };

/** `before`, grown to be `text`: the stanzas that are `settled`, and where in the text the last one starts. */
export function grown(before, text) {
  if (text === before.text) return before;
  const goesOn = text.startsWith(before.text);
  const now = { ...(goesOn ? before : NOTHING), text };
  if (now.isWhole) return now;
  const last = text.slice(now.start);
  if (hasDefinition(last)) return { ...NOTHING, text, isWhole: true };
  const drawn = goesOn ? before.text.length - now.start : 0;
  const settled = last.length < ENOUGH ? [] : stanzasIn(last, drawn - BEGUN);
  if (!settled.length) return now;
  const length = settled.reduce((sum, stanza) => sum + stanza.length, 0);
  return { ...now, settled: [...now.settled, ...settled], start: now.start + length };
}

/** The stanzas that can be cut off a text, the first of them at `earliest`; none if nothing can. */
function stanzasIn(text, earliest) {
  if (text.lastIndexOf(BLANK) < earliest - BLANK.length) return [];
  // `[^a-z]` looks like a footnote, of which nothing is cut off. Without a definition it is none.
  const blocks = blocksOf(text.replaceAll("[^", "[-"));
  if (blocks.join("").length !== text.length) return []; // the lexer reads `\r\n` as one
  const stanzas = [];
  let from = 0;
  let at = 0;
  for (const [index, begun] of blocks.entries()) {
    const isLong = at >= Math.max(from + ENOUGH, earliest);
    if (isLong && mayPart(blocks[index - 1], begun)) {
      stanzas.push(text.slice(from, at));
      from = at;
    }
    at += begun.length;
  }
  return stanzas;
}

function mayPart(above, begun) {
  return above.endsWith(BLANK) && !MAY_GO_ON.test(above) && !FENCE.test(begun) && formulasIn(above).unfinished < 0;
}
