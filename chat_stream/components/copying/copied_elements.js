// Builds the copied form of what the page shows: elements that Word, mail and chat programs understand, without the
// page's styles and buttons. A formula, a diagram and code become their source; links keep their address; pictures
// become links.
import { linesOf } from "./copied_code.js";

const UNSAID =
  "button, svg, style, script, .sr-only, .print-only, .message-actions, .compared-foot, .ended, .earlier, .thinking, " +
  ".read-from-here, .counts, [aria-hidden=true], a[href^='#'][href*=fnref-], [data-streamdown=code-block-header]";
const KEPT = new Set(
  "h1 h2 h3 h4 h5 h6 p ul li blockquote strong b em i del s u ins sub sup kbd mark small br hr dl dt dd abbr q cite var samp dfn strike"
    .split(" ")
    .map((name) => name.toUpperCase()),
);
const HOLDS_BLOCKS = "ul, ol, dl, table, thead, tbody, tfoot, tr, section, blockquote, [data-message-body], .markdown";
const KEEPS_LINES = ".bubble, .reasoning, .whitespace-pre-wrap";
const CODE = "font-family: Consolas, Menlo, 'Courier New', monospace";
const TABLE = "border-collapse: collapse";
const CELL = "border: 1px solid #999999; padding: 4px 8px; vertical-align: top";
/** Keeps Excel from calculating a cell: makes it a text. */
const AS_TEXT = "mso-number-format: '\\@'";

/**
 * The first kind that matches is used.
 * @type {Array<[string, (element: any, to: any) => void]>}
 */
const KINDS = [
  ["[data-formula]", addFormula],
  [".picture-button, img", addPicture],
  [UNSAID, () => {}],
  [".diagram", (figure, to) => addPre(figure.querySelector(".diagram-source").textContent.trimEnd(), to)],
  [".diagram-source", (source, to) => addPre(source.textContent.trimEnd(), to)],
  ["pre, [data-streamdown=code-block]", (block, to) => addPre(linesOf(block), to)],
  ["code", (code, to) => addWithin(newElement("code", { style: CODE }), code, to)],
  ["input[type=checkbox]", (box, to) => to.append(box.checked ? "☑" : "☐")],
  ["a[href^='#']", (link, to) => to.append(`[${link.textContent}]`)],
  ["a[href]", (link, to) => addWithin(newElement("a", { href: link.href }), link, to)],
  ["[data-streamdown=strong]", (words, to) => addWithin(newElement("strong"), words, to)],
  ["details", addFold],
  ["ol", (list, to) => addWithin(newElement("ol", list.start === 1 ? {} : { start: list.start }), list, to)],
  ["table", (table, to) => addWithin(newElement("table", { style: TABLE }), table, to)],
  ["thead, tbody, tr", (part, to) => addWithin(newElement(part.localName), part, to)],
  ["td, th", addCell],
  [KEEPS_LINES, (block, to) => addWithin(newElement("p"), block, to)],
];

/**
 * The copied form of everything within `root`.
 * @param {ParentNode & Node} root
 */
export function copiedElements(root) {
  const copied = document.createDocumentFragment();
  addChildren(root, copied);
  return copied;
}

/** @param {Node} copied */
export function htmlOf(copied) {
  const holder = document.createElement("div");
  holder.append(copied.cloneNode(true));
  return holder.innerHTML;
}

/**
 * @param {any} node
 * @param {ParentNode & Node} to
 */
function add(node, to) {
  if (node.nodeType === Node.TEXT_NODE) return addText(node, to);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const kind = KINDS.find(([selector]) => node.matches(selector));
  if (kind) kind[1](node, to);
  else if (KEPT.has(node.tagName)) addWithin(newElement(node.localName), node, to);
  else addChildren(node, to);
}

/**
 * @param {any} from
 * @param {ParentNode & Node} to
 */
function addChildren(from, to) {
  const before = to.childNodes.length;
  from.childNodes.forEach((/** @type {Node} */ child) => add(child, to));
  if (from.dir !== "rtl") return;
  for (const child of [...to.childNodes].slice(before)) if (child instanceof HTMLElement) child.dir ||= "rtl";
}

/**
 * @param {Element} element
 * @param {Node} from
 * @param {ParentNode & Node} to
 */
function addWithin(element, from, to) {
  addChildren(from, element);
  to.append(element);
}

/**
 * @param {Text} node
 * @param {ParentNode & Node} to
 */
function addText(node, to) {
  const { data, parentElement: parent } = node;
  if (parent?.closest(KEEPS_LINES)) return addLines(data, to);
  if (!data.trim() && (!parent || parent.matches(HOLDS_BLOCKS))) return;
  to.append(data);
}

/**
 * @param {string} text
 * @param {ParentNode & Node} to
 */
function addLines(text, to) {
  text.split("\n").forEach((line, index) => to.append(...(index ? [newElement("br"), line] : [line])));
}

/**
 * @param {HTMLElement} formula
 * @param {ParentNode & Node} to
 */
function addFormula(formula, to) {
  const isDisplay = formula.matches(".katex-display, [data-display]");
  const isAlone = isDisplay && formula.parentElement?.textContent === formula.textContent;
  if (isDisplay && !isAlone && to.childNodes.length) to.append(newElement("br"));
  addLines(formula.dataset.formula ?? "", to);
  if (isDisplay && !isAlone && formula.nextSibling) to.append(newElement("br"));
}

/**
 * @param {HTMLImageElement} picture
 * @param {ParentNode & Node} to
 */
function addPicture(picture, to) {
  const address = picture.dataset.address ?? picture.src;
  const link = newElement("a", { href: address });
  link.append(picture.dataset.name || picture.alt || address);
  to.append(link);
}

/**
 * @param {string} text
 * @param {ParentNode & Node} to
 */
function addPre(text, to) {
  const pre = newElement("pre", { style: CODE });
  const code = newElement("code", { style: CODE });
  code.append(text);
  pre.append(code);
  to.append(pre);
}

/**
 * Copies a fold. What is folded is included only if `open` is set.
 * @param {HTMLDetailsElement} fold
 * @param {ParentNode & Node} to
 */
function addFold(fold, to) {
  const summary = fold.querySelector(":scope > summary");
  if (summary && !fold.matches("[data-message-reasoning]")) {
    const title = newElement("p");
    addWithin(newElement("strong"), summary, title);
    to.append(title);
  }
  if (!fold.open) return;
  for (const child of fold.childNodes) if (child !== summary) add(child, to);
}

/**
 * @param {HTMLTableCellElement} cell
 * @param {ParentNode & Node} to
 */
function addCell(cell, to) {
  const align = cell.style.textAlign || cell.align;
  const style = [CELL, align && `text-align: ${align}`, /^\s*[=+\-@]/.test(cell.textContent) && AS_TEXT];
  addWithin(newElement(cell.localName, { style: style.filter(Boolean).join("; ") }), cell, to);
}

/**
 * @param {string} name
 * @param {Record<string, any>} attributes
 */
function newElement(name, attributes = {}) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
