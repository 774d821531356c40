import { useEffect } from "react";

// A download or a `mailto:` link makes the browser say `beforeunload` without leaving the page, and Reflex would close
// its socket for good. `pagehide` still closes it when the page is really left.
const keepSocket = (event) => event.stopImmediatePropagation();

/** Keeps the connection when the browser says `beforeunload`. Children's effects come first, so before Reflex's. */
export function KeepSocket({ children }) {
  useEffect(() => {
    window.addEventListener("beforeunload", keepSocket);
    return () => window.removeEventListener("beforeunload", keepSocket);
  }, []);
  return children;
}
