// The Markdown that is read: GitHub's, with extensions that people expect in chats.
import { remarkAddresses } from "./links/autolinks.js";
import { remarkComparisons } from "./comparisons.js";
import { remarkTags } from "./html/html_tags.js";
import { safePlugins } from "./html/safe_plugins.js";
import { rehypeTableSources } from "./table_source.js";
import { TAG_NAMES } from "./html/tags.js";
import remarkBreaks from "remark-breaks";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import { defaultRehypePlugins, defaultRemarkPlugins } from "streamdown";

const SINGLE_TILDE = { singleTilde: false }; // `3~4 … 12~15` are ranges
const [gfm] = /** @type {any[]} */ (defaultRemarkPlugins.gfm);
const { gfm: _, ...others } = defaultRemarkPlugins;

/** @type {any[]} */
export const remarkPlugins = [
  [gfm, SINGLE_TILDE],
  ...Object.values(others),
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, SINGLE_TILDE],
  remarkAddresses,
  remarkComparisons,
  remarkTags,
  remarkLines,
];

/** Makes line breaks visible. Most blocks have one line. */
function remarkLines() {
  const divide = remarkBreaks();
  return (tree, { value }) => {
    if (String(value).trimEnd().includes("\n")) divide(tree);
  };
}

/** The plugins for a block that is still being written. */
export function unfinished(plugins) {
  return plugins.map((plugin) => (plugin === remarkTags ? [remarkTags, { isUnfinished: true }] : plugin));
}

const safe = safePlugins(defaultRehypePlugins, TAG_NAMES);
/** Null: nothing may be rendered. */
export const rehypePlugins = safe && [...safe, rehypeTableSources];
