import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { missingOf } = await pageModule("components/messages/missing_messages.js");

test("messages that aren't there are asked for in their order, a page at a time", () => {
  const ids = ["a", "b", "c", "d"];
  const there = (...known) => new Map(known.map((id) => [id, {}]));
  assert.deepEqual(missingOf(ids, there("b"), 2), ["a", "c"]);
  assert.deepEqual(missingOf(ids, there("a", "b", "c"), 2), ["d"]);
  assert.deepEqual(missingOf(ids, there(...ids), 2), []);
});
