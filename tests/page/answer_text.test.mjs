import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { answerText, hasWords, reasoningText } = await pageModule("components/answers/answer_text.js");
const MARKS = String.raw`</think>|\[/think\]|◁/think▷`;

const answer = (text, reasoning) => answerText(text, reasoning, MARKS);

test("thoughts that are the reasoning already are no part of the answer", () => {
  assert.equal(answer("Hm.\n</think>\n\n42", "Hm."), "42");
  assert.equal(answer("Hm.</THINK>42", "Hm."), "42");
  assert.equal(answer("Hm.\n[/THINK]\n42", "Hm."), "42");
  assert.equal(answer("Hm.◁/think▷", "Hm."), "");
});

test("every other text is shown as it is", () => {
  assert.equal(answer("42", "Hm."), "42");
  assert.equal(answer("a</think>b", ""), "a</think>b");
  assert.equal(answer("a</think>b", "c"), "a</think>b");
  assert.equal(answer("Hm. So </think> closes.", "Hm."), "Hm. So </think> closes.");
  assert.equal(answer(undefined, "Hm."), undefined);
  assert.equal(answer("", "Hm."), "");
});

test("an answer that was taken for thoughts is an answer", () => {
  assert.equal(reasoningText("\nJust so.", "Just so."), "");
  assert.equal(reasoningText("42", "Hm."), "Hm.");
  assert.equal(reasoningText("", "Hm."), "Hm.");
});

test("white space has no words, and nothing has none", () => {
  assert.deepEqual(["", undefined, " \n\t\u00a0"].map(hasWords), [false, false, false]);
  assert.deepEqual(["a", " . ", "\n🌊"].map(hasWords), [true, true, true]);
});
