// What was written and not yet sent. It is the browser's: it outlives the tab, and all tabs on a chat show the same.
// A new chat is each tab's own; in a tab that is opened it begins with what was written last for one.
import { useEffect, useState } from "react";

export const EMPTY = { text: "", clientId: "", isSending: false };

/** Where a chat's draft is kept: that of a temporary chat nowhere, so that it goes with its page. */
export function storesOf(chatId, isTemporary) {
  if (isTemporary) return [];
  return chatId ? [localStorage] : [sessionStorage, localStorage];
}

/** The draft of one place, and what changes it here and, where it is kept only for all tabs, in every other one. */
export function useDraft(place, stores) {
  const isShared = stores[0] === localStorage;
  const [draft, setDraft] = useState(() => stores.map((store) => read(store, place)).find(Boolean) ?? EMPTY);

  useEffect(() => {
    if (!isShared) return;
    // The browser tells only the other tabs. Without a key, all was deleted.
    const follow = ({ key }) => (key === place || key === null) && setDraft(read(localStorage, place) ?? EMPTY);
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, [place, isShared]);

  const keep = (changed) => {
    setDraft(changed);
    for (const store of stores) {
      if (changed.text) store.setItem(place, JSON.stringify(changed));
      // What is there may be another tab's by now.
      else if (read(store, place)?.text === draft.text) store.removeItem(place);
    }
  };
  return [draft, keep];
}

function read(store, place) {
  try {
    const kept = store.getItem(place);
    return kept && { ...EMPTY, ...JSON.parse(kept) };
  } catch {
    return null;
  }
}
