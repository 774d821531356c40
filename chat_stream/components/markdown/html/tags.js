// The tags that a text may use, and how they are read. Whatever isn't in these lists stays visible as it was written.

/** They mark words and do nothing. */
const MARKING = `abbr b cite code del dfn em i ins kbd mark q s samp small strike strong sub sup u var`.split(" ");
/** A fold that one opens by a click. */
export const FOLDS = ["details", "summary"];
/** Lists in the cells of a table, where Markdown has none. */
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

/** What `html` says if it is one of the tags: `{ type, name, isClosing, isOpen, source }`. Attributes don't count. */
export function tagOf(html) {
  const [, closing, name, attributes = "", slash] = TAG.exec(html) ?? [];
  const known = name?.toLowerCase();
  if (!NAMES.has(known)) return null;
  const isAlone = ALONE.includes(known);
  if (isAlone ? closing : slash) return null;
  const isOpen = known === "details" && OPEN.test(attributes);
  return { type: "tag", name: known, isAlone, isClosing: Boolean(closing), isOpen, source: html };
}

/** A text without the beginning of a tag at its end. */
export function withoutHalfTag(text) {
  const half = HALF.exec(text);
  if (!half) return text;
  const [, begun, complete] = half;
  const mayBecomeTag = begun === undefined || TAG_NAMES.some((name) => name.startsWith(begun.toLowerCase()));
  const isOther = complete !== undefined && !NAMES.has(complete.toLowerCase());
  return mayBecomeTag && !isOther ? text.slice(0, half.index) : text;
}
