import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const depth = await pageModule("components/markdown/nesting_limit.js");

function isTooDeep(text, length) {
  let known = depth.NOTHING;
  for (let end = length; end < text.length + length; end += length) known = depth.grown(known, text.slice(0, end));
  return known.isTooDeep;
}

const DEEP = {
  quotes: ">".repeat(600),
  "quotes apart": "> ".repeat(600),
  lists: "- ".repeat(600),
  "numbered lists": "1. ".repeat(600),
  indentation: " ".repeat(300) + "- deep",
  brackets: "[".repeat(600),
  links: "](b)".repeat(600),
  stars: "*".repeat(600),
};

const SHALLOW = {
  "a line across the page": "- ".repeat(200),
  "a drawing": `+${"-".repeat(300)}+`,
  "a nested list": Array.from({ length: 20 }, (_, level) => `${"  ".repeat(level)}- item`).join("\n"),
  prose: "*All* work [and](b) no play. ".repeat(1000),
};

test("what is nested beyond sense is found, however it comes", () => {
  for (const [kind, text] of Object.entries(DEEP))
    for (const length of [1, 97, 10_000]) assert.ok(isTooDeep(`A beginning.\n\n${text} deep`, length), kind);
});

test("what people write is not too deep", () => {
  for (const [kind, text] of Object.entries(SHALLOW))
    for (const length of [7, 10_000]) assert.ok(!isTooDeep(text, length), kind);
});
