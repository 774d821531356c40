// Computes something about a growing text from the result for the text before.
import { useLayoutEffect, useRef } from "react";

/**
 * `kind` is a module with `NOTHING`, the result for an empty text, and `grown(before, text)`.
 * @template Known
 * @param {{ NOTHING: Known, grown: (before: Known, text: string) => Known }} kind
 * @param {string} text
 */
export function useGrown(kind, text) {
  const known = useRef(kind.NOTHING);
  // eslint-disable-next-line react-hooks/refs -- it only saves work: whatever was known before, the outcome is the same
  const now = kind.grown(known.current, text);
  useLayoutEffect(() => {
    known.current = now;
  });
  return now;
}
