// What a name stands for everywhere in a text, above the definition and below it: links and footnotes.

const FENCED = /^ {0,3}(```+|~~~+)[^]*?(?:^ {0,3}\1|(?![^]))/gm;
const DEFINITION = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[[^\]]+\]:/m;
const NOTE = /\[\^[\w-]{1,200}\](?!:)/;

/** Whether a note may come, with which what refers to it is rendered: it stays where it is if it was so from the start. */
export function refersToNote(text) {
  return NOTE.test(text);
}

/** Whether a text defines names. Such a text stays whole. */
export function hasDefinition(text) {
  return text.includes("]:") && DEFINITION.test(text.replace(FENCED, ""));
}
