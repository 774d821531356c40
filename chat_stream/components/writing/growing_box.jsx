// A box that grows with what is written in it, up to a number of lines. Browsers do it by themselves, or are helped.
import { useLayoutEffect } from "react";

const FULL = 4000; // characters, which fill every box: to measure them at each key would take long
const LONG = 20_000; // from here on, finding each paragraph's own direction at each key would take longest

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
