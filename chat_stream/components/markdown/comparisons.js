// Keeps `- > 25 mg` as a comparison. By Markdown's rules it would be a quote in a list, and the sign would be lost.

const IN_LIST = /(?:[-*+]|\d[.)])[ \t]+>/;
const COMPARED = /^>(?:=?\s*[$€£¥]?\d|=)/;

/** A remark plugin. */
export function remarkComparisons() {
  return (tree, { value }) => {
    const source = String(value);
    if (IN_LIST.test(source)) readItems(tree, source);
  };
}

function readItems(parent, source) {
  for (const [index, child] of parent.children.entries()) {
    if (parent.type === "listItem" && child.type === "blockquote") parent.children.splice(index, 1, ...asWritten(child, source));
    if (child.children) readItems(child, source);
  }
}

function asWritten(quote, source) {
  const { start, end } = quote.position;
  const [paragraph] = quote.children;
  const isCompared = start.line === end.line && COMPARED.test(source.slice(start.offset, end.offset));
  if (!isCompared || paragraph?.type !== "paragraph") return [quote];
  const sign = source.slice(start.offset, paragraph.position.start.offset);
  return [{ ...paragraph, children: [{ type: "text", value: sign }, ...paragraph.children] }];
}
