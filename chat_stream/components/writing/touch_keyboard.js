// Whether the reader types on a touch screen without a keyboard. A tablet's keyboard is recognised by its keys, or by
// its touchpad.
import { useSyncExternalStore } from "react";
import { isOfKeyboard } from "../page/keys.js";

const COVERED = 150; // pixels that an on-screen keyboard covers at least, but a bar of suggestions doesn't
const listeners = new Set();
let hasKeyboard = false;
/**
 * The objects with listeners. They are kept, because each call of `matchMedia` makes an object with listeners of its own.
 * @type {Array<[EventTarget | null, string, (event: any) => void]> | undefined}
 */
let sources;

export function useGlass() {
  return useSyncExternalStore(listen, isOnGlass, () => false);
}

function isOnGlass() {
  return matchMedia("(pointer: coarse)").matches && !matchMedia("(any-pointer: fine)").matches && !hasKeyboard;
}

/** @param {() => void} listener */
function listen(listener) {
  if (!listeners.size) watch(true);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (!listeners.size) watch(false);
  };
}

/** @param {boolean} isBeginning */
function watch(isBeginning) {
  sources ??= [
    [window, "keydown", seeKey],
    [window.visualViewport, "resize", seeCover],
    [matchMedia("(pointer: coarse)"), "change", tell],
    [matchMedia("(any-pointer: fine)"), "change", tell],
  ];
  for (const [source, name, listener] of sources) {
    if (isBeginning) source?.addEventListener(name, listener, true);
    else source?.removeEventListener(name, listener, true);
  }
}

/** @param {KeyboardEvent} event */
function seeKey(event) {
  if (isOfKeyboard(event)) know(true);
}

function seeCover() {
  const { height, scale } = window.visualViewport ?? { height: window.innerHeight, scale: 1 };
  if (window.innerHeight - height * scale > COVERED) know(false);
}

/** @param {boolean} has */
function know(has) {
  if (has === hasKeyboard) return;
  hasKeyboard = has;
  tell();
}

function tell() {
  listeners.forEach((listener) => listener());
}
