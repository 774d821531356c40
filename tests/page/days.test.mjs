process.env.TZ = "Europe/Berlin";
import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { dayLabel, daysOf } = await pageModule("components/message_actions/days.js");
const say = Object.assign((key) => key, { locale: "en-GB" });
const german = Object.assign((key) => key, { locale: "de-DE" });
const at = (...parts) => new Date(...parts).getTime(); // of the reader's clock

const question = (...parts) => ({ role: "user", at: at(...parts) });
const answer = (...parts) => ({ role: "assistant", at: at(...parts) });

test("a day is said above its first question", () => {
  const days = daysOf([
    question(2026, 2, 1, 23, 58),
    answer(2026, 2, 2, 0, 1), // after midnight, and still below its question
    question(2026, 2, 2, 0, 2),
    answer(2026, 2, 2, 0, 3),
    question(2026, 2, 2, 23, 59),
    answer(2026, 2, 3, 0, 0),
    question(2026, 2, 9, 8, 0),
  ]);
  assert.deepEqual(days, [[0, at(2026, 2, 1)], [2, at(2026, 2, 2)], [6, at(2026, 2, 9)]]);
});

test("an answer that is the first to be shown has its day above it", () => {
  assert.deepEqual(daysOf([answer(2026, 2, 1), question(2026, 2, 1, 9)]), [[0, at(2026, 2, 1)]]);
});

test("what was answered once more much later changes no day below it", () => {
  const days = daysOf([question(2026, 2, 1), answer(2026, 7, 1), question(2026, 2, 1, 9), answer(2026, 2, 1, 9)]);
  assert.deepEqual(days, [[0, at(2026, 2, 1)]]);
});

test("messages that aren't there yet say nothing", () => {
  assert.deepEqual(daysOf([undefined, { role: "user" }, question(2026, 2, 1)]), [[2, at(2026, 2, 1)]]);
  assert.deepEqual(daysOf([]), []);
});

test("a day has a name for a week, and then a date", () => {
  const today = at(2026, 3, 2); // a Thursday, four days after summer time began
  const names = [0, 1, 2, 6, 7].map((ago) => dayLabel(at(2026, 3, 2 - ago), today, say));
  assert.deepEqual(names, ["chats-today", "chats-yesterday", "Tuesday", "Friday", "26 March"]);
  assert.equal(dayLabel(at(2026, 2, 29), at(2026, 2, 30), say), "chats-yesterday"); // a day of 23 hours
  assert.equal(dayLabel(at(2026, 9, 25), at(2026, 9, 26), say), "chats-yesterday"); // and one of 25
  assert.equal(dayLabel(at(2025, 11, 31), at(2026, 0, 1), say), "chats-yesterday");
  assert.equal(dayLabel(at(2025, 11, 1), today, say), "1 December 2025");
  assert.equal(dayLabel(at(2026, 3, 9), today, say), "9 April"); // of a clock that is ahead
  assert.equal(dayLabel(at(2025, 11, 1), today, german), "1. Dezember 2025");
  assert.equal(dayLabel(at(2026, 2, 31), today, german), "Dienstag");
});
