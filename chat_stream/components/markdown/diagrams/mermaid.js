// Draws Mermaid diagrams. Mermaid is loaded from our own address when the first diagram is drawn.
//
// A picture is an `<img>` of its own data: no script runs in it, nothing is fetched for it, and the styles inside of it
// hold although the page's policy allows none.
const FONT = "ui-sans-serif, system-ui, sans-serif";
const LONGEST = 20_000; // characters
/** @type {import("mermaid").MermaidConfig} */
const CONFIG = {
  startOnLoad: false,
  securityLevel: "strict",
  suppressErrorRendering: true,
  maxTextSize: LONGEST,
  maxEdges: 300,
  fontFamily: FONT,
  htmlLabels: false, // not every browser draws HTML in pictures
  flowchart: { htmlLabels: false },
  class: { htmlLabels: false },
};
// Settings that a diagram's own directives can't change.
const SECURE = [...Object.keys(CONFIG), "secure", "theme", "themeCSS", "themeVariables", "dompurifyConfig"];

/** Anything that may name an address, in whatever notation: Mermaid loads pictures while it draws. */
const ADDRESS = /https?:|[/\\]{2}|url\s*\(|@import|\bimg\b|\\[^n]/i;

/** The key of a text that says why a diagram isn't drawn; undefined if it is. */
export function refusalOf(code) {
  if (ADDRESS.test(code)) return "diagram-names-address";
  if (code.length > LONGEST) return "diagram-too-long";
}

const SAID = 200; // characters of an error
const WHOLE_TEXT = / for text: [^]*/; // Mermaid repeats the diagram behind it
const POINTER = /\n[^\n]*\n-*\^(?:\n|$)/; // a part of the diagram, and a line that points into it

/** Mermaid's explanation of what is wrong with a diagram, in one line. */
export function reasonOf(error) {
  const words = String(error?.message ?? error).replace(WHOLE_TEXT, "").replace(POINTER, " ");
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > SAID ? `${line.slice(0, SAID)}…` : line;
}

let numbers = 0;

/** A diagram as `{ address, width, height, title }`. Rejects if it isn't one. */
export async function drawn(code, isDark) {
  const { default: mermaid } = await import("mermaid");
  mermaid.initialize({ ...CONFIG, secure: SECURE, theme: isDark ? "dark" : "default" });
  const stage = document.body.appendChild(newStage());
  try {
    const { svg } = await mermaid.render(`diagram-${(numbers += 1)}`, code, stage);
    return pictureOf(svg);
  } finally {
    stage.remove();
  }
}

/** An element in which Mermaid measures text, in the picture's own font. */
function newStage() {
  const stage = document.createElement("div");
  stage.setAttribute("aria-hidden", "true");
  const look = { position: "fixed", top: "0", left: "0", visibility: "hidden", fontFamily: FONT, fontSize: "16px" };
  Object.assign(stage.style, look);
  return stage;
}

function pictureOf(svg) {
  const root = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  if (!root) throw new Error("Mermaid drew nothing.");
  const [, , width, height] = (root.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  const title = root.querySelector("title")?.textContent ?? "";
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
  return { address, width, height, title };
}
