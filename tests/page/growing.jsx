// A text that grows on a page, as it does while a model writes it.
import { Markdown } from "../../chat_stream/components/markdown/markdown.jsx";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { StickToBottom } from "use-stick-to-bottom";

const CODE = "[data-streamdown=code-block-body]"; // its colours come when they come

/** The elements of a text after it has come up to each of `ends`, and was complete. */
function grown(text, ends, patience) {
  return shown([...ends.map((end) => [text.slice(0, end), true]), [text, false]], patience);
}

/** The elements of a text that is shown as it is stored. */
function stored(text, patience) {
  return shown([[text, false]], patience);
}

async function shown(steps, patience) {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  for (const [text, isStreaming] of steps) {
    const message = <Markdown text={text} isStreaming={isStreaming} />;
    flushSync(() => root.render(<StickToBottom>{message}</StickToBottom>));
  }
  if (place.querySelector(CODE)) await isStill(place, patience);
  const elements = elementsOf(place);
  root.unmount();
  place.remove();
  return elements;
}

/** Code is shown after the words around it: its text changes until nothing has come for `patience` milliseconds. */
async function isStill(place, patience) {
  for (let before = null; before !== place.textContent; ) {
    before = place.textContent;
    await new Promise((resolve) => setTimeout(resolve, patience));
  }
}

/** Whatever groups of elements are rendered together. */
function elementsOf(place) {
  const copy = place.querySelector(".markdown").cloneNode(true);
  for (const code of copy.querySelectorAll(CODE)) code.textContent = code.textContent;
  for (const box of copy.querySelectorAll("div.contents, .markdown > div")) box.replaceWith(...box.childNodes);
  copy.normalize();
  return copy.innerHTML.replaceAll("\n", "");
}

Object.assign(window, { grown, stored });
