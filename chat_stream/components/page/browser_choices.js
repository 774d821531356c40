// The settings of this browser, in all its tabs. If nothing can be stored, they last as long as the page.
import { follow, keep, read } from "../../browser/stores.js";
import { useSyncExternalStore } from "react";

/** The values of each setting. The first is the default. */
export const TEXT_SIZE = { key: "chat_stream:text-size", values: ["medium", "small", "large", "huge"] };
export const SEND_KEY = { key: "chat_stream:send-key", values: ["enter", "ctrl-enter"] };

/** @typedef {{ key: string, values: string[] }} Choice */

/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {Choice} choice */
export function useChoice(choice) {
  return useSyncExternalStore(listen, () => chosen(choice), () => choice.values[0]);
}

/**
 * @param {Choice} choice
 * @param {string} value
 */
export function choose({ key }, value) {
  keep(key, value);
  tell();
}

/**
 * @param {Choice} choice
 * @returns {string}
 */
export function chosen({ key, values }) {
  const value = read(key);
  return value !== null && values.includes(value) ? value : values[0];
}

/** @param {() => void} listener */
function listen(listener) {
  const ends = [TEXT_SIZE, SEND_KEY].map(({ key }) => follow(key, listener));
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    ends.forEach((end) => end());
  };
}

function tell() {
  listeners.forEach((listener) => listener());
}
