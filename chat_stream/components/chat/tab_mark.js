// The mark in a tab's title, which is visible from other tabs. Changed titles aren't read aloud: the announcer does
// that.
import { CHATS, LIVE, MESSAGES } from "../contract/maps.js";
import { useObject, useSelected } from "../contract/objects.js";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useParams } from "react-router";

/** `written` while an answer is being written, `news` after one that the reader hasn't seen, otherwise `none`. */
export function useTabMark() {
  const { chat_id: chatId = "" } = useParams();
  const isWritten = useSelected(MESSAGES, (messages) => [...messages.values()].some(({ status }) => LIVE.includes(status)));
  const isHidden = useSyncExternalStore(listen, () => document.visibilityState !== "visible", () => false);
  const hasEnded = useEndedUnseen(chatId, isWritten, isHidden);
  const chat = useObject(CHATS, chatId); // missing for a temporary chat, and for one below the loaded part of the list
  if (isWritten) return "written";
  return isHidden && (chat ? chat.unread : hasEnded) ? "news" : "none";
}

/**
 * @param {string} chatId
 * @param {boolean} isWritten
 * @param {boolean} isHidden
 */
function useEndedUnseen(chatId, isWritten, isHidden) {
  const [hasEnded, setEnded] = useState(false);
  const before = useRef({ chatId, isWritten });
  useEffect(() => {
    const isSame = before.current.chatId === chatId;
    const ends = isSame && before.current.isWritten && !isWritten;
    before.current = { chatId, isWritten };
    if (!isHidden || !isSame) setEnded(false);
    else if (ends) setEnded(true);
  }, [chatId, isWritten, isHidden]);
  return hasEnded;
}

/** @param {() => void} listener */
function listen(listener) {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
