// Whether this browser shows notifications about answers that end while its user looks elsewhere.
import { keep, read } from "../../browser/stores.js";

const PLACE = "chat_stream:notify";

export function isWished() {
  return canNotify() && Notification.permission === "granted" && read(PLACE) === "yes";
}

export function canNotify() {
  return "Notification" in window;
}

/**
 * Asks the browser for permission the first time. Returns false if it, or its user, refuses.
 * @param {boolean} isWanted
 */
export async function wish(isWanted) {
  keep(PLACE, isWanted ? "yes" : "no");
  if (isWanted && Notification.permission !== "granted") await Notification.requestPermission().catch(() => {});
  return isWished();
}
