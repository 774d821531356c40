// What a name stands for everywhere in a text, above the definition and below it: links and footnotes.

const DEFINITION = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[[^\]]+\]:/m;
const NOTE = /\[\^[\w-]{1,200}\](?!:)/;

/** Whether a note may come, with which what refers to it is rendered: it stays where it is if it was so from the start. */
export function refersToNote(text) {
  return NOTE.test(text);
}

/** Whether a text defines names, of which the lexer's `tokens` are given. Code defines none. */
export function hasDefinition(text, tokens) {
  return text.includes("]:") && tokens.some(isDefining);
}

function isDefining({ type, raw, items, tokens }) {
  if (type === "code") return false;
  if (type === "list") return items.some(isDefining);
  if (type === "list_item" || type === "blockquote") return tokens.some(isDefining);
  return DEFINITION.test(raw);
}
