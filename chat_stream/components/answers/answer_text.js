// Thoughts without an opening mark were shown as the beginning of the answer, until their closing mark came. Then the
// server adds them to the reasoning, and the answer begins after them. This module applies that to the texts on the
// page.

const AROUND = "[ \\t\\r\\n]*";
let closing = { marks: "", pattern: /(?!)/ };

/**
 * An answer's text without the thoughts at its beginning that are part of its reasoning. `marks` is the source of a
 * pattern.
 * @param {string | undefined} text
 * @param {string | undefined} reasoning
 * @param {string} marks
 */
export function answerText(text, reasoning, marks) {
  if (!reasoning || !text?.startsWith(reasoning)) return text;
  if (closing.marks !== marks) closing = { marks, pattern: new RegExp(`^${AROUND}(?:${marks})${AROUND}`, "i") };
  const rest = text.slice(reasoning.length);
  const found = closing.pattern.exec(rest);
  return found ? rest.slice(found[0].length) : text;
}

/**
 * The reasoning of an answer; empty if the same words turned out to be the answer itself.
 * @param {string | undefined} text
 * @param {string | undefined} reasoning
 */
export function reasoningText(text, reasoning) {
  return text && reasoning && text.trim() === reasoning.trim() ? "" : reasoning;
}

/**
 * Whether a text has anything but white space.
 * @param {string | undefined} text
 */
export function hasWords(text) {
  return /\S/.test(text ?? "");
}
