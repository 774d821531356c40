// A text, divided into its blocks: paragraphs, lists, tables. No formula is divided, whatever its lines look like.
import { begunAt } from "../formulas/begun_formula.js";
import { lexed } from "./block_lexer.js";
import { hasDefinition, refersToNote } from "./definitions.js";
import { withoutFormulas } from "../formulas/formulas.js";

const FILLING = "x";
const DOLLARS = /\$\$/g; // what is left of them is no formula's beginning, which the lexer would take it for

/** The blocks of a text, one behind the other. */
export function blocksOf(text) {
  if (refersToNote(text) || hasDefinition(text)) return [text];
  if (!text.includes("$") && !text.includes("\\")) return lexed(text);
  const lines = text.replace(/\r\n?/g, "\n");
  const filled = filledFrom(begunAt(lines), withoutFormulas(lines, filling)).replace(DOLLARS, "xx");
  let end = 0;
  return lexed(filled).map(({ length }) => lines.slice(end, (end += length)));
}

function filledFrom(at, text) {
  return text.slice(0, at) + filling(text.slice(at));
}

function filling({ length }) {
  return FILLING.repeat(length);
}
