// A button that disappears when it has done its work: Stop, Retry, Continue. Then the focus moves to the composer.
import { toMessageUnasked } from "../page/focus.js";
import { useLayoutEffect, useRef } from "react";

/** @param {import("react").ComponentProps<"button">} props */
export function VanishingButton(props) {
  const button = useRef(null);
  useLayoutEffect(() => {
    const used = button.current;
    return () => {
      if (document.activeElement === used) toMessageUnasked();
    };
  }, []);
  return <button ref={button} type="button" {...props} />;
}
