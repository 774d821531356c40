// The text of a code block, whose lines are separate elements on the page.

/** @param {Element} block */
export function linesOf(block) {
  const code = block.querySelector("code") ?? block;
  const lines = [...code.children];
  const isHighlighted = lines.length && lines.every((line) => line.localName === "span" && line.matches(".block"));
  return isHighlighted ? lines.map(lineOf).join("\n") : code.textContent.replace(/\n$/, "");
}

/** @param {Element} line */
function lineOf(line) {
  return line.textContent.replace(/\n$/, ""); // an empty line is a line break
}
