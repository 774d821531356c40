// Turns tags and the text between them into paragraphs, folds and lists. A tag in the wrong place becomes text.
import { FOLDS, LISTS } from "./tags.js";

/** Paragraphs of these nodes, with the tags for which `standsAlone` is true between them. */
export function blocksOf(nodes, paragraph, standsAlone) {
  const blocks = [];
  let words = [];
  const end = () => {
    if (words.some((node) => node.type !== "text" || node.value.trim()))
      blocks.push({ ...paragraph, children: trimmed(words.flatMap(shownPhrase)) });
    words = [];
  };
  for (const [index, node] of nodes.entries()) {
    if (isRule(node) && nodes.length === 1) blocks.push({ type: "thematicBreak" });
    else if (isFoldElement(node) || (isFold(node) && standsAlone(node, index, nodes))) {
      end();
      blocks.push(node);
    } else words.push(node);
  }
  end();
  return blocks;
}

const BLOCKS = ["paragraph", "heading", "list", "table", "code", "blockquote", "thematicBreak", "footnoteDefinition", "math"];
const isBlock = (node) => BLOCKS.includes(node.type) || isFoldElement(node) || isFold(node);
const isRule = (node) => node.type === "tag" && node.name === "hr";
export const isFold = (node) => node.type === "tag" && FOLDS.includes(node.name);
const isFoldElement = (node) => node.type === "tagged" && FOLDS.includes(node.name);

export function shownBlock(block, index, siblings, parent) {
  if (block.type === "tag") return { type: "paragraph", children: [textOf(block.source)] };
  if (block.type !== "tagged") return block;
  if (block.name === "details") return foldOf(block);
  const isFirst = parent.name === "details" && siblings.findIndex(isTitle) === index;
  return isFirst ? { ...block, children: titleOf(block) } : inBlocks(untagged(block));
}

/** The text of a fold is in paragraphs. Its title comes first. */
function foldOf(fold) {
  const blocks = inBlocks(fold.children).flatMap((block, index, all) => shownBlock(block, index, all, fold));
  return { ...fold, children: [...blocks.filter(isTitle), ...blocks.filter((block) => !isTitle(block))] };
}

const isTitle = (node) => node.type === "tagged" && node.name === "summary";

function inBlocks(nodes) {
  const blocks = [];
  let words = [];
  const end = () => {
    blocks.push(...blocksOf(words, { type: "paragraph" }, isFold));
    words = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) words.push(node);
    else {
      end();
      blocks.push(node);
    }
  }
  end();
  return blocks;
}

/** A title that consists of one paragraph isn't a paragraph. */
function titleOf({ children }) {
  const shown = children.flatMap((node) => (isBlock(node) ? shownBlock(node, 0, [], {}) : shownPhrase(node)));
  return shown.length === 1 && shown[0].type === "paragraph" ? shown[0].children : shown;
}

export function shownPhrase(node) {
  if (node.type === "tag") return node.name === "br" ? { type: "break" } : textOf(node.source);
  if (node.type !== "tagged") return node;
  if (node.name === "details") return foldOf(node);
  if (node.name === "summary" || node.name === "li") return untagged(node).flatMap(shownPhrase);
  if (LISTS.includes(node.name)) return listOf(node);
  return { ...node, children: node.children.flatMap(shownPhrase) };
}

/** Entries can only be inside of their list. */
function listOf(list) {
  const isEntry = (node) => node.type === "tagged" && node.name === "li";
  const isSpace = (node) => node.type === "text" && !node.value.trim();
  const entries = list.children.filter((node) => !isSpace(node));
  if (!entries.length || !entries.every(isEntry)) return untagged(list).flatMap(shownPhrase);
  return { ...list, children: entries.map((entry) => ({ ...entry, children: entry.children.flatMap(shownPhrase) })) };
}

function untagged({ name, children }) {
  return [textOf(`<${name}>`), ...children, textOf(`</${name}>`)];
}

export function textOf(value) {
  return { type: "text", value };
}

/** Removes line breaks around tags that were moved. */
function trimmed(nodes) {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first?.type === "text") nodes[0] = { ...first, value: first.value.trimStart() };
  if (last?.type === "text") nodes[nodes.length - 1] = { ...nodes.at(-1), value: nodes.at(-1).value.trimEnd() };
  return nodes;
}
