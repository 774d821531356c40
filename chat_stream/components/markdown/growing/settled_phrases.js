// A growing paragraph, cut between words into phrases: no emphasis, code or link spans a cut, so that a delta costs
// only the parsing of the last phrase.
import { withoutFormulas } from "../formulas/formulas.js";

/** @typedef {{ text: string, settled: string[], start: number }} Known */

const ENOUGH = 200; // characters of a phrase
const SPACE = /(?<=\S) (?=\p{L}\S* |\d+ )/gu; // before a word that, when it comes first, begins no list or heading
/** One line: a second one could make it a table or a heading. */
const PARAGRAPH = /^ {0,3}(?:[\p{L}"'“„‘(¿¡]|\d+ ).*\n*$/u;

/** A displayed formula divides a paragraph. */
const DIVIDED = /\\(?:\[|begin)|\$\$/;
const FILLING = "·"; // replaces formulas; no phrase can begin with it

const PLAIN = String.raw`[^*_~[\]<$\\\n` + "`]";
const MARKED = [String.raw`\*`, String.raw`\*\*`].map(
  (mark) => String.raw`(?<![^\s(])${mark}(?=[\p{L}\d])${PLAIN}*[\p{L}\d.,:;!?)]${mark}(?![\p{L}\d*])`,
);
const LINK = String.raw`!?\[${PLAIN}+\]\([^\s()<]+\)`;
const WITHIN_WORDS = String.raw`(?<=[\p{L}\d])_(?=[\p{L}\d])`;
/** A dollar that can't open a formula, because a space, another dollar or too much text follows. */
const DOLLAR = String.raw`\$(?=\s|[^$]*\$|[^$]{1000})`;
const CODE = "(?<!`)`[^`\\n]+`(?!`)";
/** Text whose marks are all closed: nothing that follows can change how it is read. */
const CLOSED = new RegExp(`^(?:${[PLAIN, ...MARKED, LINK, WITHIN_WORDS, DOLLAR, CODE].join("|")})*$`, "u");

/** @type {Known} */
export const NOTHING = { text: "", settled: [], start: 0 };

/**
 * The result for `text`, which extends the text of `before`: the `settled` phrases, and where the last one starts.
 * @param {Known} before
 * @param {string} text
 * @returns {Known}
 */
export function grown(before, text) {
  if (text === before.text) return before;
  const goesOn = before.text && text.startsWith(before.text.slice(0, before.start)) && PARAGRAPH.test(text);
  if (!goesOn || DIVIDED.test(text)) return { ...NOTHING, text };
  const last = text.slice(before.start);
  const length = last.length < 2 * ENOUGH ? 0 : cutIn(last);
  if (!length) return { ...before, text };
  return { text, settled: [...before.settled, last.slice(0, length)], start: before.start + length + 1 };
}

/**
 * The position of the last space at which the text can be cut; 0 if there is none.
 * @param {string} text
 */
function cutIn(text) {
  const words = withoutFormulas(text, (formula) => FILLING.repeat(formula.length));
  const at = [...words.matchAll(SPACE)].at(-1)?.index ?? 0;
  return CLOSED.test(words.slice(0, at)) ? at : 0;
}
