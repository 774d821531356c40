// Which dollars mark a formula, and which are money or names of variables.
//
// By pandoc's rule an opening mark has no space behind it, and a closing one has none before it and no digit behind
// it. Models also write `A$AP`, `$HOME/$USER`, `3$|4$` and `$5 or 10$`, which by that rule alone would be formulas.
import { isBalanced } from "./formula_ends.js";
import { NOT_HERE, NOT_YET } from "./formula_lines.js";

/** @import { Line } from "./formula_lines.js" */

const LONGEST = 1_000; // characters of a formula between two single dollars
const DEEPEST = 10; // nested braces within `\text{…}`
const MARK = /\\[^]|\$+|[{}\n`]|\]\(/g;
const NESTED = /\\(?:text|textbf|textit|textrm|textsf|texttt|mbox|hbox|fbox)$/;
const NO_BEGINNING = /^(?:[\s$,;:!?)%]|\](?![-\w\\])|\.(?!\d))/;
const NO_END = /[\s/(^_]$/;
const AFTER_LETTER = /^[\\^_{]/;
const AFTER_DIGIT = /^[\\^_{A-Za-z]/;
const AMOUNT = /^\d[\d.,]*[kKMB]?/;
const SIGN = /[\\^_={}+<>]/;
const WORD = /\s\p{L}{3,}|\s(?:to|or|vs|at|an?|in|on|is|by|of|zu|je|ab)\s|[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}，。、；：！？]/u;
const NO_SUM = /^(?:\*\*|\s*[–—])/;
const VARIABLE = /[A-Za-z_{(]/; // begins a name after a dollar
const SEPARATED = /[/,:;=.+\-([|&@*<>!?%"]$/;
const TEX = /\\[a-zA-Z,;:!{}]|[\^_{]/;

/**
 * The position after the formula that the dollar at `start` opens.
 * @param {string} text
 * @param {number} start
 * @param {Line} line
 */
export function dollarEnd(text, start, line) {
  if (!mayOpen(text, start)) return NOT_HERE;
  const at = nextDollar(text, start, line);
  if (at === NOT_YET) return TEX.test(text.slice(start, start + LONGEST)) ? NOT_YET : NOT_HERE;
  if (at < 0) return NOT_HERE;
  return mayClose(text, start, at, line) ? at + 1 : NOT_HERE;
}

/**
 * @param {string} text
 * @param {number} start
 */
function mayOpen(text, start) {
  const content = text.slice(start + 1, start + 3);
  const before = text[start - 1] ?? "";
  if (!content || NO_BEGINNING.test(content)) return false;
  if (/[A-Za-z]/.test(before)) return AFTER_LETTER.test(content);
  if (/\d/.test(before)) return AFTER_DIGIT.test(content);
  return before !== "@";
}

/**
 * The next dollar that isn't within `\text{…}` or the like.
 * @param {string} text
 * @param {number} start
 * @param {Line} line
 */
function nextDollar(text, start, line) {
  let nested = 0;
  MARK.lastIndex = start + 1;
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const { 0: found, index } = mark;
    if (index - start > LONGEST || nested > DEEPEST || found === "`" || found === "](") return NOT_HERE;
    if (found.endsWith("\n") && (line.isRow || isOtherBlock(text, index + found.length))) return NOT_HERE;
    if (found === "{" && (nested || NESTED.test(text.slice(Math.max(start, index - 8), index)))) nested += 1;
    else if (found === "}" && nested) nested -= 1;
    else if (found[0] === "$" && !nested) return found.length === 1 ? index : NOT_HERE;
  }
  return text.length - start > LONGEST ? NOT_HERE : NOT_YET;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isOtherBlock(text, at) {
  const line = /[ \t>]*(?:\n|\||#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3})/y;
  line.lastIndex = at;
  return line.test(text);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} at
 * @param {Line} line
 */
function mayClose(text, start, at, line) {
  const content = text.slice(start + 1, at);
  const behind = text[at + 1] ?? "";
  if (NO_END.test(content) || /[\d{]/.test(behind) || !isBalanced(content)) return false;
  if (isMoney(content) || namesVariables(content, behind)) return false;
  return !line.isRow || !dividesCells(content);
}

/**
 * A number followed by words, by the end of bold text, or by the dash of a range: `$5 or 10$`.
 * @param {string} content
 */
function isMoney(content) {
  const amount = AMOUNT.exec(content)?.[0];
  if (!amount) return false;
  const rest = content.slice(amount.length);
  return NO_SUM.test(rest) || (!SIGN.test(rest) && WORD.test(rest));
}

/**
 * Names of variables: `$HOME/$USER`, `$a,$b`, `$first$last`, `$(one)$(two)`.
 * @param {string} content
 * @param {string} behind
 */
function namesVariables(content, behind) {
  if (!VARIABLE.test(behind)) return false;
  if (behind === "(") return content[0] === "(";
  return SEPARATED.test(content) || /^[A-Za-z_]\w{2,}$/.test(content) || /^[A-Z_]{2,}$/.test(content);
}

/**
 * Whether there is an odd number of `|` in a table row, outside of all brackets.
 * @param {string} content
 */
function dividesCells(content) {
  let outer = content.replaceAll("\\|", "");
  for (let before = ""; before !== outer; ) {
    before = outer;
    outer = outer.replace(/\([^()]*\)|\{[^{}]*\}|\[[^[\]]*\]/g, "");
  }
  return outer.split("|").length % 2 === 0;
}
