// The page's half of the composer: keys that send, and a draft that outlasts the tab.
import { useTexts } from "../../texts/page.js";
import { followAhead } from "../contract/objects.js";
import { useBegun } from "../new_chat/beginnings.js";
import { areasOf, EMPTY, useDraft } from "../writing/draft.js";
import { saySent } from "../writing/stored_messages.js";
import { useAwaited } from "../new_chat/temporary_button.jsx";
import { useTakingBack } from "./taking_back.js";
import { Writing } from "../writing/writing.jsx";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";

/**
 * Each chat has a draft of its own, for each user of the browser.
 * @param {import("../contract/props.js").ComposerProps} props
 */
export function Composer({ owner, chatId, ...rest }) {
  const place = `chat_stream:draft:${owner}:${chatId || "new"}`;
  return <Draft key={place} place={place} chatId={chatId} {...rest} />;
}

/** @param {Omit<import("../contract/props.js").ComposerProps, "owner"> & { place: string }} props */
function Draft({ place, chatId, isTemporary, account, model, beside, subscription, onSend, onTakeBack, ...rest }) {
  const [draft, setDraft] = useDraft(place, areasOf(chatId, isTemporary));
  const say = useTexts();
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));

  const focus = () => box.current?.focus({ preventScroll: true });
  const focusAtEnd = () => {
    focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  };

  const navigate = useNavigate();
  const isHeld = useAwaited(chatId, rest.load);

  useEffect(focus, []);
  useBegun({ draft, setDraft, onBegun: () => requestAnimationFrame(focusAtEnd) });
  useTakingBack({ chatId, load: rest.load, draft, setDraft, onTakeBack, onTaken: focus });

  return (
    <Writing
      {...rest}
      isHeld={isHeld}
      className="composer"
      field={{
        ref: box,
        "data-composer": "",
        "aria-label": say("composer-message"),
        placeholder: say("composer-hint"),
        maxRows: 12,
      }}
      draft={draft}
      setDraft={setDraft}
      onSend={({ clientId, text, atOnce = false }) =>
        onSend({ chat_id: chatId, client_id: clientId, text, model, account_id: account, beside, at_once: atOnce })
      }
      onStored={(receipt) => {
        setDraft(EMPTY);
        saySent();
        if (chatId || !receipt.chat_id) return;
        followAhead(subscription, receipt.chat_id);
        navigate(`/chat/${receipt.chat_id}`);
      }}
    >
      {rest.children}
    </Writing>
  );
}
