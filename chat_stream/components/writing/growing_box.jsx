// A text box that grows with its text, up to a number of lines. Browsers without support are helped.
import { useLayoutEffect } from "react";

const FULL = 4000; // characters that fill every box, so that longer texts needn't be measured at each key
const LONG = 20_000; // characters; beyond them, finding each paragraph's direction at each key would take too long

/** @param {{ ref?: any, maxRows?: number, value: string } & import("react").ComponentProps<"textarea">} props */
export function GrowingBox({ ref, maxRows, ...rest }) {
  const { length } = rest.value;
  const isFull = length > FULL;
  useLayoutEffect(() => {
    if (!CSS.supports("field-sizing", "content")) fit(ref.current, isFull);
  }, [ref, isFull, rest.value]);
  return (
    <textarea
      ref={ref}
      rows={1}
      className={`growing ${isFull ? "is-full" : ""} ${length > LONG ? "is-long" : ""}`}
      style={/** @type {import("react").CSSProperties} */ ({ "--most-rows": maxRows })}
      {...rest}
    />
  );
}

/**
 * @param {HTMLTextAreaElement} box
 * @param {boolean} isFull
 */
function fit(box, isFull) {
  box.style.height = isFull ? "" : "auto";
  if (!isFull) box.style.height = `${box.scrollHeight}px`;
}
