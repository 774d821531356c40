// The plain text of what is copied: with list markers and tabs between cells, but without Markdown.

const BLOCKS = new Set("H1 H2 H3 H4 H5 H6 P PRE UL OL LI BLOCKQUOTE TABLE HR DL DT DD".split(" "));
const BELOW = "\n\n";
const LINE = "———";

/**
 * `copied` holds elements as `copied_elements.js` makes them.
 * @param {any} copied
 * @returns {string}
 */
export function textOf(copied) {
  return blocksIn(copied).join(BELOW);
}

/**
 * Text between blocks is a paragraph, too.
 * @param {any} parent
 * @returns {string[]}
 */
function blocksIn(parent) {
  /** @type {string[]} */
  const blocks = [];
  /** @type {Node[]} */
  let phrases = [];
  const end = () => {
    const text = phraseOf(phrases);
    if (text) blocks.push(text);
    phrases = [];
  };
  for (const child of parent.childNodes) {
    if (!isBlock(child)) phrases.push(child);
    else {
      end();
      const text = blockOf(child);
      if (text) blocks.push(text);
    }
  }
  end();
  return blocks;
}

/** @param {Node} node */
function isBlock(node) {
  return BLOCKS.has(node.nodeName);
}

/**
 * @param {any} block
 * @returns {string}
 */
function blockOf(block) {
  switch (block.nodeName) {
    case "PRE":
      return block.textContent;
    case "UL":
    case "OL":
      return listOf(block);
    case "TABLE":
      return rowsOf(block).join("\n");
    case "HR":
      return LINE;
    case "BLOCKQUOTE":
      return indented(textOf(block), "> ", "> ");
    default:
      return textOf(block);
  }
}

/**
 * @param {any} list
 * @returns {string}
 */
function listOf(list) {
  const start = list.nodeName === "OL" ? Number(list.getAttribute("start") ?? 1) : null;
  const items = [...list.children].filter((child) => child.nodeName === "LI");
  return items.map((item, index) => itemOf(item, start === null ? "• " : `${start + index}. `)).join("\n");
}

/**
 * @param {Node} item
 * @param {string} mark
 */
function itemOf(item, mark) {
  const text = blocksIn(item).join("\n");
  return /^[☑☐] /.test(text) ? indented(text, "", "  ") : indented(text, mark, " ".repeat(mark.length));
}

/**
 * @param {string} text
 * @param {string} first
 * @param {string} further
 */
function indented(text, first, further) {
  return text
    .split("\n")
    .map((line, index) => ((index ? further : first) + line).trimEnd())
    .join("\n");
}

/**
 * @param {any} table
 * @returns {string[]}
 */
function rowsOf(table) {
  return [...table.querySelectorAll("tr")].map((row) => [...row.children].map(cellText).join("\t"));
}

/**
 * A cell's text, in one line.
 * @param {Node} cell
 */
export function cellText(cell) {
  return textOf(cell).replace(/\s+/g, " ");
}

/** @param {Node[]} nodes */
function phraseOf(nodes) {
  const text = nodes.map(wordsOf).join("");
  return text
    .split("\uE000")
    .map((line) => line.replace(/[ \t\n\r]+/g, " ").trim())
    .join("\n")
    .trim();
}

/**
 * Line breaks are marked until the spaces around them are removed.
 * @param {any} node
 * @returns {string}
 */
function wordsOf(node) {
  if (node.nodeName === "BR") return "\uE000";
  if (isBlock(node)) return `\uE000${blockOf(node)}\uE000`;
  return node.childNodes.length ? [...node.childNodes].map(wordsOf).join("") : node.textContent;
}
