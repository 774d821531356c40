import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const stanzas = await pageModule("components/markdown/growing/settled_sections.js");
const PARAGRAPH = "All work and no play makes **Jack** a dull boy. ".repeat(10).trim();

/** What is known of a text that grew by `length` characters at a time. */
function grownBy(length, text) {
  let known = stanzas.NOTHING;
  for (let end = length; end < text.length + length; end += length) known = stanzas.grown(known, text.slice(0, end));
  return known;
}

test("a text is its settled stanzas and the last one", () => {
  const text = `${PARAGRAPH}\n\n`.repeat(20);
  for (const length of [1, 97, text.length]) {
    const { settled, start } = grownBy(length, text);
    assert.ok(settled.length > 2);
    assert.equal(settled.join("") + text.slice(start), text);
  }
});

test("what is settled stays, whatever comes", () => {
  const text = `## A title\n\n${PARAGRAPH}\n\n- one\n\n  two\n\n\`\`\`\ncode\n\n\`\`\`\n\n`.repeat(20);
  let before = [];
  for (let end = 1; end <= text.length; end += 101) {
    const { settled } = grownBy(101, text.slice(0, end));
    assert.deepEqual(settled.slice(0, before.length), before);
    before = settled;
  }
});

test("no cut is made where a list, code, HTML or a formula may go on", () => {
  for (const above of ["- an item", "1. an item", "    code", "<details>", "$$\nx", "> a quote\n\n- an item"]) {
    const { settled } = grownBy(97, `${PARAGRAPH}\n\n${above}\n\n`.padEnd(1_700, "\n") + "The end.");
    for (const stanza of settled) assert.ok(!stanza.trimEnd().endsWith(above), above);
  }
});

test("a text that defines names is one stanza, unless the definition stands in code", () => {
  const long = `${PARAGRAPH}\n\n`.repeat(10);
  assert.equal(grownBy(97, `${long}[1]: https://example.com\n`).settled.length, 0);
  assert.equal(grownBy(97, `${long}> [^note]: A note.\n`).settled.length, 0);
  assert.ok(grownBy(97, `${long}\`\`\`\n[1]: x\n\`\`\`\n\n${long}`).settled.length > 2);
});

test("a text that was replaced begins from nothing", () => {
  const known = grownBy(97, `${PARAGRAPH}\n\n`.repeat(10));
  assert.deepEqual(stanzas.grown(known, "Another."), { ...stanzas.NOTHING, text: "Another." });
});
