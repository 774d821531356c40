import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * On a narrow page a popover, which closes when it has led somewhere; on a wide one it always stands there.
 * @param {import("react").ComponentProps<"aside">} props
 */
export function Sidebar({ children, ...rest }) {
  const aside = useRef(/** @type {HTMLElement | null} */ (null));
  const { key } = useLocation();
  useEffect(() => {
    if (aside.current?.matches(":popover-open")) aside.current.hidePopover();
  }, [key]);
  return (
    <aside ref={aside} popover="auto" {...rest}>
      {children}
    </aside>
  );
}
