// A box that grows with what is written in it, up to a number of lines. Browsers do it by themselves, or are helped.
import { useLayoutEffect } from "react";

const FULL = 4000; // characters, which fill every box: to measure them at each key would take long

export function GrowingBox({ ref, maxRows, ...rest }) {
  const isFull = rest.value.length > FULL;
  useLayoutEffect(() => {
    if (!CSS.supports("field-sizing", "content")) fit(ref.current, isFull);
  }, [rest.value]);
  return (
    <textarea
      ref={ref}
      rows={1}
      className={isFull ? "growing is-full" : "growing"}
      style={{ "--most-rows": maxRows }}
      {...rest}
    />
  );
}

function fit(box, isFull) {
  box.style.height = isFull ? "" : "auto";
  if (!isFull) box.style.height = `${box.scrollHeight}px`;
}
