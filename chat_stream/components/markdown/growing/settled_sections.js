// Cuts a growing text into settled sections: what comes before a cut never changes, so a delta costs only the last
// section, and not the whole text.
//
// A cut stands before a block that has just begun (what is drawn of it already moves into the next stanza), below a
// blank line and a block that nothing further down can belong to.
import { cutsIn, definesNames } from "./blocks.js";

/** @typedef {{ text: string, settled: string[], start: number, isWhole: boolean }} Known */

const ENOUGH = 1_500; // characters of a section
const BEGUN = 300; // the most characters of a new block that were drawn already and move into the next section
const BLANK = "\n\n";
const FENCE = /^\s*(?:```|~~~)/;

/** @type {Known} */
export const NOTHING = { text: "", settled: [], start: 0, isWhole: false };

/**
 * The result for `text`, which extends the text of `before`: the `settled` sections, and where the last one starts.
 * @param {Known} before
 * @param {string} text
 * @returns {Known}
 */
export function grown(before, text) {
  if (text === before.text) return before;
  const goesOn = text.startsWith(before.text);
  const now = { ...(goesOn ? before : NOTHING), text };
  if (now.isWhole) return now;
  const last = text.slice(now.start);
  if (definesNames(last)) return { ...NOTHING, text, isWhole: true };
  const drawn = goesOn ? before.text.length - now.start : 0;
  const settled = last.length < ENOUGH ? [] : stanzasIn(last, drawn - BEGUN);
  if (!settled.length) return now;
  const length = settled.reduce((sum, stanza) => sum + stanza.length, 0);
  return { ...now, settled: [...now.settled, ...settled], start: now.start + length };
}

/**
 * The sections that can be cut off a text, the first at `earliest` or later; empty if there are none.
 * @param {string} text
 * @param {number} earliest
 */
function stanzasIn(text, earliest) {
  if (text.lastIndexOf(BLANK) < earliest - BLANK.length || text.includes("\r")) return [];
  const stanzas = [];
  let from = 0;
  for (const at of cutsIn(text)) {
    if (at < Math.max(from + ENOUGH, earliest) || FENCE.test(text.slice(at, at + 9))) continue;
    stanzas.push(text.slice(from, at));
    from = at;
  }
  return stanzas;
}
