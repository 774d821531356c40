// A text box for sending. The text stays in the box until the receipt says that it is stored.
import { RECEIPTS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { useEffect, useEffectEvent, useState } from "react";
import { SEND_KEY, useChoice } from "../page/browser_choices.js";
import { EMPTY } from "./draft.js";
import { useGlass } from "./touch_keyboard.js";
import { GrowingBox } from "./growing_box.jsx";
import { sendingOf } from "../page/keys.js";
import { randomId } from "../page/random_id.js";

/**
 * With `isHeld`, nothing can be written or sent. `field` has the box's properties. `onSend` gets what is sent,
 * `onStored` is called when it is stored.
 * @param {{
 *   className: string,
 *   field: Record<string, any>,
 *   draft: import("./draft.js").Draft,
 *   setDraft: (draft: import("./draft.js").Draft) => void,
 *   onSend: (sent: import("./draft.js").Draft) => void,
 *   onStored?: (receipt: import("../contract/maps.js").Receipt) => void,
 *   onKeyDown?: (event: import("react").KeyboardEvent) => void,
 *   children: import("react").ReactNode,
 *   load: string,
 *   limit: number,
 *   isHeld?: boolean,
 * }} properties
 */
export function Writing({ className, field, draft, setDraft, onSend, onStored, onKeyDown, children, ...known }) {
  const { load, limit, isHeld } = known;
  const say = useTexts();
  const [tooLong, setTooLong] = useState("");
  const receipt = useObject(RECEIPTS, draft.clientId);
  const refusal = tooLong || receipt?.error;
  const isLocked = draft.isSending || Boolean(isHeld);
  const isEmpty = !/\S/.test(draft.text) || isLocked;
  const keys = { sendKey: useChoice(SEND_KEY), isOnGlass: useGlass() };

  // After a reconnect it isn't known whether the last attempt arrived. Sent twice, it is still one message.
  const sendAgain = useEffectEvent(() => draft.isSending && onSend(draft));
  useEffect(() => {
    if (load) sendAgain();
  }, [load]);
  const learn = useEffectEvent((/** @type {import("../contract/maps.js").Receipt} */ receipt) => {
    if (!draft.isSending) return;
    if (receipt.error) setDraft({ ...draft, isSending: false });
    else onStored?.(receipt);
  });
  useEffect(() => {
    if (receipt) learn(receipt);
  }, [receipt]);

  const submit = (/** @type {import("react").SyntheticEvent} */ event, atOnce = false) => {
    event.preventDefault();
    if (isEmpty) return;
    // Checked here: a frame above the server's limit would break the connection, again and again.
    const length = [...draft.text].length;
    if (length > limit) return setTooLong(say("composer-too-long", { length, limit }));
    const sent = { ...draft, clientId: randomId(), isSending: true, atOnce };
    setDraft(sent);
    onSend(sent);
  };
  const onKey = (/** @type {import("react").KeyboardEvent} */ event) => {
    const sending = sendingOf(event, keys);
    if (sending) submit(event, sending === "at once");
    onKeyDown?.(event);
  };

  return (
    <form className={className} onSubmit={submit} data-empty={isEmpty}>
      {refusal && (
        <p role="alert" className="text-sm text-danger">
          {say.said(refusal)}
        </p>
      )}
      <GrowingBox
        dir="auto"
        enterKeyHint={keys.isOnGlass ? "enter" : "send"}
        value={draft.text}
        readOnly={isLocked}
        onChange={(event) => {
          setTooLong("");
          setDraft({ ...EMPTY, text: event.target.value });
        }}
        onKeyDown={onKey}
        {...field}
      />
      {children}
    </form>
  );
}
