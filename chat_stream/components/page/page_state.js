// State that outlasts a component: a new chat and a stored chat are two pages, and going from one to the other creates
// their components again.
import { useCallback, useSyncExternalStore } from "react";

/** @type {Map<string, any>} */
const values = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * Like `useState`, but the value lasts until the page is loaded again.
 * @template Value
 * @param {string} name
 * @param {Value} initial
 * @returns {[Value, (value: Value) => void]}
 */
export function usePageState(name, initial) {
  const look = () => (values.has(name) ? values.get(name) : initial);
  const set = useCallback(
    (/** @type {Value} */ value) => {
      values.set(name, value);
      listeners.forEach((listener) => listener());
    },
    [name],
  );
  return [useSyncExternalStore(subscribe, look, () => initial), set];
}

/** @param {() => void} listener */
function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
