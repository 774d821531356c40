// Closes the end of a text that is still being written: emphasis, code and links, but not formulas.
//
// Formulas are as they are. One that has begun and isn't complete is shown as it is written, until its end is there.
import { begunAt } from "../formulas/begun_formula.js";
import { formulasIn } from "../formulas/formulas.js";
import remend from "remend";

/**
 * Kinds of marks that aren't closed have no end that could still come, because the whole text is read by the same
 * rules.
 */
/** @type {import("remend").RemendOptions} */
const OPTIONS = {
  katex: false,
  inlineKatex: false,
  singleTilde: false,
  comparisonOperators: false,
  htmlTags: false,
  linkMode: "text-only",
};
const CODE = /^\s*(?:`{3}|~{3})/;
/** A line that would make the text above it a heading, but more likely begins a list entry or a rule. */
const UNDERLINE = /\n[ \t]*(?:-{1,2}|=+)[ \t]*$/;
const PLACE = /\uFDD4(\d+)\uFDD5/g; // stands for what is kept while the text around it is closed
const SIGNS = /[!-/:-@[-`{-~]/g;
const QUOTED = /^[ \t]*>/;
const QUOTES = /\n[ \t]*(?:>[ \t]?)+/g;
const ESCAPED = /\\[!-/:-@[-`{-~]/g;

/** @param {string} unmended */
export function mended(unmended) {
  const text = CODE.test(unmended) ? unmended : unmended.replace(UNDERLINE, "");
  const { formulas } = formulasIn(text);
  const begun = begunAt(text);
  /** @type {string[]} */
  const kept = [];
  let at = 0;
  let rest = "";
  for (const { start, end } of formulas.filter(({ start }) => start < begun)) {
    rest += withPlaces(text.slice(at, start), kept) + placeOf(text.slice(start, end), kept);
    at = end;
  }
  rest += withPlaces(withoutEscaping(text.slice(at, begun)), kept);
  if (begun < text.length) rest += placeOf(asPlainText(text, begun), kept);
  return withKept(remend(rest, OPTIONS), kept);
}

/**
 * Removes a final `\` in unclosed brackets, which would escape the mark that closes them.
 * @param {string} text
 */
function withoutEscaping(text) {
  if (!text.endsWith("\\")) return text;
  const opened = text.lastIndexOf("[");
  return opened > text.lastIndexOf("]") && opened > text.lastIndexOf("\n") ? text.slice(0, -1) : text;
}

/**
 * Replaces escaped characters, which aren't marks.
 * @param {string} text
 * @param {string[]} kept
 */
function withPlaces(text, kept) {
  return text.replace(ESCAPED, (escaped) => placeOf(escaped, kept));
}

/**
 * @param {string} part
 * @param {string[]} kept
 */
function placeOf(part, kept) {
  kept.push(part);
  return `\uFDD4${kept.length - 1}\uFDD5`;
}

/**
 * @param {string} text
 * @param {string[]} kept
 */
function withKept(text, kept) {
  return text.replace(PLACE, (place, index) => kept[index] ?? place);
}

/**
 * The text from `begun` on, with all its marks as entities, so that the Markdown parser ignores them.
 * @param {string} text
 * @param {number} begun
 */
function asPlainText(text, begun) {
  const isQuoted = QUOTED.test(text.slice(text.lastIndexOf("\n", begun) + 1, begun));
  const source = text.slice(begun);
  return (isQuoted ? source.replace(QUOTES, "\n") : source).replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`);
}
