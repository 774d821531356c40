// The tags that a text may use. All others stay visible as text.

/** Tags that only mark text. */
const MARKING = `abbr b cite code del dfn em i ins kbd mark q s samp small strike strong sub sup u var`.split(" ");
/** A fold that opens with a click. */
export const FOLDS = ["details", "summary"];
/** Lists in table cells, where Markdown has none. */
export const LISTS = ["ol", "ul", "li"];
const ALONE = ["br", "hr"];
const NAMES = new Set([...MARKING, ...FOLDS, ...LISTS, ...ALONE]);

const TAG = /^<(\/?)([a-z]+)(\s(?:"[^"]*"|'[^']*'|[^<>"'])*?)?(\/?)>$/i;
const OPEN = /(?:^|\s)open(?:\s|=|$)/i;
/** The end of a text that may become a tag or a comment: `<su`, `<details o`, `<!--`. */
const ATTRIBUTES = String.raw`(?:\s+[\w:-]+=(?:"[^"<>]*"?|'[^'<>]*'?|[^\s"'<>]*))*(?:\s+[\w:-]*)?\/?`;
const HALF = new RegExp(String.raw`<(?:\/?([a-z]*)|\/?([a-z]+)${ATTRIBUTES}|!-{0,2}|!--[^]{1,500})$`, "i");

/** For the sanitiser. */
export const TAG_NAMES = [...NAMES];

export const isComment = (html) => html.startsWith("<!--") && html.endsWith("-->");

/**
 * The tag in `html`, if it is allowed: `{ type, name, isClosing, isOpen, source }`. Attributes are ignored.
 * @param {string} html
 */
export function tagOf(html) {
  const [, closing, name, attributes = "", slash] = TAG.exec(html) ?? [];
  const known = name?.toLowerCase();
  if (!NAMES.has(known)) return null;
  const isAlone = ALONE.includes(known);
  if (isAlone ? closing : slash) return null;
  const isOpen = known === "details" && OPEN.test(attributes);
  return { type: "tag", name: known, isAlone, isClosing: Boolean(closing), isOpen, source: html };
}

/**
 * A text without an unfinished tag at its end.
 * @param {string} text
 */
export function withoutHalfTag(text) {
  const half = HALF.exec(text);
  if (!half) return text;
  const [, begun, complete] = half;
  const mayBecomeTag = begun === undefined || TAG_NAMES.some((name) => name.startsWith(begun.toLowerCase()));
  const isOther = complete !== undefined && !NAMES.has(complete.toLowerCase());
  return mayBecomeTag && !isOther ? text.slice(0, half.index) : text;
}
