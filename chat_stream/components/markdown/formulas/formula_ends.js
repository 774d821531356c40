// Where a formula ends that begins with `\(`, `\[`, `$$`, `\begin{…}` or `\ce{`: behind its closing mark; `NOT_HERE`
// if it is no formula, `NOT_YET` if the mark may still come. `walk.read` says up to where the text was read to know it.
import { mayGoOn, NOT_HERE, NOT_YET } from "./formula_lines.js";

/** @import { Line, Walk } from "./formula_lines.js" */

const LONGEST = 10_000; // characters of a displayed formula
const LONGEST_INLINE = 2_000;
const DEEPEST = 30; // nested braces
export const LOST = 500; // characters after a closing mark in which unclosed braces may still be closed
/** @type {Record<string, string>} */
const CLOSING = { "(": "\\)", "[": "\\]" };
const ENVIRONMENTS = [
  ...["align", "alignat", "gather", "equation", "multline", "flalign", "eqnarray"].flatMap((name) => [name, `${name}*`]),
  ...["matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix"].flatMap((name) => [name, `${name}*`]),
  ...["aligned", "alignedat", "gathered", "split", "array", "darray", "cases", "dcases", "rcases", "drcases"],
  ...["smallmatrix", "subarray", "CD", "displaymath"],
];
const TEX = /[\\^_=+*/<>{}|&~]/;
const SYMBOL = /^\s*\p{L}(?:\p{M}|['\d])*(?:\([^()\n]*\)|(?:\s*[-,]\s*\p{L}\d*)+)?\s*$/u;
const PROSE = /\p{L}{3,}[^\p{L}]+\p{L}{3,}/u;

/**
 * The position after the `\)` or `\]` that closes the bracket at `start`.
 * @param {Walk} walk
 * @param {number} start
 * @param {string} bracket
 * @param {Line} line
 */
export function bracketEnd(walk, start, bracket, line) {
  const { text } = walk;
  const longest = bracket === "[" && line.isBeginning ? LONGEST : LONGEST_INLINE;
  const at = closingBracket(walk, start, `\\${bracket}`, CLOSING[bracket], line, longest);
  if (at === NOT_YET) return mayBeEscaped(text, start, bracket, line) ? NOT_HERE : NOT_YET;
  if (at < 0) return at;
  const content = text.slice(start + 2, at);
  return isEscaped(text, start, bracket, content, at + 2) ? NOT_HERE : at + 2;
}

/**
 * The position of the closing mark: the first one outside of braces, or the first one at all if the braces don't match.
 * @param {Walk} walk
 * @param {number} start
 * @param {string} open
 * @param {string} close
 * @param {Line} line
 * @param {number} longest
 */
function closingBracket(walk, start, open, close, line, longest) {
  const { text } = walk;
  const marks = /\\[^]|[{}\n]/g;
  let depth = 0;
  let first = NOT_HERE;
  const limit = () => (first < 0 ? start + longest : first + LOST);
  marks.lastIndex = start + 2;
  for (let mark = marks.exec(text); mark && mark.index <= limit(); mark = marks.exec(text)) {
    const { 0: found, index } = mark;
    walk.read = marks.lastIndex;
    if (depth > DEEPEST) return first;
    if (found === "{") depth += 1;
    else if (found === "}") depth -= 1;
    else if (found === close && depth <= 0) return index;
    else if (found === close && first < 0) first = index;
    else if (found === open && depth <= 0) return first;
    else if (found.endsWith("\n") && !mayGoOn(walk, index + found.length, line, longest === LONGEST)) return first;
  }
  walk.read = limit() + 1;
  return first < 0 && text.length - start <= longest ? NOT_YET : first;
}

/**
 * Whether these are escaped brackets of a text: `\[1\]`, `\[sic\]`, `a\[i\]`, `\[x\](…)`.
 * @param {string} text
 * @param {number} start
 * @param {string} bracket
 * @param {string} content
 * @param {number} end
 */
function isEscaped(text, start, bracket, content, end) {
  if (!/[\p{L}\p{S}\d\\]/u.test(content)) return true;
  const isGlued = isGluedTo(text, start);
  if (bracket === "(") return !TEX.test(content) && (isGlued || PROSE.test(content));
  if (isGlued || text[end] === "(") return true;
  if (/^[ xX]$/.test(content) && /^[ \t]+\S/.test(text.slice(end, end + 9))) return true; // an entry of a task list
  return !TEX.test(content) && !content.includes("\n") && !SYMBOL.test(content);
}

/**
 * @param {string} text
 * @param {number} start
 */
function isGluedTo(text, start) {
  return /(?:[A-Za-z\d_]|(?<!\\)[\])])$/.test(text.slice(Math.max(0, start - 2), start));
}

