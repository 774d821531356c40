// Copies a message: its text as it was written, or without the text the words that the page shows of it.
import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
import { useCopy } from "./copy_button.jsx";

const UNSAID = "button, summary, svg, [data-streamdown=code-block-header]";
const WORDS = { copied: "copy-copied", failed: "copy-by-hand" };

export function CopyMessage({ text, label, children }) {
  const say = useTexts();
  const [outcome, copy] = useCopy();
  return (
    <button
      type="button"
      className="message-action"
      aria-label={label}
      title={label}
      onClick={(event) => copy(text ?? wordsOf(event.currentTarget.closest("[data-message-id]")))}
    >
      {children}
      <span aria-live="polite">{outcome in WORDS && say(WORDS[outcome])}</span>
    </button>
  );
}

/** What a reader would write down: no buttons, the marks of lists, and a formula once, as its author wrote it. */
function wordsOf(message) {
  const copy = message.querySelector("[data-message-body]").cloneNode(true);
  copy.querySelectorAll(UNSAID).forEach((element) => element.remove());
  copy.querySelectorAll("[data-formula]").forEach((formula) => {
    formula.textContent = formula.dataset.formula;
    formula.style.whiteSpace = "pre-wrap";
  });
  copy.querySelectorAll("details").forEach((fold) => fold.setAttribute("open", ""));
  copy.querySelectorAll("li").forEach((item) => item.prepend(markOf(item)));
  copy.classList.add("copied");
  message.append(copy); // only what is laid out has lines
  try {
    return copy.innerText.trim();
  } finally {
    copy.remove();
  }
}

function markOf(item) {
  const { parentElement: list } = item;
  if (item.querySelector(":scope > input")) return "";
  return list.tagName === "OL" ? `${(list.start || 1) + [...list.children].indexOf(item)}. ` : "• ";
}
