// A text, divided into its blocks: paragraphs, lists, tables. No formula is divided, whatever its lines look like.
import { begunAt } from "./begun_formula.js";
import { withoutFormulas } from "./formulas.js";
import { parseMarkdownIntoBlocks } from "streamdown";

const FILLING = "x";
const DOLLARS = /\$\$/g; // what is left of them is no formula's beginning, which the lexer would take it for

/** The blocks of a text, one behind the other. */
export function blocksOf(text) {
  if (!text.includes("$") && !text.includes("\\")) return parseMarkdownIntoBlocks(text);
  const lines = text.replace(/\r\n?/g, "\n");
  const filled = filledFrom(begunAt(lines), withoutFormulas(lines, filling)).replace(DOLLARS, "xx");
  let end = 0;
  return parseMarkdownIntoBlocks(filled).map(({ length }) => lines.slice(end, (end += length)));
}

function filledFrom(at, text) {
  return text.slice(0, at) + filling(text.slice(at));
}

function filling({ length }) {
  return FILLING.repeat(length);
}
