// The end of a text that is still being written, closed for now: emphasis, code and links, but no formula.
//
// Formulas are as they are. One that has begun and isn't complete is shown as it is written, until its end is there.
import { isBlankBelow } from "./formula_lines.js";
import { formulasIn } from "./formulas.js";
import remend from "remend";

const OPTIONS = { katex: false, inlineKatex: false };
const PLACE = "\uFDD4"; // stands for a formula while the text around it is mended
const SIGNS = /[!-/:-@[-`{-~]/g;

export function mended(text) {
  const { formulas, unfinished } = formulasIn(text);
  if (!formulas.length && unfinished < 0) return remend(text, OPTIONS);
  const begun = unfinished >= 0 && !isBlankBelow(text, unfinished) ? unfinished : text.length;
  const complete = formulas.filter(({ start }) => start < begun);
  const kept = complete.map(({ start, end }) => text.slice(start, end));
  if (begun < text.length) kept.push(asPlainText(text.slice(begun)));
  return withKept(remend(withPlaces(text, complete, begun), OPTIONS), kept);
}

function withPlaces(text, formulas, begun) {
  let at = 0;
  const parts = formulas.map(({ start, end }) => {
    const part = text.slice(at, start) + PLACE;
    at = end;
    return part;
  });
  return parts.join("") + text.slice(at, begun) + (begun < text.length ? PLACE : "");
}

function withKept(text, kept) {
  let next = 0;
  return text.replaceAll(PLACE, () => kept[next++] ?? "");
}

/** With all its signs escaped, so that the parser of Markdown reads words. */
function asPlainText(source) {
  return source.replace(SIGNS, "\\$&");
}
