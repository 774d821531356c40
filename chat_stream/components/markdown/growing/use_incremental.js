// What is known of a text that grows, found out from what was known of it before.
import { useRef } from "react";

/** `kind` is a module with `NOTHING`, and `grown(before, text)`. */
export function useGrown(kind, text) {
  const known = useRef(kind.NOTHING);
  known.current = kind.grown(known.current, text);
  return known.current;
}
