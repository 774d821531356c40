// Text that was written but not sent. It belongs to the browser: it outlasts the tab, and all tabs of a chat show the
// same. A new chat's draft belongs to each tab; a new tab begins with the latest draft of a new chat.
import { follow, LOCAL, PAGE, SESSION } from "../../browser/stores.js";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { dropDraft, keepDraft, readDraft } from "./kept_drafts.js";

/** @import { Area } from "../../browser/stores.js" */

/**
 * A text that is written. `clientId` is its name until it is stored, which it has from when it is sent.
 * @typedef {{ text: string, clientId: string, isSending: boolean, atOnce?: boolean }} Draft
 */

/** @type {Draft} */
export const EMPTY = { text: "", clientId: "", isSending: false };

/**
 * Where a chat's draft is stored. The draft of a temporary chat isn't stored, so it disappears with its page.
 * @param {string} chatId
 * @param {boolean} isTemporary
 * @returns {Area[]}
 */
export function areasOf(chatId, isTemporary) {
  if (isTemporary) return [];
  return chatId ? [LOCAL] : [SESSION, LOCAL];
}

/**
 * The draft of a place, and a function that changes it here and, if it is shared, in all other tabs.
 * @param {string} place
 * @param {Area[]} areas
 * @returns {[Draft, (changed: Draft) => void]}
 */
export function useDraft(place, areas) {
  const isShared = areas[0] === LOCAL;
  const [draft, setDraft] = useState(() => keptAt(place, areas) ?? EMPTY);

  const readAgain = useEffectEvent(() => setDraft(keptAt(place, areas) ?? EMPTY));
  useEffect(() => {
    if (isShared) return follow(place, () => readAgain());
  }, [place, isShared]);

  const keep = (/** @type {Draft} */ changed) => {
    setDraft(changed);
    if (changed.text) keepDraft(place, areas, changed);
    else dropDraft(place, areas, draft.text);
  };
  return [draft, keep];
}

/**
 * A question that is being edited. Changes are kept until they are sent or discarded, so that nothing is lost when the
 * editor or the page is closed by mistake. Returns the text, functions to change and to discard it, and whether it was
 * kept.
 * @param {string} place
 * @param {string} text
 * @param {boolean} isTemporary
 */
export function useEdit(place, text, isTemporary) {
  /** @type {Area[]} */
  const areas = isTemporary ? [PAGE] : [LOCAL];
  const [before] = useState(() => keptAt(place, areas)?.text ?? "");
  const [edit, setEdit] = useState({ ...EMPTY, text: before || text });
  const last = useRef(before);

  const drop = () => dropDraft(place, areas, last.current);
  const keep = (/** @type {Draft} */ changed) => {
    setEdit(changed);
    if (changed.text === text || !changed.text.trim()) drop();
    else keepDraft(place, areas, changed);
    last.current = changed.text;
  };
  return { edit, keep, drop, isKept: Boolean(before) };
}

/**
 * @param {string} place
 * @param {Area[]} areas
 */
function keptAt(place, areas) {
  const kept = areas.map((area) => readDraft(place, area)).find(Boolean);
  return kept && { ...EMPTY, ...kept };
}
