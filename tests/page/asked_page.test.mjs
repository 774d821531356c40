import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

class Storage {
  values = new Map();
  getItem = (key) => this.values.get(key) ?? null;
  setItem = (key, value) => this.values.set(key, value);
  removeItem = (key) => this.values.delete(key);
}
globalThis.Storage = Storage;
globalThis.window = { sessionStorage: new Storage() };

const { askedBefore, nextIn, remember } = await pageModule("components/entrance/asked_page.js");

test("an entrance's address says which page was asked for", () => {
  assert.deepEqual(nextIn("?next=%2Fchat%2F7"), { next: "/chat/7", invitation: "" });
  assert.deepEqual(nextIn("?next=/invite/ab-C_1"), { next: "/invite/ab-C_1", invitation: "ab-C_1" });
  assert.deepEqual(nextIn(""), { next: "", invitation: "" });
});

test("a page that was asked for is remembered beyond an invitation, once", () => {
  remember("?next=/chat/7");
  remember("?next=/invite/abc");
  assert.equal(askedBefore(""), "/chat/7");
  assert.equal(askedBefore(""), "");
});

test("what an address says now counts more than what is remembered", () => {
  remember("?next=/chat/7");
  assert.equal(askedBefore("?next=/settings"), "/settings");
  assert.equal(askedBefore(""), "");
});

test("an entrance without a page forgets an earlier one", () => {
  remember("?next=/chat/7");
  remember("");
  assert.equal(askedBefore(""), "");
});
