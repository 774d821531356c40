import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * A popover on a narrow page, which closes after navigation; always visible on a wide page.
 * @param {import("react").ComponentProps<"aside">} props
 */
export function Sidebar({ children, ...rest }) {
  const aside = useRef(/** @type {HTMLElement | null} */ (null));
  const { key } = useLocation();
  useEffect(() => {
    if (aside.current?.matches(":popover-open")) aside.current.hidePopover();
  }, [key]);
  return (
    <aside popover="auto" {...rest} ref={aside}>
      {children}
    </aside>
  );
}
