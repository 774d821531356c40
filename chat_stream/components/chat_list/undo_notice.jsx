// Shows for some seconds that a chat was deleted, with a button that undoes it.
import { useTexts } from "../../texts/page.js";
import { useEffect, useEffectEvent, useRef } from "react";
import { createPortal } from "react-dom";

const SECONDS = 10;

/**
 * Above everything, even the sidebar of a narrow page. It stays while it is pointed at or focused.
 * @param {{ title: string, onUndo: () => void, onOver: () => void }} props
 */
export function UndoNotice({ title, onUndo, onOver }) {
  const say = useTexts();
  const notice = useRef(/** @type {HTMLDivElement | null} */ (null));
  const undo = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const end = useEffectEvent(onOver);
  useEffect(() => {
    notice.current?.showPopover();
    if (document.activeElement === document.body) undo.current?.focus();
    let waited = 0;
    const timer = setInterval(() => {
      const isHeld = notice.current?.matches(":hover") || undo.current?.matches(":focus-visible");
      if (!isHeld && (waited += 1) >= SECONDS) end();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  const shortened = (
    <span className="truncate" dir="auto">
      {title}
    </span>
  );
  return createPortal(
    <div
      ref={notice}
      popover="manual"
      className="undo-notice"
      data-undo-notice=""
      onKeyDown={(event) => event.key === "Escape" && onOver()}
    >
      <p className="flex min-w-0 flex-1 whitespace-pre">{say.around("chats-deleted", {}, { title: shortened })}</p>
      <button ref={undo} type="button" className="button-quiet" onClick={onUndo}>
        {say("chats-undo")}
      </button>
    </div>,
    document.body,
  );
}
