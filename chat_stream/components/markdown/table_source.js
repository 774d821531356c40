// Gives each table the Markdown that it was written in, to be copied as that.

const RULE = /^[|:\- \t]*-[|:\- \t]*$/; // the second line of a table

/** A plugin of rehype, behind the sanitiser. */
export function rehypeTableSources() {
  return (tree, file) => giveSources(tree, String(file));
}

function giveSources(parent, text) {
  for (const child of parent.children ?? []) {
    if (child.tagName === "table" && child.position) child.properties.source = sourceOf(child.position, text);
    else giveSources(child, text);
  }
}

/** Without what its lines begin with because the table stands in a quote or a list. */
function sourceOf({ start, end }, text) {
  const written = text.slice(start.offset, end.offset).split("\n");
  const lines = written.map((line) => line.replace(/^[ \t>]+/, "").trimEnd());
  return RULE.test(lines[1] ?? "") ? lines.join("\n") : undefined; // it was read by itself, and its place is another's
}
