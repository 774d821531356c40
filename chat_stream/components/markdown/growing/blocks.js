// Divides a text into its blocks: paragraphs, lists, tables. A formula is never divided, whatever its lines look like.
import { begunAt } from "../formulas/begun_formula.js";
import { stretchesIn, withoutFormulas } from "../formulas/formulas.js";
import { lexed } from "./block_lexer.js";
import { refersToNote } from "./definitions.js";

const FILLING = "x";
const DOLLARS = /\$\$/g; // dollars that aren't part of a formula, which the lexer would take for the beginning of one
const BLANK_LINE = "\n\n";

/**
 * The blocks of a text, one behind the other; one that defines names is one block. While a text `isUnfinished`, so is
 * what may still become a formula, and one that may still define a note.
 * @param {string} text
 */
export function blocksOf(text, isUnfinished = false) {
  const lines = text.replace(/\r\n?/g, "\n");
  if (isUnfinished && refersToNote(text)) return [text];
  const { blocks, definesNames } = divided(lines, isUnfinished ? begunAt(lines) : lines.length);
  return definesNames ? [text] : blocks.map(({ start, end }) => lines.slice(start, end));
}

/**
 * Whether a text has definitions. Such a text stays whole.
 * @param {string} text
 */
export function definesNames(text) {
  return text.includes("]:") && divided(text.replace(/\r\n?/g, "\n")).definesNames;
}

/**
 * Where a text can be cut in two, whatever follows: the blocks of the whole are then those of its parts. Above a cut is
 * a blank line, and nothing above it was read together with anything below. Each is the start of a block.
 * @param {string} text
 */
export function cutsIn(text) {
  const { blocks } = divided(text, begunAt(text));
  const stretches = stretchesIn(text);
  const cuts = [];
  let next = 0;
  let readTo = 0;
  for (const [index, { start }] of blocks.entries()) {
    for (; stretches[next]?.start < start; next += 1) readTo = Math.max(readTo, stretches[next].end);
    if (blocks[index - 1]?.isClosed && readTo <= start) cuts.push(start);
  }
  return cuts;
}

/**
 * With no sign of a formula, nor of what begins one at `begun`, for the lexer to see.
 * @param {string} lines
 */
function divided(lines, begun = lines.length) {
  const hasFormulas = lines.includes("$") || lines.includes("\\");
  const filled = hasFormulas ? filledFrom(begun, withoutFormulas(lines, filling)).replace(DOLLARS, "xx") : lines;
  const { blocks, definesNames } = lexed(filled);
  let end = 0;
  const placed = blocks.map(({ raw, isClosed }) => {
    const start = end;
    end += raw.length;
    return { start, end, isClosed: isClosed && lines.startsWith(BLANK_LINE, end - BLANK_LINE.length) };
  });
  return { blocks: placed, definesNames };
}

/**
 * @param {number} at
 * @param {string} text
 */
function filledFrom(at, text) {
  return text.slice(0, at) + filling(text.slice(at));
}

/** @param {{ length: number }} text */
function filling({ length }) {
  return FILLING.repeat(length);
}
