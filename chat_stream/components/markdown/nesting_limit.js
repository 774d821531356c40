// Whether a text has quotes, lists, links or stars in each other beyond what anybody reads: parsing them would stop the page.

const TOO_DEEP = /(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){100}|^[ \t]{200}|(?:\]\([^\s()]*\)){500}|\[{500}|[*_~]{500}/m;
const RULES = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/gm; // a line across the page is deep in nothing
const WORDS_END = /[\p{L}\d]\s/u; // no nesting reaches over it

export const NOTHING = { text: "", isTooDeep: false };

/** `before`, grown to be `text`, of which only what is new is looked at, from the last word on that was there before. */
export function grown(before, text) {
  if (text === before.text) return before;
  const goesOn = text.startsWith(before.text);
  if (goesOn && before.isTooDeep) return { text, isTooDeep: true };
  const added = text.slice(goesOn ? lastWordsEnd(before.text) : 0);
  return { text, isTooDeep: TOO_DEEP.test(added.replace(RULES, "")) };
}

function lastWordsEnd(text) {
  let at = text.length - 2;
  while (at > 0 && !WORDS_END.test(text.slice(at, at + 2))) at -= 1;
  return Math.max(0, at);
}
