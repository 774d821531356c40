// Actions on the entries of the list, and where they move the focus.
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { chatIdOf, chatLinks, isInUndoNotice } from "../page/elements.js";
import { usePageState } from "../page/page_state.js";

/** @typedef {{ id: string, title: string, wasShown: boolean, beside?: HTMLElement }} Deleted */
/** @typedef {{ chatId: string, button: HTMLElement }} MenuPlace */
/** @typedef {ReturnType<typeof useActions>["actions"]} Actions */
/** @typedef {"onRename" | "onPin" | "onArchive" | "onDelete" | "onBringBack"} Handlers */
/** @typedef {Pick<import("../contract/props.js").ChatListProps, Handlers> & { onPrint: (chatId: string) => void }} Changes */

/**
 * The actions for all entries. `actions` stays the same object as long as the list exists, so that no entry renders
 * because of it.
 * @param {{ shown: string, longest: number } & Changes} properties
 */
export function useActions({ shown, longest, ...changes }) {
  const [menuAt, setMenuAt] = useState(/** @type {MenuPlace | null} */ (null));
  const [renaming, setRenaming] = useState("");
  const [deleted, setDeleted] = usePageState("deleted", /** @type {Deleted | null} */ (null));
  const now = useRef({ shown, deleted, ...changes });
  useLayoutEffect(() => {
    now.current = { shown, deleted, ...changes };
  });

  const actions = useMemo(
    () => ({
      longest,
      /** @type {(chatId: string, button: HTMLElement) => void} */
      openMenu: (chatId, button) => setMenuAt({ chatId, button }),
      closeMenu: () => setMenuAt(null),
      beginRename: setRenaming,
      /** @type {(id: string, title: string) => void} */
      endRename(id, title) {
        setRenaming("");
        if (title) now.current.onRename(id, title);
      },
      /** @type {(id: string, isPinned: boolean) => void} */
      pin: (id, isPinned) => now.current.onPin(id, isPinned),
      /** @type {(id: string, isArchived: boolean) => void} */
      archive(id, isArchived) {
        beside(id)?.focus();
        now.current.onArchive(id, isArchived);
      },
      /** @type {(id: string) => void} */
      print: (id) => now.current.onPrint(id),
      /** @type {(id: string, title: string) => void} */
      remove(id, title) {
        setDeleted({ id, title, wasShown: id === now.current.shown, beside: beside(id) });
        now.current.onDelete(id);
      },
      undo() {
        if (!now.current.deleted) return;
        const { id, wasShown, beside: link } = now.current.deleted;
        link?.focus();
        setDeleted(null);
        now.current.onBringBack(id, wasShown);
      },
      forget() {
        if (isInUndoNotice(document.activeElement)) now.current.deleted?.beside?.focus();
        setDeleted(null);
      },
    }),
    [longest, setDeleted],
  );
  return { actions, menuAt, renaming, deleted };
}

const STEPS = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/**
 * Moves the focus from entry to entry with the arrow keys.
 * @param {import("react").KeyboardEvent} event
 */
export function moveFocus(event) {
  const step = STEPS.get(event.key);
  const links = chatLinks();
  const at = links.findIndex((link) => link === event.target);
  if (!step || at < 0) return;
  links[at + step]?.focus();
  event.preventDefault();
}

/**
 * The link of the next entry, or of the one before if this is the last.
 * @param {string} id
 * @returns {HTMLElement | undefined}
 */
function beside(id) {
  const links = chatLinks();
  const at = links.findIndex((link) => chatIdOf(link) === id);
  return links[at + 1] ?? links[at - 1];
}
