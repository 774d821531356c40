// Finds what is defined for a whole text, above and below the definition: links and footnotes.

/** @import { Token } from "marked" */

const DEFINITION = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[[^\]]+\]:/m;
const NOTE = /\[\^[\w-]{1,200}\](?!:)/;

/**
 * Whether a text refers to a footnote, which may still come. Such a text stays whole from the start.
 * @param {string} text
 */
export function refersToNote(text) {
  return NOTE.test(text);
}

/**
 * Whether a text defines names, of which the lexer's `tokens` are given. Code defines none.
 * @param {string} text
 * @param {Token[]} tokens
 */
export function hasDefinition(text, tokens) {
  return text.includes("]:") && tokens.some(isDefining);
}

/** @param {any} token */
function isDefining({ type, raw, items, tokens }) {
  if (type === "code") return false;
  if (type === "list") return items.some(isDefining);
  if (type === "list_item" || type === "blockquote") return tokens.some(isDefining);
  return DEFINITION.test(raw);
}
