import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { refersToNote } = await pageModule("components/markdown/growing/definitions.js");
const { blocksOf, definesNames } = await pageModule("components/markdown/growing/blocks.js");

test("a definition is found where Markdown has one", () => {
  for (const text of ["[a]: https://example.com", "x\n\n> - [^1]: a note", "1. [b]: /x"]) assert.ok(definesNames(text), text);
  for (const text of ["[a] : x", "see [a]: b", "```\n[a]: /x\n```", "~~~\n[a]: /x"]) assert.ok(!definesNames(text), text);
});

test("what refers to a note isn't its definition", () => {
  assert.ok(refersToNote("as said[^1]."));
  assert.ok(!refersToNote("[^1]: said"));
});

test("a text with names in it stays whole", () => {
  assert.deepEqual(blocksOf("one\n\ntwo [a]\n\n[a]: /x"), ["one\n\ntwo [a]\n\n[a]: /x"]);
  assert.deepEqual(blocksOf("one[^1]\n\ntwo", true), ["one[^1]\n\ntwo"]);
});

test("all blocks together are the text", () => {
  for (const text of ["one\n\ntwo", "- a\n- b\n\n$$\nx\n\ny\n$$\n\nend", "# a\nb\n\n```\nc\n\nd\n```\ne"]) {
    assert.ok(blocksOf(text).length > 1, text);
    assert.equal(blocksOf(text).join(""), text);
  }
});

test("a formula stays in one block, whatever its lines look like", () => {
  assert.deepEqual(blocksOf("a\n\n$$\nx\n- y\n+ z\n$$\n"), ["a\n\n", "$$\nx\n- y\n+ z\n$$\n"]);
});
