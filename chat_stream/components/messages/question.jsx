// A question, which is edited in its place. The editor stays open until the receipt says that the new question is
// stored. After Escape it opens again with the changes.
import { useTexts } from "../../texts/page.js";
import { Children, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useEdit } from "../writing/draft.js";
import { toMessageUnasked } from "../page/focus.js";
import { notify } from "../page/page_notice.js";
import { Writing } from "../writing/writing.jsx";

/** @import { Draft } from "../writing/draft.js" */

/**
 * Its children are what it shows, and the actions next to Edit.
 * @param {import("../contract/props.js").QuestionProps} props
 */
export function Question({ messageId, text, model, beside, owner, isTemporary, load, limit, onEdit, children }) {
  const say = useTexts();
  const [isEdited, setEdited] = useState(false);
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const [shown, icon, ...actions] = Children.toArray(children);
  const close = () => {
    setEdited(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isEdited) {
    const edit = (/** @type {Draft} */ sent) =>
      onEdit({ message_id: messageId, client_id: sent.clientId, text: sent.text, model, beside });
    const place = `chat_stream:edit:${owner}:${messageId}`;
    return <Editor {...{ place, text, isTemporary, load, limit }} onSend={edit} onClose={close} />;
  }
  return (
    <>
      {shown}
      <div className="message-actions justify-end">
        {actions}
        <button
          ref={button}
          type="button"
          className="message-action"
          aria-label={say("message-edit")}
          title={say("message-edit")}
          onClick={() => setEdited(true)}
        >
          {icon}
        </button>
      </div>
    </>
  );
}

/**
 * @param {object} props
 * @param {string} props.place
 * @param {string} props.text
 * @param {boolean} props.isTemporary
 * @param {string} props.load
 * @param {number} props.limit
 * @param {(sent: Draft) => void} props.onSend
 * @param {() => void} props.onClose
 */
function Editor({ place, text, isTemporary, onSend, onClose, load, limit }) {
  const say = useTexts();
  const { edit, keep, drop, isKept } = useEdit(place, text, isTemporary);
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));

  const goToEnd = useEffectEvent(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(edit.text.length, edit.text.length);
  });
  useEffect(() => {
    notify(""); // ends the notice that the edit was kept
    goToEnd();
  }, []);
  // The editor disappeared because another version is shown. The focus moves to the composer.
  useLayoutEffect(() => {
    const used = box.current;
    return () => {
      if (document.activeElement === used) toMessageUnasked();
    };
  }, []);

  const giveUp = () => {
    drop();
    onClose();
  };
  const leave = () => {
    if (edit.text !== text) notify("message-edit-kept");
    onClose();
  };

  return (
    <Writing
      {...{ load, limit }}
      className="editor"
      field={{ ref: box, "aria-label": say("message-edit-box"), maxRows: 16 }}
      draft={edit}
      setDraft={keep}
      onSend={onSend}
      onStored={drop}
      onKeyDown={(event) => event.key === "Escape" && !edit.isSending && leave()}
    >
      <div className="flex flex-wrap items-center justify-end gap-2">
        {isKept && <p className="w-full text-xs text-muted-foreground sm:me-auto sm:w-auto">{say("message-edit-back")}</p>}
        <button type="button" className="button-quiet" disabled={edit.isSending} onClick={giveUp}>
          {say("message-cancel")}
        </button>
        <button type="submit" className="button-strong" disabled={!edit.text.trim() || edit.isSending}>
          {say("message-save-and-send")}
        </button>
      </div>
    </Writing>
  );
}
