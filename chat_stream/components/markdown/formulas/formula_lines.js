// Examines the lines of a formula: what comes before it in its line, and whether it can continue in the next.

/**
 * The line that a formula begins in, as `lineOf` describes it.
 * @typedef {{
 *   isBeginning: boolean, isRow: boolean, isIndented: boolean, quotes: number, column: number, marker: string,
 * }} Line
 */
/** @typedef {{ start: number, end: number, isDisplay: boolean, column: number }} Formula */
/**
 * One reading of a text: what was found, how far it is read, and what is remembered so that nothing is looked for twice.
 * @typedef {{
 *   text: string, formulas: Formula[], stretches: Array<{ start: number, end: number }>, unfinished: number, read: number,
 *   paragraphEnd: number, lineStart: number, seen: number, without: Record<string, number>, isInCode?: boolean,
 * }} Walk
 */

export const NOT_HERE = -1;
/** The closing mark isn't there, but may come with text that is still being written. */
export const NOT_YET = -2;

const BEGINNING = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*$/;
const MARKER = /^[ \t>]*([-*+]|\d{1,9}[.)])[ \t]/;
const FENCE = /((?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*)(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})[^\n]*/y;
const OTHER_BLOCK = /[ \t>]*(?:`{3}|~{3}|#{1,6}[ \t])/y;
const BLANK_BELOW = /\n[ \t>]*\n/g;
const LONGEST_MARKER = 12; // characters that tell what a line begins: `123456789. `
const LONGEST_BEGINNING = 200; // characters before a formula that can still be markers of quotes and lists

/**
 * The start of the line of `at`. The walk only moves forwards, so that no character is examined twice.
 * @param {Walk} walk
 * @param {number} at
 */
export function lineStart(walk, at) {
  const newline = walk.text.slice(walk.seen, at).lastIndexOf("\n");
  if (newline >= 0) walk.lineStart = walk.seen + newline + 1;
  walk.seen = Math.max(walk.seen, at);
  return walk.lineStart;
}

/**
 * The line of the formula at `at`: whether the formula is its first content (`isBeginning`), the number of `quotes`
 * around it, its `column`, the `marker` of a list entry that begins there, and whether the line is a table row
 * (`isRow`) or indented like code (`isIndented`).
 * @param {Walk} walk
 * @param {number} at
 * @returns {Line}
 */
export function lineOf(walk, at) {
  const start = lineStart(walk, at);
  const before = walk.text.slice(start, Math.min(at, start + LONGEST_BEGINNING));
  const isBeginning = at - start < LONGEST_BEGINNING && BEGINNING.test(before);
  const marker = MARKER.exec(before)?.[1] ?? "";
  const quotes = isBeginning ? before.split(">").length - 1 : 0;
  const isRow = /^[ \t>]*\|/.test(before);
  const isIndented = /^(?: {4}|\t)/.test(before);
  return { isBeginning, isRow, isIndented, quotes, column: isBeginning ? at - start : 0, marker: marker.at(-1) ?? "" };
}

/**
 * Whether a formula whose first line is `line` can go on in the line that starts at `at`, of which the beginning is read.
 * @param {Walk} walk
 * @param {number} at
 * @param {Line} line
 * @param {boolean} overBlankLines
 */
export function mayGoOn(walk, at, line, overBlankLines) {
  const { text } = walk;
  const indent = /[ \t>]*/y;
  indent.lastIndex = at;
  const before = indent.exec(text)?.[0] ?? "";
  walk.read = indent.lastIndex + LONGEST_MARKER;
  if (text[indent.lastIndex] === "\n") {
    walk.read = indent.lastIndex + 1;
    return overBlankLines;
  }
  OTHER_BLOCK.lastIndex = at;
  if (OTHER_BLOCK.test(text)) return false;
  if (line.marker && isSibling(text, indent.lastIndex, line.marker)) return false;
  return !isBlankAbove(text, at) || isWithin(before, line);
}

/**
 * Whether another entry begins in the list in which a formula began.
 * @param {string} text
 * @param {number} at
 * @param {string} marker
 */
function isSibling(text, at, marker) {
  const sibling = /^([-*+]|\d{1,9}[.)])[ \t]/.exec(text.slice(at, at + LONGEST_MARKER));
  return sibling?.[1].at(-1) === marker;
}

/**
 * Below a blank line, less indented text no longer belongs to the list or quote.
 * @param {string} before
 * @param {Line} line
 */
function isWithin(before, { quotes, column }) {
  if (before.split(">").length - 1 < quotes) return false;
  return column < 2 || before.replaceAll("\t", "    ").length >= column;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isBlankAbove(text, at) {
  const above = text.lastIndexOf("\n", at - 2) + 1;
  return /^[ \t>]*$/.test(text.slice(above, at - 1));
}

/**
 * Whether a paragraph ends below `at`.
 * @param {string} text
 * @param {number} at
 */
export function isBlankBelow(text, at) {
  BLANK_BELOW.lastIndex = at;
  return BLANK_BELOW.test(text);
}

/**
 * The position after the code block that begins in the line at `at`; `at` itself if none begins there.
 * @param {Walk} walk
 * @param {number} at
 */
export function endOfFence(walk, at) {
  FENCE.lastIndex = at;
  const fence = FENCE.exec(walk.text);
  if (!fence) return at;
  const [, before, mark] = fence;
  const end = fenceEnd(walk, FENCE.lastIndex, before, mark);
  walk.stretches.push({ start: at, end: Math.max(end, walk.read) });
  return end;
}

/**
 * @param {Walk} walk
 * @param {number} firstLineEnd
 * @param {string} before
 * @param {string} mark
 */
function fenceEnd(walk, firstLineEnd, before, mark) {
  const { text } = walk;
  const quotes = before.split(">").length - 1;
  const inList = /(?:[-*+]|[.)])[ \t]/.test(before) ? before.length : 0;
  let lineEnd = firstLineEnd;
  while (lineEnd < text.length) {
    const start = lineEnd + 1;
    lineEnd = text.indexOf("\n", start) < 0 ? text.length : text.indexOf("\n", start);
    const line = text.slice(start, lineEnd);
    walk.read = lineEnd + 1;
    if (isOutside(line, quotes, inList)) return start - 1; // the line break: another block may begin below it
    if (closes(line, mark)) return lineEnd;
  }
  walk.read = Infinity;
  return text.length;
}

/**
 * @param {string} line
 * @param {string} mark
 */
function closes(line, mark) {
  const content = line.replace(/^[ \t>]+/, "").trimEnd();
  return content.length >= mark.length && content === mark[0].repeat(content.length);
}

/**
 * Whether a line has left the quote or list entry in which a code block began.
 * @param {string} line
 * @param {number} quotes
 * @param {number} inList
 */
function isOutside(line, quotes, inList) {
  const before = /^[ \t>]*/.exec(line)?.[0] ?? "";
  if (before.split(">").length - 1 < quotes) return true;
  return before.length < inList && before.length < line.length;
}

/**
 * The position after the code that begins with `mark` at `at`; after the mark if nothing closes it.
 * @param {Walk} walk
 * @param {string} mark
 * @param {number} at
 */
export function endOfCode(walk, mark, at) {
  const { text, without } = walk;
  const behind = at + mark.length;
  if (at < (without[mark] ?? 0)) return behind;
  if (walk.paragraphEnd <= at) walk.paragraphEnd = paragraphEnd(text, at);
  const runs = /`+/g;
  runs.lastIndex = behind;
  for (let run = runs.exec(text); run && run.index < walk.paragraphEnd; run = runs.exec(text)) {
    if (run[0].length === mark.length) return runs.lastIndex;
  }
  without[mark] = walk.paragraphEnd;
  walk.isInCode ||= walk.paragraphEnd === text.length; // the end of the code may still come
  return behind;
}

/**
 * @param {string} text
 * @param {number} at
 */
function paragraphEnd(text, at) {
  BLANK_BELOW.lastIndex = at;
  return BLANK_BELOW.exec(text)?.index ?? text.length;
}
