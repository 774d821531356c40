// Announces what happened: to screen readers when an answer has ended (not each token), and by notification to people
// who look elsewhere.
import { bodyOfMessage } from "../page/elements.js";
import { CHATS, LIVE, MESSAGES } from "../contract/maps.js";
import { useEntries, useSelected } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useParams } from "react-router";
import { isWished } from "./notifications.js";

/** @typedef {import("../contract/maps.js").MessageEntry} Message */

/** @type {Partial<Record<Message["status"], string>>} */
const SENTENCES = { completed: "announcer-complete", stopped: "announcer-stopped" }; // the others are alerts themselves
const LONGEST = 300; // characters; a longer answer isn't read out automatically
const DRAWN = 300; // milliseconds until the last words are shown; answers that end meanwhile are announced together

export function Announcer() {
  useNotices();
  return (
    <p role="status" aria-live="polite" className="sr-only" data-announcer="">
      {useEnding()}
    </p>
  );
}

/** The announcement for the answers that ended last. Answers to one question can end at about the same moment. */
function useEnding() {
  const say = useTexts();
  const { chat_id: chatId = "" } = useParams();
  const live = useSelected(MESSAGES, (messages) => idsOf(messages, ({ status }) => LIVE.includes(status)));
  const settled = useSelected(MESSAGES, (messages) => messages);
  const [ending, setEnding] = useState({ chatId, words: "" });
  const before = useRef("");
  const unsaid = useRef(/** @type {string[]} */ ([]));
  const announce = useEffectEvent((/** @type {string} */ words) => setEnding({ chatId, words }));
  const sayAll = useEffectEvent(() => {
    const sentences = unsaid.current.splice(0).map((id) => sentenceOn(say, id, settled.get(id)));
    announce(sentences.filter(Boolean).join(" "));
  });
  const compare = useEffectEvent((/** @type {string} */ live) => {
    const now = live.split(" ");
    const ended = before.current.split(" ").filter((id) => id && !now.includes(id));
    before.current = live;
    if (ended.length && !unsaid.current.length) setTimeout(sayAll, DRAWN);
    unsaid.current.push(...ended);
    if (live && !unsaid.current.length) announce(say("announcer-writing"));
  });
  useEffect(() => compare(live), [live]);
  return ending.chatId === chatId ? ending.words : "";
}

/**
 * @param {import("../../texts/page.js").Say} say
 * @param {string} id
 * @param {Message | undefined} message
 */
function sentenceOn(say, id, message) {
  const key = message && SENTENCES[message.status];
  const sentence = key && say(key);
  const body = bodyOfMessage(id);
  if (!sentence || !body) return sentence ?? "";
  const words = body.innerText.trim();
  return words.length > LONGEST ? sentence : `${sentence} ${words}`;
}

/**
 * @param {ReadonlyMap<string, Message>} entries
 * @param {(message: Message) => boolean} fits
 */
function idsOf(entries, fits) {
  return [...entries].filter(([, entry]) => fits(entry)).map(([id]) => id).join(" ");
}

/** Sends a notification for each chat in which an answer ended while nobody looked at this tab. */
function useNotices() {
  const say = useTexts();
  const chats = useEntries(CHATS);
  const written = useRef(new Set());
  const tell = useEffectEvent((/** @type {string} */ id, /** @type {string} */ title) => notify(say, id, title));
  useEffect(() => {
    const now = new Set(chats.filter(([, chat]) => chat.written).map(([id]) => id));
    const ended = chats.filter(([id]) => written.current.has(id) && !now.has(id));
    written.current = now;
    if (document.visibilityState === "visible" || !isWished()) return;
    for (const [id, chat] of ended) tell(id, chat.title);
  }, [chats]);
}

/**
 * Shows a notification. Several tabs show only one, because it has the same tag.
 * @param {import("../../texts/page.js").Say} say
 * @param {string} id
 * @param {string} title
 */
function notify(say, id, title) {
  /** @type {Notification} */
  let notification;
  try {
    notification = new Notification(say("announcer-there"), { body: title, tag: id });
  } catch {
    return; // Chrome on Android grants the permission, but shows notifications only through a service worker
  }
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}
