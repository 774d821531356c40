// Turns the code elements that the sanitiser lets through into formulas.

export const TAG = "formula";

/** A rehype plugin, which runs after the sanitiser. */
export function rehypeFormulas() {
  return (tree) => replaceIn(tree, false);
}

/** Formulas are in `code` elements; those of a code block named `math` are inside of a `pre`. */
function replaceIn(parent, inTable) {
  parent.children = parent.children.map((child) => {
    if (isFormula(child)) return formulaOf(child, inTable);
    if (child.tagName === "pre" && isFormula(child.children[0])) return blockOf(child.children[0]);
    if (child.children) replaceIn(child, inTable || child.tagName === "table");
    return child;
  });
}

function isFormula(node) {
  return node?.tagName === "code" && node.properties.className?.includes("language-math");
}

function formulaOf(code, inTable) {
  const isDisplay = code.properties.className.includes("language-display");
  return { ...code, tagName: TAG, properties: { written: textOf(code), isDisplay, inTable }, children: [] };
}

function blockOf(code) {
  const written = `$$\n${textOf(code).trim()}\n$$`;
  return { ...code, tagName: TAG, properties: { written, isDisplay: true, isFenced: true }, children: [] };
}

function textOf({ children }) {
  return children.map(({ value }) => value ?? "").join("");
}
