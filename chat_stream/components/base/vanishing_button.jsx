// A button that goes when it has done its work: Stop, Retry, Continue. Who used it goes on in the composer.
import { useLayoutEffect, useRef } from "react";

export function PassingButton(props) {
  const button = useRef(null);
  useLayoutEffect(() => {
    const used = button.current;
    return () => {
      if (document.activeElement === used) toComposer();
    };
  }, []);
  return <button ref={button} type="button" {...props} />;
}

/** Not where that would bring up a keyboard on the screen. */
export function toComposer() {
  if (matchMedia("(hover: hover)").matches) {
    document.querySelector(".composer textarea")?.focus({ preventScroll: true });
  }
}
