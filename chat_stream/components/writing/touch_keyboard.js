// Whether one writes on a screen, with no keyboard beside. A tablet's keyboard is known by its keys, or by its touchpad.
import { useSyncExternalStore } from "react";
import { isOfKeyboard } from "../page/keys.js";

const COVERED = 150; // pixels; what a keyboard on the screen covers at least, and what a bar of suggestions doesn't
const listeners = new Set();
let hasKeyboard = false;

export function useGlass() {
  return useSyncExternalStore(listen, isOnGlass, () => false);
}

function isOnGlass() {
  return matchMedia("(pointer: coarse)").matches && !matchMedia("(any-pointer: fine)").matches && !hasKeyboard;
}

function listen(listener) {
  if (!listeners.size) watch("addEventListener");
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (!listeners.size) watch("removeEventListener");
  };
}

function watch(how) {
  window[how]("keydown", seeKey, true);
  window.visualViewport?.[how]("resize", seeCover);
  for (const pointer of ["(pointer: coarse)", "(any-pointer: fine)"]) matchMedia(pointer)[how]("change", tell);
}

function seeKey(event) {
  if (isOfKeyboard(event)) know(true);
}

function seeCover() {
  const { height, scale } = window.visualViewport;
  if (window.innerHeight - height * scale > COVERED) know(false);
}

function know(has) {
  if (has === hasKeyboard) return;
  hasKeyboard = has;
  tell();
}

function tell() {
  listeners.forEach((listener) => listener());
}
