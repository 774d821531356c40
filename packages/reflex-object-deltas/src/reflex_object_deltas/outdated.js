// A page that is sent what it doesn't know is older than its server. It asks again, since a server behind the same
// address may speak its version; from the second time on it reloads, unless the app prevents that, and at most
// once a minute: while servers are replaced, the old page may be what comes back.
const EVENT = "object-deltas:outdated";
const RELOADED_AT = "object-deltas:reloaded-at";
const BETWEEN_RELOADS = 60_000; // milliseconds
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 30_000;
let times = 0;

/** For how many milliseconds to wait before the page asks again: twice as long each time. */
export function pauseOfAnOutdatedPage() {
  const pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** times);
  times += 1;
  if (times > 1) tell();
  return pause;
}

/** `window.addEventListener("object-deltas:outdated", (event) => event.preventDefault())` is how an app asks first. */
function tell() {
  const event = new CustomEvent(EVENT, { cancelable: true });
  if (window.dispatchEvent(event) && mayReload()) window.location.reload();
}

function mayReload() {
  try {
    const isLongAgo = Date.now() - Number(sessionStorage.getItem(RELOADED_AT)) > BETWEEN_RELOADS;
    if (isLongAgo) sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    return isLongAgo;
  } catch {
    return false; // without a memory it would go on for ever
  }
}
