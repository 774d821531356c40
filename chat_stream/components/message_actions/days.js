// The days of a conversation, in the reader's time zone and language.
import { startOfDay } from "../chat_list/chat_groups.js";

/** @typedef {Pick<import("../contract/maps.js").MessageEntry, "role" | "at">} Message */

const DAY = 24 * 60 * 60 * 1000;
const A_WEEK = 7; // days; beyond that, a weekday could mean another week
/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Where a new day begins among the shown messages, as pairs of index and the time at which the day began. An answer
 * belongs to the day of its question, even if it was written after midnight, or again years later.
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
 * The name of a day, on the day that began at `today`.
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
 * A time in words. Making a formatter takes a thousand times as long as using one, so they are kept.
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
