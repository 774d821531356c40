// A question, which is edited in its place. Until the server's receipt says that the new one is stored, it stays open.
import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
import { EMPTY } from "./draft.js";
import { toComposer } from "./passing_button.jsx";
import { Writing } from "./writing.jsx";
import { Children, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Its children are what it shows, and the actions beside Edit. */
export function Question({ messageId, text, model, beside, load, limit, onEdit, children }) {
  const say = useTexts();
  const [isEdited, setEdited] = useState(false);
  const button = useRef(null);
  const [shown, icon, ...actions] = Children.toArray(children);
  const close = () => {
    setEdited(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isEdited) {
    const edit = (clientId, changed) => onEdit(messageId, clientId, changed, model, beside);
    return <Editor {...{ text, load, limit }} onSend={edit} onCancel={close} />;
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

function Editor({ text, onSend, onCancel, ...limits }) {
  const say = useTexts();
  const [edit, setEdit] = useState({ ...EMPTY, text });
  const box = useRef(null);

  useEffect(() => {
    box.current.focus({ preventScroll: true });
    box.current.setSelectionRange(text.length, text.length);
  }, []);
  // Gone with what it edited, because another version is shown: who wrote goes on in the composer.
  useLayoutEffect(() => {
    const used = box.current;
    return () => {
      if (document.activeElement === used) toComposer();
    };
  }, []);

  return (
    <Writing
      {...limits}
      className="editor"
      field={{ ref: box, "aria-label": say("message-edit-box"), maxRows: 16 }}
      draft={edit}
      setDraft={setEdit}
      onSend={(sent) => onSend(sent.clientId, sent.text)}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <div className="flex justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onCancel}>
          {say("message-cancel")}
        </button>
        <button type="submit" className="button-strong" disabled={!edit.text.trim() || edit.isSending}>
          {say("message-save-and-send")}
        </button>
      </div>
    </Writing>
  );
}
