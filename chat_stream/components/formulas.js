// Where formulas stand in a text, by the marks that models write around them: `\(…\)`, `\[…\]`, `$…$`, `$$…$$`,
// `\begin{…}…\end{…}` and `\ce{…}`.
//
// The text is walked through once, from mark to mark, so that the time grows with its length alone: each search for a
// closing mark ends at the next opening one, at the end of its paragraph, or at `LONGEST`. Code and addresses are
// passed over. What is found here is only a formula if the parser of Markdown gets to it as text (`formula_syntax.js`).
import { dollarEnd } from "./dollars.js";
import { endOfCode, endOfFence, lineOf, mayGoOn, NOT_HERE, NOT_YET } from "./formula_lines.js";

const LONGEST = 10_000; // characters of a formula in lines of its own
const LONGEST_INLINE = 2_000;
const DEEPEST = 30; // braces in each other
const LOST = 500; // characters after a closing mark in which its braces may still be closed

const MARK = /\n|\\|\$+|`+|\]\(|<[a-z][a-z\d+.-]*:|https?:\/\/|www\./gi;
const OPENING = /\\(?:([([])|begin\{([A-Za-z]+\*?)\}|(?:ce|pu)\{)/y;
const ADDRESS = /\]\([ \t]*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)|<[^\s<>]*>?|(?:https?:\/\/|www\.)[^\s<]*/iy;
const CLOSING = { "(": "\\)", "[": "\\]" };
const ENVIRONMENT =
  /^(?:(?:align|alignat|gather|equation|multline|flalign|eqnarray|[pbBvV]?matrix)\*?|d?array|[dr]?cases|drcases|smallmatrix|subarray|aligned|alignedat|gathered|split|CD|displaymath)$/;
const ALONE = /[.,;:]?[ \t]*(?=\n|$)/y; // what stands behind a formula in lines of its own
const TEX = /[\\^_=+*/<>{}|&~]/;
const SYMBOL = /^\s*\p{L}(?:\p{M}|['\d])*(?:\([^()\n]*\)|(?:\s*[-,]\s*\p{L}\d*)+)?\s*$/u;
const PROSE = /\p{L}{3,}[^\p{L}]+\p{L}{3,}/u;

const NONE = { formulas: [], unfinished: NOT_HERE };
let known = { text: "", found: NONE };

/**
 * `formulas`: each one's `start` and `end` in the text, and whether it stands in lines of its own (`isAlone`), and
 * at which `column`, before which the marks of quotes and lists are.
 * `unfinished`: where the first formula begins whose end may still come.
 */
export function formulasIn(text) {
  if (!text.includes("$") && !text.includes("\\")) return NONE;
  if (known.text !== text) known = { text, found: walkedThrough(text) };
  return known.found;
}

/** `text` with something of the same length in place of each formula. */
export function withoutFormulas(text, standIn) {
  const parts = [];
  let at = 0;
  for (const { start, end } of formulasIn(text).formulas) {
    parts.push(text.slice(at, start), standIn(text.slice(start, end)));
    at = end;
  }
  return parts.length ? parts.join("") + text.slice(at) : text;
}

function walkedThrough(text) {
  const walk = { text, formulas: [], unfinished: NOT_HERE, paragraphEnd: 0, lineStart: 0, seen: 0, without: {} };
  let at = endOfFence(text, 0);
  while (at < text.length) {
    MARK.lastIndex = at;
    const mark = MARK.exec(text);
    if (!mark) break;
    at = passed(walk, mark[0], mark.index);
  }
  return { formulas: walk.formulas, unfinished: walk.unfinished };
}

/** Where to look on, behind what the mark at `at` begins. */
function passed(walk, mark, at) {
  if (mark === "\n") return endOfFence(walk.text, at + 1);
  if (mark[0] === "`") return endOfCode(walk, mark, at);
  if (mark === "\\") return passedOpening(walk, at);
  if (mark[0] === "$") return passedDollars(walk, mark, at);
  ADDRESS.lastIndex = at;
  return ADDRESS.test(walk.text) ? ADDRESS.lastIndex : at + mark.length;
}

function passedOpening(walk, at) {
  const { text } = walk;
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (!opening) return text[at + 1] === "\n" ? at + 1 : at + 2;
  const [mark, bracket, environment] = opening;
  const line = lineOf(walk, at);
  if (bracket) return taken(walk, line, at, mark.length, bracketEnd(text, at, bracket, line));
  if (environment) return taken(walk, line, at, mark.length, environmentEnd(walk, at, environment, line));
  return taken(walk, line, at, mark.length, bracesEnd(text, at, at + mark.length));
}

function passedDollars(walk, mark, at) {
  if (mark.length > 2) return at + mark.length;
  const line = lineOf(walk, at);
  const end = mark.length === 2 ? doubleEnd(walk.text, at, line) : dollarEnd(walk.text, at, line);
  return taken(walk, line, at, mark.length, end);
}

/** Keeps a formula that has an `end`, and remembers the first one that has none yet. */
function taken(walk, line, start, markLength, end) {
  if (end === NOT_YET && walk.unfinished === NOT_HERE) walk.unfinished = start;
  if (end < 0) return start + markLength;
  ALONE.lastIndex = end;
  const isAlone = line.isBeginning && walk.text[start + markLength - 1] !== "(" && ALONE.test(walk.text);
  walk.formulas.push({ start, end: isAlone ? trimmedEnd(walk.text, end) : end, isAlone, column: line.column });
  return walk.formulas.at(-1).end;
}

