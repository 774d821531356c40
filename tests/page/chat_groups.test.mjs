process.env.TZ = "Europe/Berlin";
import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { grouped, startOfDay } = await pageModule("components/chat_list/chat_groups.js");
const say = Object.assign((key) => key, { locale: "en-GB" });
const at = (...parts) => new Date(...parts).getTime(); // of the reader's clock
const TODAY = at(2026, 3, 2); // a Thursday, four days after summer time began

/** Chats by their titles, as `[label, titles]`. */
function groups(chats, { isArchive = false, words = "" } = {}) {
  const entries = chats.map((chat) => [chat.title, chat]);
  return grouped(entries, { isArchive, words, today: TODAY, say }).map(({ label, ids }) => [label, ids]);
}

test("chats stand by days, the newest first", () => {
  const chats = [
    { title: "last year", at: at(2025, 11, 31, 12) },
    { title: "noon", at: at(2026, 3, 2, 12) },
    { title: "midnight", at: TODAY },
    { title: "late yesterday", at: at(2026, 3, 1, 23, 59) },
    { title: "six days ago", at: at(2026, 2, 27) },
    { title: "a week ago", at: at(2026, 2, 25, 23, 59) },
    { title: "March", at: at(2026, 2, 1) },
  ];
  assert.deepEqual(groups(chats), [
    ["chats-today", ["noon", "midnight"]],
    ["chats-yesterday", ["late yesterday"]],
    ["chats-this-week", ["six days ago"]],
    ["March 2026", ["a week ago", "March"]],
    ["December 2025", ["last year"]],
  ]);
});

test("yesterday may have 23 hours, or 25", () => {
  const day = (today, moment) => grouped([["a", { title: "a", at: moment }]], { words: "", today, say })[0].label;
  assert.equal(day(at(2026, 2, 30), at(2026, 2, 29)), "chats-yesterday");
  assert.equal(day(at(2026, 9, 26), at(2026, 9, 25)), "chats-yesterday");
  assert.equal(day(at(2026, 9, 26), at(2026, 9, 25) - 1), "chats-this-week");
});

test("pinned chats stand above all days", () => {
  const chats = [
    { title: "new", at: TODAY },
    { title: "old", at: at(2020, 1, 1), pinned: true },
    { title: "older", at: at(2019, 1, 1), pinned: true },
  ];
  assert.deepEqual(groups(chats), [["chats-pinned", ["old", "older"]], ["chats-today", ["new"]]]);
});

test("the list has no archived chats, and the archive no others", () => {
  const chats = [{ title: "one", at: TODAY }, { title: "two", at: TODAY, archived: true }];
  assert.deepEqual(groups(chats), [["chats-today", ["one"]]]);
  assert.deepEqual(groups(chats, { isArchive: true }), [["chats-today", ["two"]]]);
});

test("a search finds parts of titles, in any case", () => {
  const chats = [{ title: "Ärger mit Öl", at: TODAY }, { title: "Oil", at: TODAY }];
  assert.deepEqual(groups(chats, { words: " öL " }), [["chats-today", ["Ärger mit Öl"]]]);
  assert.deepEqual(groups(chats, { words: "water" }), []);
});

test("chats of the same moment always stand in the same order", () => {
  const [one, two] = [{ title: "a", at: TODAY }, { title: "b", at: TODAY }];
  assert.deepEqual(groups([one, two]), groups([two, one]));
});

test("a day begins at the reader's midnight", () => {
  assert.equal(startOfDay(new Date(2026, 3, 2, 23, 59)), TODAY);
});
