// Gives each table its Markdown source, for copying.

const RULE = /^[|:\- \t]*-[|:\- \t]*$/; // the second line of a table

/** A rehype plugin, which runs after the sanitiser. */
export function rehypeTableSources() {
  return (tree, file) => giveSources(tree, String(file));
}

function giveSources(parent, text) {
  for (const child of parent.children ?? []) {
    if (child.tagName === "table" && child.position) child.properties.source = sourceOf(child.position, text);
    else giveSources(child, text);
  }
}

/** The source without the markers of the quote or list around the table. */
function sourceOf({ start, end }, text) {
  const written = text.slice(start.offset, end.offset).split("\n");
  const lines = written.map((line) => line.replace(/^[ \t>]+/, "").trimEnd());
  return RULE.test(lines[1] ?? "") ? lines.join("\n") : undefined; // parsed separately: its position is in another text
}
