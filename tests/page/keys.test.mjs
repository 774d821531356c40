import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { isComposed, isOfKeyboard, sendingOf } = await pageModule("components/page/keys.js");

const DESK = { sendKey: "enter", isOnGlass: false };
const GLASS = { sendKey: "enter", isOnGlass: true };
const COMMAND = { sendKey: "ctrl-enter", isOnGlass: false };

test("a key is an input method's while it composes, and when it ended the composition in Safari", () => {
  assert.ok(isComposed({ key: "Enter", isComposing: true, keyCode: 13 }));
  assert.ok(isComposed({ key: "Enter", isComposing: false, keyCode: 229 }));
  assert.ok(!isComposed({ key: "Enter", isComposing: false, keyCode: 13 }));
});

test("which key sends is the writer's choice, and on glass Return never does", () => {
  const enter = { key: "Enter" };
  for (const [pressed, ways, sending] of [
    [enter, DESK, "queued"],
    [{ ...enter, shiftKey: true }, DESK, ""],
    [{ ...enter, altKey: true }, DESK, ""],
    [{ ...enter, ctrlKey: true }, DESK, "at once"],
    [{ ...enter, metaKey: true }, DESK, "at once"],
    [{ key: "NumpadEnter" }, DESK, ""],
    [enter, GLASS, ""],
    [{ ...enter, shiftKey: true }, GLASS, ""],
    [{ ...enter, ctrlKey: true }, GLASS, "at once"],
    [enter, COMMAND, ""],
    [{ ...enter, shiftKey: true }, COMMAND, ""],
    [{ ...enter, ctrlKey: true }, COMMAND, "queued"],
    [{ ...enter, metaKey: true }, COMMAND, "queued"],
    [{ ...enter, ctrlKey: true, shiftKey: true }, COMMAND, "at once"],
    [{ key: "a", ctrlKey: true }, COMMAND, ""],
  ])
    assert.equal(sendingOf(pressed, ways), sending, JSON.stringify([pressed, ways]));
});

test("a keyboard is known by keys that none on a screen has", () => {
  for (const key of ["Shift", "Control", "Meta", "Escape", "ArrowUp", "F2"]) assert.ok(isOfKeyboard({ key, code: key }), key);
  for (const key of ["a", "Enter", "Backspace", "Tab", "Unidentified"]) assert.ok(!isOfKeyboard({ key, code: "KeyA" }), key);
  assert.ok(!isOfKeyboard({ key: "ArrowLeft", code: "" }), "an arrow of a screen's keyboard says no place");
});
