// Loads messages that the page shows, or is about to show, but doesn't have.
import { MESSAGES } from "../contract/maps.js";
import { useSelected } from "../contract/objects.js";
import { useEffect, useEffectEvent } from "react";

const SOON = 2_000; // milliseconds after which a request counts as lost and is repeated
const SELDOM = 60_000;

/**
 * The first `page` of these ids of which there is no message.
 * @param {string[]} ids
 * @param {ReadonlyMap<string, unknown>} messages
 * @param {number} page
 */
export function missingOf(ids, messages, page) {
  return ids.filter((id) => !messages.has(id)).slice(0, page);
}

/**
 * Asks for the missing messages among `ids`, a page at a time, in order. Returns true while one is missing.
 * @param {object} properties
 * @param {string[]} properties.ids
 * @param {number} properties.page
 * @param {string} properties.load
 * @param {(messageIds: string[]) => void} properties.onReach
 */
export function useMissing({ ids, page, load, onReach }) {
  const missing = useSelected(MESSAGES, (messages) => missingOf(ids, messages, page).join(" "));
  const reach = useEffectEvent(onReach);
  useEffect(() => {
    if (!missing || !load) return;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const ask = (/** @type {number} */ patience) => {
      reach(missing.split(" "));
      timer = setTimeout(() => ask(Math.min(2 * patience, SELDOM)), patience);
    };
    ask(SOON);
    return () => clearTimeout(timer);
  }, [missing, load]);
  return Boolean(missing);
}
