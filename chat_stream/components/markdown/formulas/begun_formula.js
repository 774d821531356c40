// Finds a formula at the end of a growing text that has begun but isn't complete.
import { isBalanced, LOST } from "./formula_ends.js";
import { isBlankBelow } from "./formula_lines.js";
import { formulasIn } from "./formulas.js";

/**
 * Where it begins; the text's end if there is none.
 * @param {string} text
 */
export function begunAt(text) {
  const { formulas, unfinished } = formulasIn(text);
  const last = formulas.at(-1);
  if (unfinished >= 0 && !isBlankBelow(text, unfinished)) return unfinished;
  return last && mayGoOn(text, last) ? last.start : text.length;
}

/**
 * Whether what follows may change a complete formula: a digit after `$x$` would make it money, and the mark that closes
 * `\(\text{\(x\)` is still to come.
 * @param {string} text
 * @param {{ start: number, end: number }} formula
 */
function mayGoOn(text, { start, end }) {
  const written = text.slice(start, end);
  if (end === text.length && /^\$[^$]/.test(written)) return true;
  return text.length - end < LOST && !isBalanced(written) && !isBlankBelow(text, end);
}
