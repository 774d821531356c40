// What is done to the entries of the list, and where the focus goes then.
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { chatIdOf, chatLinks, isInUndoNotice } from "../page/elements.js";
import { useLasting } from "../page/page_state.js";

/** `actions` stay the same object for as long as the list stands there, so that no entry renders for it. */
export function useActions({ shown, longest, ...changes }) {
  const [menuAt, setMenuAt] = useState(null);
  const [renaming, setRenaming] = useState("");
  const [deleted, setDeleted] = useLasting("deleted", null);
  const now = useRef({});
  useLayoutEffect(() => {
    now.current = { shown, deleted, ...changes };
  });

  const actions = useMemo(
    () => ({
      longest,
      openMenu: (chatId, button) => setMenuAt({ chatId, button }),
      closeMenu: () => setMenuAt(null),
      beginRename: setRenaming,
      endRename(id, title) {
        setRenaming("");
        if (title) now.current.onRename(id, title);
      },
      pin: (id, isPinned) => now.current.onPin(id, isPinned),
      archive(id, isArchived) {
        beside(id)?.focus();
        now.current.onArchive(id, isArchived);
      },
      print: (id) => now.current.onPrint(id),
      remove(id, title) {
        setDeleted({ id, title, wasShown: id === now.current.shown, beside: beside(id) });
        now.current.onDelete(id);
      },
      undo() {
        const { id, wasShown, beside: link } = now.current.deleted;
        link?.focus();
        setDeleted(null);
        now.current.onBringBack(id, wasShown);
      },
      forget() {
        if (isInUndoNotice(document.activeElement)) now.current.deleted.beside?.focus();
        setDeleted(null);
      },
    }),
    [longest, setDeleted],
  );
  return { actions, menuAt, renaming, deleted };
}

/** Up and down lead from entry to entry. */
export function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = chatLinks();
  const at = links.indexOf(event.target);
  if (!step || at < 0) return;
  links[at + step]?.focus();
  event.preventDefault();
}

/** The link of the entry below, or above the last one. */
function beside(id) {
  const links = chatLinks();
  const at = links.findIndex((link) => chatIdOf(link) === id);
  return links[at + 1] ?? links[at - 1];
}
