import { stored } from "./rendering.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

test("a sign that compares in a list is shown", () => {
  assert.equal(stored("- > 25 mg"), "<ul><li>&gt; 25 mg</li></ul>");
  assert.equal(stored("1. >= $5"), "<ol><li>&gt;= $5</li></ol>");
});

test("a quote in a list stays a quote", () => {
  assert.match(stored("- > as Ada said"), /<blockquote>/);
  assert.match(stored("- > 25 mg\n  > and more"), /<blockquote>/);
  assert.match(stored("> 25 mg"), /<blockquote>/);
});
