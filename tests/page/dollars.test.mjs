import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { dollarEnd } = await pageModule("components/markdown/formulas/dollars.js");
const { NOT_HERE, NOT_YET } = await pageModule("components/markdown/formulas/formula_lines.js");

/** What the first dollar of a text opens. */
function opened(text, isRow = false) {
  const start = text.indexOf("$");
  const end = dollarEnd(text, start, { isRow });
  return end > 0 ? text.slice(start, end) : end;
}

test("a formula has no space behind its first mark and none before its last", () => {
  assert.equal(opened("so $x + y$ is"), "$x + y$");
  assert.equal(opened("$ x$"), NOT_HERE);
  assert.equal(opened("$x $"), NOT_HERE);
  assert.equal(opened("$x$2"), NOT_HERE);
});

test("money is no formula", () => {
  for (const text of ["$5 or 10$", "**$5** and **$6**", "$1,000 for the first, $2,000", "US$5 – 10$"])
    assert.equal(opened(text), NOT_HERE, text);
});

test("names of variables are no formula", () => {
  for (const text of ["$HOME/$USER", "$a,$b", "$first$last", "$(one)$(two)"]) assert.equal(opened(text), NOT_HERE, text);
});

test("a dollar within the text of a formula ends nothing", () => {
  assert.equal(opened("$\\text{costs $5 to $6} = x$."), "$\\text{costs $5 to $6} = x$");
});

test("a formula that may still be closed isn't there yet, if it looks like one", () => {
  assert.equal(opened("$\\frac{1}{2"), NOT_YET);
  assert.equal(opened("$5 and more"), NOT_HERE);
  assert.equal(opened(`$\\alpha ${"x".repeat(1000)}`), NOT_HERE);
});

test("a formula doesn't divide the cells of a row", () => {
  assert.equal(opened("| $|x|$ |", true), "$|x|$");
  assert.equal(opened("| $x | y$ |", true), NOT_HERE);
});

test("a formula ends where another block begins", () => {
  assert.equal(opened("$x\n- y$"), NOT_HERE);
  assert.equal(opened("$x\n+ y$"), NOT_HERE);
  assert.equal(opened("$x\ny$"), "$x\ny$");
});
