import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { beginningsIn } = await pageModule("components/new_chat/beginnings.js");

test("an installation's own are there in each language, or there are ours", () => {
  assert.equal(beginningsIn({}, "en"), undefined);
  assert.equal(beginningsIn(undefined, "en"), undefined);
  assert.deepEqual(beginningsIn({ en: ["Write"], de: ["Schreibe"] }, "de"), ["Schreibe"]);
  assert.deepEqual(beginningsIn({ de: ["Schreibe"], "*": ["Write"] }, "en"), ["Write"]);
  assert.deepEqual(beginningsIn({ en: ["Write"] }, "de"), ["Write"]);
  assert.deepEqual(beginningsIn({ de: ["Schreibe"] }, "en"), ["Schreibe"]);
  assert.deepEqual(beginningsIn({ "*": [] }, "en"), []);
});
