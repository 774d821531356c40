// The composer's half on the page: Enter sends, the draft outlives the tab, and what was sent stays in the
// box until the server's receipt says that it is stored.
import { useObject } from "$/public/external/chat_stream/object_deltas/page/page.js";
import { EMPTY, useDraft } from "./draft.js";
import { randomId } from "./random_id.js";
import { useEffect, useRef, useState } from "react";
import TextareaAutosize from "react-textarea-autosize";

/** Each chat has a draft of its own, and each user of the browser too. */
export function Composer({ owner, chatId, ...rest }) {
  const place = `chat_stream:draft:${owner}:${chatId || "new"}`;
  return <Draft key={place} place={place} chatId={chatId} {...rest} />;
}

function Draft({ place, chatId, account, model, load, limit, tooLong, onSend, children }) {
  const [draft, setDraft] = useDraft(place);
  const [refusal, setRefusal] = useState("");
  const receipt = useObject("receipts", draft.clientId);
  const box = useRef(null);
  const send = (sent) => onSend(chatId, sent.clientId, sent.text, model, account);

  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  // After a reconnect nobody knows whether the last try arrived. Sent twice, it is still one message.
  useEffect(() => {
    if (load && draft.isSending) send(draft);
  }, [load]);
  useEffect(() => {
    if (!receipt || !draft.isSending) return;
    setRefusal(receipt.error);
    setDraft(receipt.error ? { ...draft, isSending: false } : EMPTY);
  }, [receipt]);

  const submit = (event) => {
    event.preventDefault();
    if (!draft.text.trim() || draft.isSending) return;
    // Said here already: a frame beyond the server's limit would cost the connection, again and again.
    const length = [...draft.text].length;
    if (length > limit) return setRefusal(tooLong.replace("{length}", length.toLocaleString("en")));
    const sent = { ...draft, clientId: randomId(), isSending: true };
    setDraft(sent);
    send(sent);
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };

  return (
    <form className="composer" onSubmit={submit} data-empty={!draft.text.trim() || draft.isSending}>
      {refusal && (
        <p role="alert" className="text-sm text-danger">
          {refusal}
        </p>
      )}
      <TextareaAutosize
        ref={box}
        aria-label="Message"
        placeholder="Write a message"
        dir="auto"
        maxRows={12}
        value={draft.text}
        readOnly={draft.isSending}
        onChange={(event) => {
          setRefusal("");
          setDraft({ ...EMPTY, text: event.target.value });
        }}
        onKeyDown={onKeyDown}
      />
      {children}
    </form>
  );
}
