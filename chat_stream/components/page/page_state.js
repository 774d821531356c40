// What outlives a component: a new chat and a chat are two pages, and going from one to the other makes both anew.
import { useCallback, useSyncExternalStore } from "react";

const values = new Map();
const listeners = new Set();

/** Like `useState`, for as long as the page isn't loaded anew. */
export function useLasting(name, initial) {
  const look = () => (values.has(name) ? values.get(name) : initial);
  const set = useCallback(
    (value) => {
      values.set(name, value);
      listeners.forEach((listener) => listener());
    },
    [name],
  );
  return [useSyncExternalStore(subscribe, look, () => initial), set];
}

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
