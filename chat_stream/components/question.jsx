// A question, which is edited in its place. Until the server's receipt says that the new one is stored, it stays open.
import { toComposer } from "./passing_button.jsx";
import { randomId } from "./random_id.js";
import { useObject } from "$/public/external/chat_stream/object_deltas/page/page.js";
import { Children, useEffect, useLayoutEffect, useRef, useState } from "react";
import TextareaAutosize from "react-textarea-autosize";

/** Its children are what it shows, and the actions beside Edit. */
export function Question({ messageId, text, model, load, limit, tooLong, onEdit, children }) {
  const [isEdited, setEdited] = useState(false);
  const button = useRef(null);
  const [shown, icon, ...actions] = Children.toArray(children);
  const close = () => {
    setEdited(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isEdited) {
    const edit = (clientId, changed) => onEdit(messageId, clientId, changed, model);
    return <Editor {...{ text, load, limit, tooLong }} onSend={edit} onCancel={close} />;
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
          aria-label="Edit"
          title="Edit"
          onClick={() => setEdited(true)}
        >
          {icon}
        </button>
      </div>
    </>
  );
}

function Editor({ text, load, limit, tooLong, onSend, onCancel }) {
  const [edit, setEdit] = useState({ text, clientId: "", isSending: false });
  const [refusal, setRefusal] = useState("");
  const receipt = useObject("receipts", edit.clientId);
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
  // Sent twice, it is still one message.
  useEffect(() => {
    if (load && edit.isSending) onSend(edit.clientId, edit.text);
  }, [load]);
  useEffect(() => {
    if (!receipt?.error) return;
    setRefusal(receipt.error);
    setEdit({ ...edit, isSending: false });
  }, [receipt]);

  const submit = (event) => {
    event.preventDefault();
    if (!edit.text.trim() || edit.isSending) return;
    const length = [...edit.text].length;
    if (length > limit) return setRefusal(tooLong.replace("{length}", length.toLocaleString("en")));
    const sent = { ...edit, clientId: randomId(), isSending: true };
    setEdit(sent);
    onSend(sent.clientId, sent.text);
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
    if (event.key === "Escape") onCancel();
  };
  return (
    <form className="editor" onSubmit={submit}>
      {refusal && (
        <p role="alert" className="text-sm text-danger">
          {refusal}
        </p>
      )}
      <TextareaAutosize
        ref={box}
        aria-label="Edit the question"
        dir="auto"
        maxRows={16}
        value={edit.text}
        readOnly={edit.isSending}
        onChange={(event) => {
          setRefusal("");
          setEdit({ ...edit, text: event.target.value });
        }}
        onKeyDown={onKeyDown}
      />
      <div className="flex justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button-strong" disabled={!edit.text.trim() || edit.isSending}>
          Save &amp; send
        </button>
      </div>
    </form>
  );
}
