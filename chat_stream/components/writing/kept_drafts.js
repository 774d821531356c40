// Stores drafts in the browser. A long one is stored a moment later, because that takes a while: at the latest when the
// page is left.
import { forget, keep, read } from "../../browser/stores.js";
import { notifyOnce } from "../page/page_notice.js";

const LONG = 10_000; // characters
const PAUSE = 500; // milliseconds
/** @import { Area } from "../../browser/stores.js" */
/** @import { Draft } from "./draft.js" */
/** @type {Map<string, { areas: Area[], draft: Draft }>} */
const waiting = new Map(); // what to store and where, by place
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {string} place
 * @param {Area[]} areas
 * @param {Draft} draft
 */
export function keepDraft(place, areas, draft) {
  waiting.set(place, { areas, draft });
  if (draft.text.length < LONG || draft.isSending) writeAll();
  else timer ||= setTimeout(writeAll, PAUSE);
}

/**
 * Deletes a draft, unless another tab has changed it.
 * @param {string} place
 * @param {Area[]} areas
 * @param {string} text
 */
export function dropDraft(place, areas, text) {
  writeAll();
  for (const area of areas) {
    if (readDraft(place, area)?.text === text) forget(place, area);
  }
}

/**
 * @param {string} place
 * @param {Area} area
 */
export function readDraft(place, area) {
  writeAll();
  try {
    const kept = JSON.parse(read(place, area) ?? "null");
    return typeof kept?.text === "string" ? kept : null;
  } catch {
    return null;
  }
}

function writeAll() {
  clearTimeout(timer);
  timer = undefined;
  for (const [place, { areas, draft }] of waiting) {
    const written = JSON.stringify(draft);
    const isKept = areas.map((area) => keep(place, written, area)).every(Boolean);
    if (!isKept) notifyOnce("drafts-not-kept");
  }
  waiting.clear();
}

if (typeof window !== "undefined") {
  window.addEventListener("pagehide", writeAll);
  document.addEventListener("visibilitychange", writeAll);
}
