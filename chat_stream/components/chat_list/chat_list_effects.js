// Effects of the list of chats: marks chats as read, asks for what the filter looks for, and starts a new day.
import { CHATS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useEffect, useEffectEvent, useState } from "react";
import { startOfDay } from "./chat_groups.js";

const PAUSE = 200; // milliseconds without a key press before the server is asked, too

/**
 * Marks a chat as read when it is shown in a visible tab.
 * @param {string} shown
 * @param {(chatId: string) => void} onRead
 */
export function useReading(shown, onRead) {
  const isUnread = Boolean(useObject(CHATS, shown)?.unread);
  const sayRead = useEffectEvent(onRead);
  useEffect(() => {
    if (!isUnread) return;
    const look = () => document.visibilityState === "visible" && sayRead(shown);
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [shown, isUnread]);
}

/**
 * Filters what the page has immediately, and asks the server for the rest.
 * @param {string} words
 * @param {(words: string) => void} onFind
 */
export function useFinding(words, onFind) {
  const find = useEffectEvent(onFind);
  useEffect(() => {
    if (!words.trim()) return;
    const timer = setTimeout(() => find(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
}

/** The time at which the current day began; it changes at midnight. */
export function useToday() {
  const [today, setToday] = useState(startOfDay);
  useEffect(() => {
    const timer = setInterval(() => setToday(startOfDay()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
