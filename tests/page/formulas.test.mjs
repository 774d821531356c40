import { FORMULAS, NO_FORMULAS } from "./formula_texts.mjs";
import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { createElement } = await import("react");
const { renderToStaticMarkup } = await import("react-dom/server");
const { StickToBottom } = await import("use-stick-to-bottom"); // which links of notes need
const { Markdown } = await pageModule("components/markdown/markdown.jsx");
const { formulasIn } = await pageModule("components/markdown/formulas/formulas.js");
const { blocksOf } = await pageModule("components/markdown/growing/blocks.js");
const { mended } = await pageModule("components/markdown/growing/mending.js");
const pieces = await pageModule("components/markdown/growing/settled_phrases.js");

const WORDS = "All work and no play makes Jack a dull boy, so he said. ".repeat(15);
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

function htmlOf(text, isStreaming = false) {
  const markdown = createElement(Markdown, { text, isStreaming });
  return renderToStaticMarkup(createElement(StickToBottom, null, markdown));
}

/** The formulas in it as they were written, whether they could be drawn or not. */
function writtenIn(html) {
  return [...html.matchAll(/data-formula="([^"]*)"/g)].map(([, written]) => plain(written));
}

function plain(html) {
  return html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]);
}

function wordsIn(html) {
  return plain(html.replace(/<[^>]*>/g, ""));
}

/** Without spaces and line breaks, which may be elements as well. */
function unspaced(words) {
  return words.replace(/\s/g, "");
}

test("formulas are read as models write them, and all of them are drawn", () => {
  for (const [text, ...written] of FORMULAS) {
    const html = htmlOf(text);
    assert.deepEqual(writtenIn(html), written, text);
    assert.ok(!html.includes("formula-source"), text);
  }
});

test("money, variables, escaped brackets, code and addresses are no formulas", () => {
  for (const text of NO_FORMULAS) assert.deepEqual(writtenIn(htmlOf(text)), [], text);
});

test("a formula in lines of its own is displayed between paragraphs, others in their line", () => {
  const displayed = ["\\[x\\]", "$$x$$", "$$\nx\n$$", "\\begin{align}\nx\n\\end{align}", "```math\nx\n```"];
  for (const formula of displayed) {
    const html = htmlOf(`${formula}\n\nBelow`);
    assert.match(html, /<div[^>]*contents"><span class="katex-display"/, formula);
  }
  for (const formula of ["\\(x\\)", "$x$", "$$x$$", "\\ce{H2O}", "\\boxed{x}"]) {
    assert.match(htmlOf(`In ${formula} a line`), /<p>In <span class="katex"/, formula);
  }
  assert.match(htmlOf("Above\n\\[x\\]\nbelow"), /<p>Above<\/p>.*katex-display.*<p>below<\/p>/s);
});

test("below a formula, a line of dashes is no underline of a title", () => {
  for (const formula of ["$$\nx\n$$", "\\[x\\]", "Text\n\\begin{align}x\\end{align}"]) {
    assert.match(htmlOf(`${formula}\n---\nBelow`), /katex-display.*<hr[^>]*>.*<p>Below/s, formula);
  }
  assert.match(htmlOf("A title $x$\n---"), /<h2/);
});

test("what is no formula keeps all its characters", () => {
  const code = "\\[\nx\n\n|y|\n\\]";
  const indented = `    ${code.replaceAll("\n", "\n    ")}`;
  assert.equal(wordsIn(htmlOf(indented)), wordsIn(htmlOf(`\`\`\`\n${code}\n\`\`\``)));
  assert.ok(wordsIn(htmlOf("a \\( b | c\n\nand \\) d")).includes("a ( b | c"));
});

test("a `|` that a table makes escape is one line, two of them are a norm", () => {
  const html = htmlOf("| a |\n|---|\n| $P(A\\|B)$ and $\\|v\\|$ |");
  assert.match(html, /<mi>A<\/mi><mi mathvariant="normal">∣<\/mi>|<mi>A<\/mi><mo[^>]*>∣/);
  assert.equal(html.match(/>∥</g).length, 4); // each once for the eye and once for a reader
});

test("a formula that can't be drawn is shown as it was written, and says why", () => {
  for (const formula of ["\\(\\foo\\)", "$\\frac{1}$", "\\[ x^2^3 \\]", "$$\\left( x$$"]) {
    const html = htmlOf(`See ${formula}.`);
    assert.match(html, /<code class="formula-source"[^>]* title="This formula can&#x27;t be drawn: [^"]{9}/, formula);
    assert.ok(wordsIn(html).includes(formula), formula);
  }
});

