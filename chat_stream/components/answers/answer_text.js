// Thoughts whose opening mark never came were shown as the answer's beginning, before their closing mark said what they
// are: they are reasoning by now, and the answer is what follows. The server decides that; here its outcome is shown.

const AROUND = "[ \\t\\r\\n]*";
let closing = { marks: "", pattern: /(?!)/ };

/**
 * An answer's text without the thoughts at its beginning that are its reasoning already. `marks` is the source of a pattern.
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
 * The reasoning of an answer; none where the same words turned out to be the answer itself.
 * @param {string | undefined} text
 * @param {string | undefined} reasoning
 */
export function reasoningText(text, reasoning) {
  return text && reasoning && text.trim() === reasoning.trim() ? "" : reasoning;
}

/**
 * Whether there is more to see of a text than white space.
 * @param {string | undefined} text
 */
export function hasWords(text) {
  return /\S/.test(text ?? "");
}
