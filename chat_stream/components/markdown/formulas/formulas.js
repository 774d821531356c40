// Finds the formulas in a text by the marks that models use: `\(…\)`, `\[…\]`, `$…$`, `$$…$$`, `\begin{…}…\end{…}`,
// `\ce{…}`, `\pu{…}` and `\boxed{…}`.
//
// The text is walked through once, from mark to mark, so that the time grows with its length alone: each search for a
// closing mark ends at the next opening one, at the end of its paragraph, or where a formula would be too long. Code
// and addresses are passed over. What is found here is a formula only where Markdown has text (`formula_syntax.js`).
import { dollarEnd } from "./dollars.js";
import { bracesEnd, bracketEnd, doubleEnd, environmentEnd } from "./formula_ends.js";
import { endOfCode, endOfFence, lineOf, NOT_HERE, NOT_YET } from "./formula_lines.js";

const MARK = /\n|\\|\$+|`+|\]\(|<[a-z][a-z\d+.-]*:|https?:\/\/|www\./gi;
const OPENING = /\\(?:([([])|begin\{([A-Za-z]+\*?)\}|(?:ce|pu|boxed)\{)/y;
const ADDRESS = /\]\([ \t]*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)|<[^\s<>]*>?|(?:https?:\/\/|www\.)[^\s<]*/iy;
const LIST = /^\s*(?:[-*+]|\d{1,9}[.)])\s/; // in a list, four spaces don't make code
const OPENED = /^(?:\$\$?|\\(?:be|[^]))/;
const QUOTED = /(?<!\w)\$(`+)[^`\n]+\1\$(?!\d)/y; // as on GitHub
const ALONE = /[.,;:]?[ \t]*(?=\n|$)/y; // what follows a formula that has its lines to itself

/** Whether two dollars at `start` end their line. */
const hasLines = (/** @type {string} */ text, /** @type {number} */ start) => /^[ \t]*\n/.test(text.slice(start + 2, start + 9));
/** @type {Found} */
const NONE = { formulas: [], unfinished: NOT_HERE };
/** @type {{ text: string, found: Walk } | undefined} */
let known;

/** @import { Formula, Line, Walk } from "./formula_lines.js" */
/** @typedef {{ formulas: Formula[], unfinished: number }} Found */

/**
 * `formulas` has each formula's `start` and `end`, whether it is displayed in lines of its own (`isDisplay`), and its
 * `column`: in further lines, quote and list markers come before it. `unfinished` is the start of the first formula
 * whose end may still come.
 * @param {string} text
 * @returns {Found}
 */
export function formulasIn(text) {
  return text.includes("$") || text.includes("\\") ? walkedThrough(text) : NONE;
}

/**
 * `{ start, end }` of the stretches of a text that are read together, in the order in which they start: formulas, blocks
 * of code, and what had to be read to know that a mark begins neither. Whatever follows an end changes nothing before it.
 * @param {string} text
 */
export function stretchesIn(text) {
  return walkedThrough(text).stretches;
}

/**
 * `text` with each formula replaced by something of the same length.
 * @param {string} text
 * @param {(formula: string) => string} standIn
 */
export function withoutFormulas(text, standIn) {
  const parts = [];
  let at = 0;
  for (const { start, end } of formulasIn(text).formulas) {
    parts.push(text.slice(at, start), standIn(text.slice(start, end)));
    at = end;
  }
  return parts.length ? parts.join("") + text.slice(at) : text;
}

/** @param {string} text */
function walkedThrough(text) {
  if (known?.text !== text) known = { text, found: walked(text) };
  return known.found;
}

/** @param {string} text */
function walked(text) {
  const known = { paragraphEnd: 0, lineStart: 0, seen: 0, without: {} }; // so that nothing is looked for twice
  /** @type {Walk} */
  const walk = { ...known, text, formulas: [], stretches: [], unfinished: NOT_HERE, read: 0 };
  let at = endOfFence(walk, 0);
  while (at < text.length) {
    MARK.lastIndex = at;
    const mark = MARK.exec(text);
    if (!mark) break;
    walk.read = mark.index;
    at = passed(walk, mark[0], mark.index);
  }
  return walk;
}

/**
 * The position after what the mark at `at` begins.
 * @param {Walk} walk
 * @param {string} mark
 * @param {number} at
 */
function passed(walk, mark, at) {
  if (mark === "\n") return endOfFence(walk, at + 1);
  if (mark[0] === "`") return endOfCode(walk, mark, at);
  if (mark === "\\") return passedOpening(walk, at);
  if (mark[0] === "$") return passedDollars(walk, mark, at);
  ADDRESS.lastIndex = at;
  return ADDRESS.test(walk.text) ? ADDRESS.lastIndex : at + mark.length;
}

/**
 * @param {Walk} walk
 * @param {number} at
 */
function passedOpening(walk, at) {
  const { text } = walk;
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (!opening) return text[at + 1] === "\n" ? at + 1 : at + 2;
  const [mark, bracket, environment] = opening;
  const line = lineOf(walk, at);
  if (bracket) return taken(walk, line, at, mark.length, bracketEnd(walk, at, bracket, line));
  if (environment) return taken(walk, line, at, mark.length, environmentEnd(walk, at, environment, line));
  return taken(walk, line, at, mark.length, bracesEnd(text, at, at + mark.length));
}

/**
 * @param {Walk} walk
 * @param {string} mark
 * @param {number} at
 */
function passedDollars(walk, mark, at) {
  if (mark.length > 2) return at + mark.length;
  QUOTED.lastIndex = at;
  if (QUOTED.test(walk.text)) return taken(walk, lineOf(walk, at), at, mark.length, QUOTED.lastIndex);
  const line = lineOf(walk, at);
  const end = mark.length === 2 ? doubleEnd(walk, at, line) : dollarEnd(walk.text, at, line);
  return taken(walk, line, at, mark.length, end);
}

/**
 * Keeps a formula that has an `end`, and remembers the first one without.
 * @param {Walk} walk
 * @param {Line} line
 * @param {number} start
 * @param {number} markLength
 * @param {number} end
 */
function taken(walk, line, start, markLength, end) {
  const isText = !walk.isInCode && (!line.isIndented || LIST.test(walk.text));
  walk.stretches.push({ start, end: Math.max(end, walk.read) });
  if (end === NOT_YET && isText && walk.unfinished === NOT_HERE) walk.unfinished = start;
  if (end < 0) return start + markLength;
  ALONE.lastIndex = end;
  const opening = OPENED.exec(walk.text.slice(start, start + 3))?.[0];
  const isAlone = opening === "$$" && (hasLines(walk.text, start) || (line.isBeginning && ALONE.test(walk.text)));
  const isDisplay = isAlone || opening === "\\[" || opening === "\\be";
  const hasSign = isDisplay && /[.,;:]/.test(walk.text[end] ?? ""); // belongs to its line
  walk.formulas.push({ start, end: hasSign ? end + 1 : end, isDisplay, column: line.column });
  return walk.formulas[walk.formulas.length - 1].end;
}