/** Behind the full stop or comma that belongs to a formula in lines of its own. */
function trimmedEnd(text, end) {
  return /[.,;:]/.test(text[end] ?? "") ? end + 1 : end;
}

function bracketEnd(text, start, bracket, line) {
  const longest = bracket === "[" && line.isBeginning ? LONGEST : LONGEST_INLINE;
  const at = closingBracket(text, start, `\\${bracket}`, CLOSING[bracket], line, longest);
  if (at === NOT_YET) return mayBeEscaped(text, start, bracket, line) ? NOT_HERE : NOT_YET;
  if (at < 0) return at;
  const content = text.slice(start + 2, at);
  return isEscaped(text, start, bracket, content, at + 2) ? NOT_HERE : at + 2;
}

/** Where the closing mark is: the first one outside of braces, or, if the braces are wrong, the first one at all. */
function closingBracket(text, start, open, close, line, longest) {
  const marks = /\\[^]|[{}\n]/g;
  let depth = 0;
  let first = NOT_HERE;
  marks.lastIndex = start + 2;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const { 0: found, index } = mark;
    if (index > (first < 0 ? start + longest : first + LOST) || depth > DEEPEST) return first;
    if (found === "{") depth += 1;
    else if (found === "}") depth -= 1;
    else if (found === close && depth <= 0) return index;
    else if (found === close && first < 0) first = index;
    else if (found === open && depth <= 0) return first;
    else if (found.endsWith("\n") && !mayGoOn(text, index + found.length, line, longest === LONGEST)) return first;
  }
  return first < 0 && text.length - start <= longest ? NOT_YET : first;
}

/** Whether the marks are brackets of a text in which somebody escaped them: `\[1\]`, `\[sic\]`, `a\[i\]`, `\[x\](…)`. */
function isEscaped(text, start, bracket, content, end) {
  if (!content.trim()) return true;
  const isGlued = isGluedTo(text, start);
  if (bracket === "(") return !TEX.test(content) && (isGlued || PROSE.test(content));
  if (isGlued || text[end] === "(") return true;
  if (/^[ xX]$/.test(content) && /^[ \t]+\S/.test(text.slice(end, end + 9))) return true; // an entry of a task list
  return !TEX.test(content) && !content.includes("\n") && !SYMBOL.test(content);
}

function isGluedTo(text, start) {
  return /(?:[A-Za-z\d_]|(?<!\\)[\])])$/.test(text.slice(Math.max(0, start - 2), start));
}

/** What comes will tell. Until then only what looks like a formula counts as one. */
function mayBeEscaped(text, start, bracket, line) {
  const content = text.slice(start + 2, start + 2 + LOST);
  if (TEX.test(content)) return false;
  if (isGluedTo(text, start)) return true;
  return bracket === "[" && !line.isBeginning && !/^\s/.test(content);
}

function environmentEnd(walk, start, name, line) {
  const { text, without } = walk;
  if (!ENVIRONMENT.test(name)) return NOT_HERE;
  const end = `\\end{${name}}`;
  if ((without[end] ?? 0) <= start) without[end] = indexOr(text, end, start);
  const marks = new RegExp(String.raw`\\(?:(begin|end)\{${name.replace("*", "\\*")}\}|[^])|\n`, "g");
  if (without[end] - start > LONGEST && text.length - start > LONGEST) return NOT_HERE;
  let depth = 0;
  marks.lastIndex = start;
  for (let mark = marks.exec(text); mark && mark.index - start <= LONGEST; mark = marks.exec(text)) {
    if (mark[1] === "begin") depth += 1;
    else if (mark[1] === "end" && --depth === 0) return marks.lastIndex;
    else if (mark[0].endsWith("\n") && !mayGoOn(text, marks.lastIndex, line, line.isBeginning)) return NOT_HERE;
  }
  return text.length - start <= LONGEST ? NOT_YET : NOT_HERE;
}

function indexOr(text, searched, from) {
  const at = text.indexOf(searched, from);
  return at < 0 ? Infinity : at;
}

/** Behind the brace that closes the one before `from`, in the same line. */
function bracesEnd(text, start, from) {
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

/** Two dollars at a line's beginning may have blank lines below; `$$ (cheap) to $$$` and `the PID $$` are text. */
function doubleEnd(text, start, line) {
  const marks = /\\[^]|\$+|\n/g;
  const longest = line.isBeginning ? LONGEST : LONGEST_INLINE;
  marks.lastIndex = start + 2;
  for (let mark = marks.exec(text); mark && mark.index - start <= longest; mark = marks.exec(text)) {
    if (mark[0] === "$$") return isSaid(text.slice(start + 2, mark.index)) ? NOT_HERE : marks.lastIndex;
    if (mark[0].length > 2) return NOT_HERE;
    if (mark[0].endsWith("\n") && !mayGoOn(text, marks.lastIndex, line, line.isBeginning)) return NOT_HERE;
  }
  return text.length - start <= longest ? NOT_YET : NOT_HERE;
}

/** Words between two marks that mean no formula. */
function isSaid(content) {
  if (!/[\p{L}\d\\]/u.test(content)) return true;
  return !TEX.test(content) && !content.includes("\n") && PROSE.test(` ${content} `);
}
