// Whether a text nests quotes, lists, links or emphasis more deeply than anybody reads. Parsing such a text would block
// the page.

const TOO_DEEP = /(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){100}|^[ \t]{200}|(?:\]\([^\s()]*\)){500}|\[{500}|[*_~]{500}/m;
const RULES = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/gm; // a horizontal rule nests nothing
const WORDS_END = /[\p{L}\d]\s/u; // nesting doesn't extend beyond this

export const NOTHING = { text: "", isTooDeep: false };

/**
 * The result for `text`, which extends the text of `before`. Only the new part is examined, from the last word of the
 * old part on.
 * @param {typeof NOTHING} before
 * @param {string} text
 * @returns {typeof NOTHING}
 */
export function grown(before, text) {
  if (text === before.text) return before;
  const goesOn = text.startsWith(before.text);
  if (goesOn && before.isTooDeep) return { text, isTooDeep: true };
  const added = text.slice(goesOn ? lastWordsEnd(before.text) : 0);
  return { text, isTooDeep: TOO_DEEP.test(added.replace(RULES, "")) };
}

/** @param {string} text */
function lastWordsEnd(text) {
  let at = text.length - 2;
  while (at > 0 && !WORDS_END.test(text.slice(at, at + 2))) at -= 1;
  return Math.max(0, at);
}
