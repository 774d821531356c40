// Whether somebody wants to be told, in this browser, of answers that end while they look elsewhere.
const PLACE = "chat_stream:notify";

export function isWished() {
  return canNotify() && Notification.permission === "granted" && localStorage.getItem(PLACE) === "yes";
}

export function canNotify() {
  return "Notification" in window;
}

/** Asks the browser's user, the first time; false if they refuse. */
export async function wish(isWanted) {
  localStorage.setItem(PLACE, isWanted ? "yes" : "no");
  if (isWanted && Notification.permission !== "granted") await Notification.requestPermission();
  return isWished();
}
