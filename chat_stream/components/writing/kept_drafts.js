// Drafts in the browser's stores. A long one is written a moment later, because each time takes a while: with what is
// last written of it, and at the latest when its page is left.
import { forget, keep, read } from "../../browser/stores.js";
import { notifyOnce } from "../page/page_notice.js";

const LONG = 10_000; // characters
const PAUSE = 500; // milliseconds
const waiting = new Map(); // by place: what is to be written, and where
let timer = 0;

export function keepDraft(place, areas, draft) {
  waiting.set(place, { areas, draft });
  if (draft.text.length < LONG || draft.isSending) writeAll();
  else timer ||= setTimeout(writeAll, PAUSE);
}

/** Unless there is another text by now, which is another tab's. */
export function dropDraft(place, areas, text) {
  writeAll();
  for (const area of areas) {
    if (readDraft(place, area)?.text === text) forget(place, area);
  }
}

export function readDraft(place, area) {
  writeAll();
  try {
    const kept = JSON.parse(read(place, area));
    return typeof kept?.text === "string" ? kept : null;
  } catch {
    return null;
  }
}

function writeAll() {
  clearTimeout(timer);
  timer = 0;
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
