// What was written and not yet sent. It is the browser's: it outlives the tab, and all tabs show the same.
import { useEffect, useState } from "react";

export const EMPTY = { text: "", clientId: "", isSending: false };

/** The draft of one place, and what changes it here and in every other tab. */
export function useDraft(place) {
  const [draft, setDraft] = useState(() => stored(place));

  useEffect(() => {
    // The browser tells only the other tabs. Without a key, all was deleted.
    const follow = ({ key }) => (key === place || key === null) && setDraft(stored(place));
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, [place]);

  const keep = (changed) => {
    setDraft(changed);
    if (changed.text) localStorage.setItem(place, JSON.stringify(changed));
    else localStorage.removeItem(place);
  };
  return [draft, keep];
}

function stored(place) {
  try {
    return { ...EMPTY, ...JSON.parse(localStorage.getItem(place) ?? "{}") };
  } catch {
    return EMPTY;
  }
}
