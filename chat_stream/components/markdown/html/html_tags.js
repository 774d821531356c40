// Turns the tags that are on the list into elements, and removes comments. All other HTML stays visible as text.
import { htmlSyntax } from "./html_syntax.js";
import { blocksOf, isFold, shownBlock, shownPhrase, textOf } from "./tag_elements.js";
import { paired } from "./tag_pairs.js";
import { isComment, LISTS, tagOf, withoutHalfTag } from "./tags.js";

const LONGEST_HIDDEN = 500; // characters of an unfinished comment
const DEEPEST = 20; // nested comments without an end
const HOLDS_BLOCKS = ["root", "blockquote", "listItem", "footnoteDefinition"];
const MARK = "\u200B"; // in front of a line, so that it is read as a paragraph

/** A remark plugin. With `isUnfinished`, more text may come that closes what is open at the end. */
export function remarkTags({ isUnfinished = false } = {}) {
  const extensions = (this.data().micromarkExtensions ??= []);
  extensions.push(htmlSyntax);
  let depth = 0;
  const parse = (text) => this.parse(text).children;
  return (tree, { value }) => {
    if (String(value).includes("<")) readBlocks(tree, isUnfinished);
  };

  function readBlocks(parent, isTail) {
    const blocks = parent.children.flatMap((child, index) => {
      const isLast = isTail && index === parent.children.length - 1;
      if (child.type === "html") return blocksOfHtml(child.value, isLast);
      if (child.type === "paragraph") return blocksOf(phrases(child, isLast), child, isEnd);
      return read(child, isLast);
    });
    parent.children = paired(blocks, isTail).flatMap((block, index, all) => shownBlock(block, index, all, parent));
  }

  function read(node, isTail) {
    if (HOLDS_BLOCKS.includes(node.type)) readBlocks(node, isTail);
    else if (node.type === "list" || node.type === "table" || node.type === "tableRow")
      node.children.forEach((child, index) => read(child, isTail && index === node.children.length - 1));
    else if (node.children) node.children = phrases(node, isTail).flatMap(shownPhrase);
    return node;
  }

  /** The children of a paragraph or the like, with paired tags. */
  function phrases(parent, isTail) {
    const nodes = [];
    for (const [index, child] of parent.children.entries()) {
      const isLast = isTail && index === parent.children.length - 1;
      const node = phrase(child, isLast, parent);
      if (node) nodes.push(follows(nodes.at(-1), node));
    }
    return paired(nodes, isTail);
  }

  function phrase(node, isLast, parent) {
    if (node.type === "html") return isComment(node.value) ? null : (tagIn(parent, node.value) ?? textOf(node.value));
    if (node.type !== "text") return read(node, isLast);
    const value = isLast ? withoutHalfTag(node.value) : node.value;
    return value && { ...node, value };
  }

  function blocksOfHtml(html, isLast) {
    if (!html.startsWith("<!--")) return blocksOf(phrasesOfLine(html.trim(), isLast), { type: "paragraph" }, isFold);
    const rest = withoutComments(html);
    const isOpen = rest.startsWith("<!--");
    if (!rest || (isOpen && isLast && rest.length < LONGEST_HIDDEN)) return [];
    if (depth > DEEPEST) return [{ type: "paragraph", children: [textOf(rest)] }];
    const within = { type: "root", children: parse(isOpen ? `\\${rest}` : rest) };
    depth += 1;
    readBlocks(within, isLast);
    depth -= 1;
    return within.children;
  }

  function phrasesOfLine(line, isLast) {
    const tag = tagOf(line);
    if (tag) return [tag];
    const [paragraph] = parse(`${MARK}${line}`);
    paragraph.children[0].value = paragraph.children[0].value.slice(MARK.length);
    return phrases(paragraph, isLast);
  }
}

/** The HTML after the comments at its beginning. */
function withoutComments(html) {
  let at = 0;
  for (let end = html.indexOf("-->"); end >= 0 && html.startsWith("<!--", at); end = html.indexOf("-->", at)) {
    at = end + 3;
    while (html[at]?.trim() === "") at += 1;
  }
  return html.slice(at);
}

/** Tags for lists are allowed only in table cells. */
function tagIn(parent, html) {
  const tag = tagOf(html);
  return tag && LISTS.includes(tag.name) && parent.type !== "tableCell" ? null : tag;
}

/** A fold's tag at the end of a line belongs outside the paragraph. */
const isEnd = (node, index, nodes) => node.isClosing && endsLine(nodes[index + 1]);
const endsLine = (next) => !next || (isFold(next) && next.isClosing) || (next.type === "text" && /^\s*(?:\n|$)/.test(next.value));

/** A line break after `<br>` isn't a second one. */
function follows(before, node) {
  const isBreak = before?.type === "tag" && before.name === "br";
  return isBreak && node.type === "text" ? { ...node, value: node.value.replace(/^[ \t]*\n/, "") } : node;
}
