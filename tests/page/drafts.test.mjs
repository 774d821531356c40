import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

class Storage {
  values = new Map();
  room = Infinity;
  writes = 0;
  getItem = (key) => this.values.get(key) ?? null;
  removeItem = (key) => this.values.delete(key);
  setItem(key, value) {
    this.writes += 1;
    if (value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.values.set(key, value);
  }
}

const listeners = {};
const listening = { addEventListener: (name, listener) => (listeners[name] = listener) };
globalThis.Storage = Storage;
globalThis.window = listening;
globalThis.document = listening;

const { LOCAL, SESSION, read, keep, forget } = await pageModule("browser/stores.js");
const { dropDraft, keepDraft, readDraft } = await pageModule("components/writing/kept_drafts.js");
const { areasOf } = await pageModule("components/writing/draft.js");
const { whenNotified } = await pageModule("components/page/page_notice.js");

const notices = [];
whenNotified((key) => notices.push(key));
const SHORT = { text: "short", isSending: false };
const LONG = { text: "x".repeat(99_000), isSending: false };

beforeEach(() => {
  window.localStorage = new Storage();
});

test("a short draft is stored at once, a long one when its page is left or sent", () => {
  keepDraft("a", [LOCAL], SHORT);
  assert.equal(window.localStorage.writes, 1);
  for (let key = 0; key < 50; key += 1) keepDraft("a", [LOCAL], { ...LONG, text: LONG.text + key });
  assert.equal(window.localStorage.writes, 1);
  listeners.pagehide();
  assert.equal(window.localStorage.writes, 2);
  assert.ok(JSON.parse(window.localStorage.getItem("a")).text.endsWith("49"));
  keepDraft("a", [LOCAL], { ...LONG, isSending: true });
  assert.ok(JSON.parse(window.localStorage.getItem("a")).isSending);
});

test("a long draft that wasn't stored yet is read as it is, and dropped whole", () => {
  keepDraft("b", [LOCAL], LONG);
  assert.equal(readDraft("b", LOCAL).text, LONG.text);
  dropDraft("b", [LOCAL], "what another tab wrote");
  assert.equal(readDraft("b", LOCAL).text, LONG.text);
  dropDraft("b", [LOCAL], LONG.text);
  assert.equal(readDraft("b", LOCAL), null);
});

test("where a store is full or forbidden the page remembers by itself, and says so once", () => {
  window.localStorage.room = 10;
  keepDraft("c", [LOCAL], SHORT);
  keepDraft("c", [LOCAL], { ...SHORT, text: "longer" });
  assert.equal(readDraft("c", LOCAL).text, "longer");
  dropDraft("c", [LOCAL], "longer");
  assert.equal(readDraft("c", LOCAL), null);

  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("forbidden", "SecurityError");
    },
  });
  assert.equal(keep("d", "value"), false);
  assert.equal(read("d"), "value");
  forget("d");
  assert.equal(read("d"), null);
  keepDraft("d", [LOCAL], SHORT);
  assert.deepEqual(notices, ["drafts-not-kept"]);
  Object.defineProperty(window, "localStorage", { configurable: true, writable: true, value: null });
});

test("a chat's draft is every tab's, a new chat's this tab's first, and a temporary chat's is kept nowhere", () => {
  assert.deepEqual(areasOf("chat", false), [LOCAL]);
  assert.deepEqual(areasOf("", false), [SESSION, LOCAL]);
  assert.deepEqual(areasOf("chat", true), []);
});

test("what is no draft is none", () => {
  for (const kept of ["", "{", "null", "7", '{"text": 7}']) {
    window.localStorage.values.set("e", kept);
    assert.equal(readDraft("e", LOCAL), null, kept);
  }
});
