// Copies a message: its source, or what the page shows of it, as formatted and as plain text.
import { useTexts } from "../../texts/page.js";
import { bodyBeside } from "../page/elements.js";
import { copiedElements, htmlOf } from "./copied_elements.js";
import { textOf } from "./copied_text.js";
import { useCopy } from "./copy_button.jsx";

const WORDS = { copied: "copy-copied", failed: "copy-by-hand" };

/** @param {import("../contract/props.js").CopyMessageProps} props */
export function CopyMessage({ text, label, children }) {
  const say = useTexts();
  const [outcome, copy] = useCopy();
  return (
    <button
      type="button"
      className="message-action"
      aria-label={label}
      title={label}
      onClick={(event) => copy(text == null ? shownIn(event.currentTarget) : { text })}
    >
      {children}
      <span aria-live="polite">{outcome !== "waits" && say(WORDS[outcome])}</span>
    </button>
  );
}

/**
 * The content of the message that the button is in, including what is folded.
 * @param {Element} button
 */
function shownIn(button) {
  const body = /** @type {Element} */ (bodyBeside(button)?.cloneNode(true));
  body.querySelectorAll("details").forEach((fold) => fold.setAttribute("open", ""));
  const copied = copiedElements(body);
  return { text: textOf(copied), html: htmlOf(copied) };
}
