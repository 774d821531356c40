// The end of a text that is still being written, closed for now: emphasis, code and links, but no formula.
//
// Formulas are as they are. One that has begun and isn't complete is shown as it is written, until its end is there.
import { isBlankBelow } from "./formula_lines.js";
import { formulasIn } from "./formulas.js";
import remend from "remend";

const OPTIONS = { katex: false, inlineKatex: false };
const PLACE = /\uFDD4(\d+)\uFDD5/g; // stands for what is kept while the text around it is mended
const SIGNS = /[!-/:-@[-`{-~]/g;
const ESCAPED = /\\[!-/:-@[-`{-~]/g;

export function mended(text) {
  const { formulas, unfinished } = formulasIn(text);
  const begun = unfinished >= 0 && !isBlankBelow(text, unfinished) ? unfinished : text.length;
  const kept = [];
  let at = 0;
  let rest = "";
  for (const { start, end } of formulas.filter(({ start }) => start < begun)) {
    rest += withPlaces(text.slice(at, start), kept) + placeOf(text.slice(start, end), kept);
    at = end;
  }
  rest += withPlaces(text.slice(at, begun), kept);
  if (begun < text.length) rest += placeOf(asPlainText(text.slice(begun)), kept);
  return withKept(remend(rest, OPTIONS), kept);
}

/** Signs that are escaped mark nothing that could be mended. */
function withPlaces(text, kept) {
  return text.replace(ESCAPED, (escaped) => placeOf(escaped, kept));
}

function placeOf(part, kept) {
  kept.push(part);
  return `\uFDD4${kept.length - 1}\uFDD5`;
}

function withKept(text, kept) {
  return text.replace(PLACE, (place, index) => kept[index] ?? place);
}

/** With all its signs escaped, so that the parser of Markdown reads words. */
function asPlainText(source) {
  return source.replace(SIGNS, "\\$&");
}
