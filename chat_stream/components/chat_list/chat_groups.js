// Groups the list: pinned chats first, then by day, the newest first.
/** @typedef {import("../contract/maps.js").ChatEntry} Chat */

const PINNED = "chats-pinned";
const DAY = 24 * 60 * 60 * 1000;

/**
 * The chats of a view as `[{ label, ids }]`, grouped by days in the reader's time zone and language. `chats` are pairs
 * of id and entry; `today` is the time at which the day began.
 * @param {Array<[string, Chat]>} chats
 * @param {{ isArchive: boolean, words: string, today: number, say: import("../../texts/page.js").Say }} wish
 */
export function grouped(chats, { isArchive, words, today, say }) {
  const wanted = words.trim().toLocaleLowerCase();
  const fits = (/** @type {[string, Chat]} */ [, chat]) =>
    !chat.archived === !isArchive && (!wanted || chat.title.toLocaleLowerCase().includes(wanted));
  /** @type {Array<{ span: string | number, label: string, ids: string[] }>} */
  const groups = [];
  for (const [id, chat] of chats.filter(fits).sort(fromTheTop)) {
    const span = chat.pinned ? PINNED : spanOf(chat.at, today);
    if (groups.at(-1)?.span !== span) groups.push({ span, label: labelOf(span, chat.at, say), ids: [] });
    groups.at(-1)?.ids.push(id);
  }
  return groups;
}

/** The time at which the day of `now` began. */
export function startOfDay(now = new Date()) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
}

/**
 * @param {[string, Chat]} entry
 * @param {[string, Chat]} otherEntry
 */
function fromTheTop([id, chat], [otherId, other]) {
  if (!chat.pinned !== !other.pinned) return chat.pinned ? -1 : 1;
  return other.at - chat.at || (otherId > id ? 1 : -1);
}

/**
 * The span of days that a time belongs to. Days have names, but a month is a number, because formatting one takes a
 * thousand times as long as comparing two.
 * @param {number} at
 * @param {number} today
 */
function spanOf(at, today) {
  if (at >= today) return "chats-today";
  if (at >= startOfDay(new Date(today - DAY / 2))) return "chats-yesterday";
  if (at >= startOfDay(new Date(today - 6.5 * DAY))) return "chats-this-week";
  const date = new Date(at);
  return date.getFullYear() * 12 + date.getMonth();
}

/**
 * @param {string | number} span
 * @param {number} at
 * @param {import("../../texts/page.js").Say} say
 */
function labelOf(span, at, say) {
  if (typeof span === "string") return say(span);
  return new Date(at).toLocaleDateString(say.locale, { month: "long", year: "numeric" });
}
