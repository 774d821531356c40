// The composer's half on the page: Enter sends, the draft outlives the tab, and what was sent stays in the
// box until the server's receipt says that it is stored.
import { useObject } from "$/public/external/chat_stream/object_deltas/page/page.js";
import { useEffect, useRef, useState } from "react";
import TextareaAutosize from "react-textarea-autosize";

const EMPTY = { text: "", clientId: "", isSending: false };

export function Composer({ chatId, model, owner, load, onSend, children }) {
  const place = `chat_stream:draft:${owner}:${chatId || "new"}`;
  const [draft, setDraft] = useDraft(place);
  const receipt = useObject("receipts", draft.clientId);
  const box = useRef(null);
  const send = (sent) => onSend(chatId, sent.clientId, sent.text, model);

  useEffect(() => box.current?.focus({ preventScroll: true }), [place]);
  // After a reconnect nobody knows whether the last try arrived. Sent twice, it is still one message.
  useEffect(() => {
    if (load && draft.isSending) send(draft);
  }, [load, place]);
  useEffect(() => {
    if (receipt && draft.isSending) setDraft(receipt.error ? { ...draft, isSending: false } : EMPTY);
  }, [receipt]);

  const submit = (event) => {
    event?.preventDefault();
    if (!draft.text.trim() || draft.isSending) return;
    const sent = { ...draft, clientId: randomId(), isSending: true };
    setDraft(sent);
    send(sent);
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };

  return (
    <form className="composer" onSubmit={submit} data-empty={!draft.text.trim() || draft.isSending}>
      {receipt?.error && !draft.isSending && draft.text && (
        <p role="alert" className="text-sm text-danger">
          {receipt.error}
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
        onChange={(event) => setDraft({ ...EMPTY, text: event.target.value, clientId: draft.clientId })}
        onKeyDown={onKeyDown}
      />
      {children}
    </form>
  );
}

/** The draft of one place, kept in the browser. */
function useDraft(place) {
  const [state, setState] = useState({ place, draft: EMPTY });
  useEffect(() => setState({ place, draft: stored(place) }), [place]);
  const keep = (draft) => {
    setState({ place, draft });
    if (draft.text) localStorage.setItem(place, JSON.stringify(draft));
    else localStorage.removeItem(place);
  };
  return [state.place === place ? state.draft : EMPTY, keep];
}

function stored(place) {
  try {
    return { ...EMPTY, ...JSON.parse(localStorage.getItem(place) ?? "{}") };
  } catch {
    return EMPTY;
  }
}

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
