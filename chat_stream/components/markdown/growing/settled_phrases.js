// A paragraph that grows, cut into pieces between two words: no emphasis, code or link reaches over a cut, so that a
// delta costs what parsing the last piece takes.
import { withoutFormulas } from "../formulas/formulas.js";

const ENOUGH = 200; // characters of a piece
const SPACE = /(?<=\S) (?=\p{L}\S* |\d+ )/gu; // before a word that, as the first one, begins neither list nor heading
/** In one line: a second one could make a table or a heading of it. */
const PARAGRAPH = /^ {0,3}(?:[\p{L}"'“„‘(¿¡]|\d+ ).*\n*$/u;

/** A formula in lines of its own divides a paragraph. */
const DIVIDED = /\\(?:\[|begin)|\$\$/;
const FILLING = "·"; // in the place of formulas: no word that a piece could begin with

const PLAIN = String.raw`[^*_~[\]<$\\\n` + "`]";
const MARKED = [String.raw`\*`, String.raw`\*\*`].map(
  (mark) => String.raw`(?<![^\s(])${mark}(?=[\p{L}\d])${PLAIN}*[\p{L}\d.,:;!?)]${mark}(?![\p{L}\d*])`,
);
const LINK = String.raw`!?\[${PLAIN}+\]\([^\s()<]+\)`;
const WITHIN_WORDS = String.raw`(?<=[\p{L}\d])_(?=[\p{L}\d])`;
/** A dollar that opens no formula, whatever comes: there is a space behind it, another dollar, or too much else. */
const DOLLAR = String.raw`\$(?=\s|[^$]*\$|[^$]{1000})`;
const CODE = "(?<!`)`[^`\\n]+`(?!`)";
/** Text, and what is marked from its beginning to its end: nothing that comes can change how it is read. */
const CLOSED = new RegExp(`^(?:${[PLAIN, ...MARKED, LINK, WITHIN_WORDS, DOLLAR, CODE].join("|")})*$`, "u");

export const NOTHING = { text: "", settled: [], start: 0 };

/** `before`, grown to be `text`: the pieces that are `settled`, and where in the text the last one starts. */
export function grown(before, text) {
  if (text === before.text) return before;
  const goesOn = before.text && text.startsWith(before.text.slice(0, before.start)) && PARAGRAPH.test(text);
  if (!goesOn || DIVIDED.test(text)) return { ...NOTHING, text };
  const last = text.slice(before.start);
  const length = last.length < 2 * ENOUGH ? 0 : cutIn(last);
  if (!length) return { ...before, text };
  return { text, settled: [...before.settled, last.slice(0, length)], start: before.start + length + 1 };
}

/** Where the last space is at which the text can be cut; 0 if nowhere. */
function cutIn(text) {
  const words = withoutFormulas(text, (formula) => FILLING.repeat(formula.length));
  const at = [...words.matchAll(SPACE)].at(-1)?.index ?? 0;
  return CLOSED.test(words.slice(0, at)) ? at : 0;
}