/**
 * Whether a formula without its end may turn out to be escaped brackets. Until then, only what looks like a formula
 * counts as one.
 * @param {string} text
 * @param {number} start
 * @param {string} bracket
 * @param {Line} line
 */
function mayBeEscaped(text, start, bracket, line) {
  const content = text.slice(start + 2, start + 2 + LOST);
  if (TEX.test(content)) return false;
  if (isGluedTo(text, start)) return true;
  return bracket === "[" && !line.isBeginning && /^\S/.test(content);
}

/**
 * The position after the `\end` of an environment that KaTeX knows.
 * @param {Walk} walk
 * @param {number} start
 * @param {string} name
 * @param {Line} line
 */
export function environmentEnd(walk, start, name, line) {
  const { text, without } = walk;
  if (!ENVIRONMENTS.includes(name)) return NOT_HERE;
  const end = `\\end{${name}}`;
  if ((without[end] ?? 0) <= start) without[end] = indexOr(text, end, start);
  const marks = new RegExp(String.raw`\\(?:(begin|end)\{${name.replace("*", "\\*")}\}|[^])|\n`, "g");
  walk.read = start + LONGEST + end.length;
  if (without[end] - start > LONGEST && text.length - start > LONGEST) return NOT_HERE;
  let depth = 0;
  marks.lastIndex = start;
  for (let mark = marks.exec(text); mark && mark.index - start <= LONGEST; mark = marks.exec(text)) {
    walk.read = marks.lastIndex;
    if (mark[1] === "begin") depth += 1;
    else if (mark[1] === "end" && --depth === 0) return marks.lastIndex;
    else if (mark[0].endsWith("\n") && !mayGoOn(walk, marks.lastIndex, line, line.isBeginning)) return NOT_HERE;
  }
  walk.read = start + LONGEST + end.length;
  return text.length - start <= LONGEST ? NOT_YET : NOT_HERE;
}

/**
 * @param {string} text
 * @param {string} searched
 * @param {number} from
 */
function indexOr(text, searched, from) {
  const at = text.indexOf(searched, from);
  return at < 0 ? Infinity : at;
}

/**
 * The position after the brace that closes the one before `from`, in the same line.
 * @param {string} text
 * @param {number} start
 * @param {number} from
 */
export function bracesEnd(text, start, from) {
  const marks = /\\[^]|[{}\n]/g;
  let depth = 1;
  if (/[A-Za-z]/.test(text[start - 1] ?? "")) return NOT_HERE;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark && mark.index - start <= LOST; mark = marks.exec(text)) {
    if (mark[0].endsWith("\n") || depth > DEEPEST) return NOT_HERE;
    if (mark[0] === "{") depth += 1;
    else if (mark[0] === "}" && --depth === 0) return marks.lastIndex;
  }
  return text.length - start <= LOST ? NOT_YET : NOT_HERE;
}

/**
 * The end of a formula between double dollars. At the beginning of a line it may contain blank lines; `$$ (cheap) to
 * $$$` and `the PID $$` are text.
 * @param {Walk} walk
 * @param {number} start
 * @param {Line} line
 */
export function doubleEnd(walk, start, line) {
  const { text } = walk;
  const marks = /\\[^]|\$+|\n/g;
  const longest = line.isBeginning ? LONGEST : LONGEST_INLINE;
  marks.lastIndex = start + 2;
  for (let mark = marks.exec(text); mark && mark.index - start <= longest; mark = marks.exec(text)) {
    walk.read = marks.lastIndex + 1;
    if (mark[0] === "$$") return isSaid(text, start + 2, mark.index) ? NOT_HERE : marks.lastIndex;
    if (mark[0].length > 2) return NOT_HERE;
    if (mark[0].endsWith("\n") && !mayGoOn(walk, marks.lastIndex, line, line.isBeginning)) return NOT_HERE;
  }
  walk.read = start + longest + 2;
  return text.length - start <= longest ? NOT_YET : NOT_HERE;
}

/**
 * Whether the words between two marks mean that there is no formula: `$$5 and $$6`.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function isSaid(text, start, end) {
  const content = text.slice(start, end);
  const behind = text[end + 2] ?? "";
  if (/\d/.test(behind) || (/\s$/.test(content) && /\w/.test(behind))) return true;
  if (!/[\p{L}\d\\]/u.test(content)) return true;
  return !TEX.test(content) && !content.includes("\n") && PROSE.test(` ${content} `);
}

/**
 * Whether the braces match.
 * @param {string} content
 */
export function isBalanced(content) {
  let depth = 0;
  for (const [mark] of content.matchAll(/\\[^]|[{}]/g)) {
    if (mark === "{") depth += 1;
    else if (mark === "}" && --depth < 0) return false;
  }
  return depth === 0;
}
