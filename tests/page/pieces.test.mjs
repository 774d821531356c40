import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const pieces = await pageModule("components/markdown/growing/settled_phrases.js");
const WORDS = "All work and no play makes **Jack** a dull boy, *always*, in [every](https://example.com) `case`. ";

function grownBy(length, text) {
  let known = pieces.NOTHING;
  for (let end = length; end < text.length + length; end += length) known = pieces.grown(known, text.slice(0, end));
  return known;
}

test("a long line is cut between words", () => {
  const text = WORDS.repeat(30);
  for (const length of [1, 7, 50]) {
    const { settled, start } = grownBy(length, text);
    assert.ok(settled.length > 4);
    assert.equal([...settled, text.slice(start)].join(" "), text);
  }
});

test("nothing is cut within what is marked, or may be", () => {
  for (const mark of ["**", "*", "_", "~~", "`", "[", "$$", "<"]) {
    const { settled, start } = grownBy(7, `A ${mark}word ${"that goes on ".repeat(60)}`);
    assert.deepEqual([settled, start], [[], 0], mark);
  }
});

test("only a paragraph of one line is cut", () => {
  for (const beginning of ["- ", "# ", "> ", "1. ", "| ", "    ", "```\n", "A line\n"]) {
    assert.deepEqual(grownBy(7, beginning + WORDS.repeat(10)).settled, [], beginning);
  }
});

test("a second line undoes the cuts", () => {
  const known = grownBy(7, WORDS.repeat(10));
  assert.deepEqual(pieces.grown(known, `${WORDS.repeat(10)}\n---`).settled, []);
});