test("an equation has the number that its author gives it, or one of its own", () => {
  assert.match(htmlOf("\\begin{align}a\\\\b\\end{align}"), /"eqn-num.*"eqn-num/s);
  assert.ok(!htmlOf("\\begin{align}a\\tag{7}\\\\b\\end{align}").includes(`"eqn-num`));
});

test("what a formula defines is forgotten with it", () => {
  for (const define of ["\\gdef\\leak{x}", "\\global\\def\\leak{x}", "\\newcommand\\leak{x}", "\\def\\leak{x}"]) {
    assert.match(htmlOf(`$${define}\\leak$`), /class="katex"/);
    assert.match(htmlOf(`$${define}\\leak$ and \\(\\leak\\)`), /formula-source/, define);
  }
});

test("a formula that isn't complete is shown as it is written", () => {
  const beginnings = [
    ...["\\[", "\\[ \\frac{a", "$$\n\\frac{a", "\\begin{align}\na &= \\fr", "\\( a_1 * b_2", "$\\sqrt{2", "\\ce{H2"],
    ...["\\[ [1, 2) \\cup (3, 4]", "\\(\\text{a \\(y\\)", "\\[\na\n- b\n= c\n1. d"],
  ];
  for (const formula of beginnings) {
    const html = htmlOf(`**Bold** \\(x\\) and ${formula}`, true);
    assert.deepEqual(writtenIn(html), ["\\(x\\)"], formula);
    assert.ok(!html.includes("formula-source"), formula);
    assert.ok(unspaced(wordsIn(html)).includes(unspaced(`and ${formula}`)), `${formula}: ${wordsIn(html)}`);
  }
});

test("the end of a text is mended around its formulas", () => {
  assert.equal(mended("**a \\(x_1"), "**a &#92;&#40;x&#95;1**");
  assert.equal(mended("**a $x_1$ and $y~z$ b"), "**a $x_1$ and $y~z$ b**");
  assert.equal(mended("$$\nx~y\n$$\n\n*a"), "$$\nx~y\n$$\n\n*a*");
  assert.equal(mended("> \\[\n> x"), "> &#92;&#91;\nx");
  assert.equal(mended("code `\\(x"), "code `\\(x`");
  assert.equal(mended("so\n\n    \\[ x"), "so\n\n    \\[ x");
  assert.equal(mended("a [link\\"), "a link");
  assert.equal(mended("- a\n  - b\n    \\[ x"), "- a\n  - b\n    &#92;&#91; x");
  assert.equal(mended("so $x$"), "so &#36;x&#36;");
  assert.equal(mended("so $x$,"), "so $x$,");
  assert.equal(mended("costs $5 and **$6"), "costs $5 and **$6**");
});

test("no block and no piece of a text ends within a formula", () => {
  for (const [text] of FORMULAS) {
    const blocks = blocksOf(`${text}\n\nBelow`);
    assert.equal(blocks.join(""), `${text}\n\nBelow`);
    const { formulas } = formulasIn(text);
    assert.ok(blocksOf(`${text}\n\n\\[\na\n- b`, true).at(-1).endsWith("\\[\na\n- b"), text);
    assert.equal(blocks.flatMap((block) => formulasIn(block).formulas).length, formulas.length, text);
  }
  let known = pieces.NOTHING;
  const text = `${WORDS}$x + y$ ${WORDS}\\(a + b\\) for $5 ${WORDS}and $6 ${WORDS}`;
  for (let end = 7; end < text.length + 7; end += 7) known = pieces.grown(known, text.slice(0, end));
  assert.ok(known.settled.length > 2);
  const settled = known.settled.flatMap((piece) => formulasIn(piece).formulas);
  assert.equal(settled.length, formulasIn(known.settled.join(" ")).formulas.length);
});

test("the time to look for formulas grows with the text, whatever is in it", { timeout: 20_000 }, () => {
  const marks = ["\\[ x ", "\\(", "\\({", "$", "$x", "$$ ", "$$\n", "\\begin{align}", "$\\text{", "\\ce{", "`$", "\\[\n", "|$x"];
  for (const mark of marks) {
    const started = performance.now();
    formulasIn(mark.repeat(10_000));
    assert.ok(performance.now() - started < 2_000, mark);
  }
});
