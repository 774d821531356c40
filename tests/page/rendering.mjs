// What a text becomes, as HTML without the looks.
import { pageModule } from "./page_modules.mjs";

const { createElement } = await import("react");
const { renderToStaticMarkup } = await import("react-dom/server");
const { Markdown } = await pageModule("components/markdown/markdown.jsx");
globalThis.window = { location: { href: "https://chat.example/" } }; // where the links of a text start from

const LOOKS = / (?:class|style|dir|data-[\w-]+)="[^"]*"/g;
const CONTROLS = /<button[^>]* aria-label="Copy[^>]*>.*?<\/button>|<div [^>]*role="group"[^>]*>/g;
const BOXES = /<\/?div>|\n/g;
const BOLD = /<span>(.*?)<\/span>/g; // Streamdown's element for what `**` marks

/** A text as it is stored. */
export function stored(text) {
  return html(text, false);
}

/** A text that more may follow. */
export function streaming(text) {
  return html(text, true);
}

function html(text, isStreaming) {
  const markup = renderToStaticMarkup(createElement(Markdown, { text, isStreaming }));
  return markup.replace(LOOKS, "").replace(CONTROLS, "").replace(BOXES, "").replace(BOLD, "<strong>$1</strong>");
}
