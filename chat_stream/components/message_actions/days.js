// The days of a conversation, in the reader's time zone and language.
import { startOfDay } from "../chat_list/chat_groups.js";

/** @typedef {Pick<import("../contract/maps.js").MessageEntry, "role" | "at">} Message */

const DAY = 24 * 60 * 60 * 1000;
const A_WEEK = 7; // days after which the name of a weekday could be another one's
/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Where a day begins among messages that are shown, as pairs of index and the moment at which the day began. An answer
 * stands below its question, also when it was written after midnight, or years later once more.
 * @param {Array<Message | undefined>} messages
 * @returns {Array<[number, number]>}
 */
export function daysOf(messages) {
  /** @type {Array<[number, number]>} */
  const days = [];
  messages.forEach((message, index) => {
    if (!message?.at || (days.length && message.role !== "user")) return;
    const day = startOfDay(new Date(message.at));
    if (day !== days.at(-1)?.[1]) days.push([index, day]);
  });
  return days;
}

/**
 * What a day is called on the day that began at `today`.
 * @param {number} day
 * @param {number} today
 * @param {import("../../texts/page.js").Say} say
 */
export function dayLabel(day, today, say) {
  const ago = Math.round((today - day) / DAY); // a day can have 23 or 25 hours
  if (ago === 0) return say("chats-today");
  if (ago === 1) return say("chats-yesterday");
  if (ago > 1 && ago < A_WEEK) return inWords(day, say.locale, { weekday: "long" });
  const isThisYear = new Date(day).getFullYear() === new Date(today).getFullYear();
  return inWords(day, say.locale, { day: "numeric", month: "long", year: isThisYear ? undefined : "numeric" });
}

/**
 * A moment in words. To make a format takes a thousand times as long as to use it.
 * @param {number} at
 * @param {string} locale
 * @param {Intl.DateTimeFormatOptions} options
 */
export function inWords(at, locale, options) {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(at);
}
