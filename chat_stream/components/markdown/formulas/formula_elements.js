// From the code that the sanitiser lets through to elements of formulas.

export const TAG = "formula";

/** A plugin of rehype, behind the sanitiser. */
export function rehypeFormulas() {
  return (tree) => replaceIn(tree, false);
}

/** Formulas stand in `code`, and those of a block of code that is called `math` in `pre` as well. */
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
