// How deltas are read (docs/protocol.md). The server half's names for the operations are in `operations.py`.
//
// Invariant: a growing text is extended only where a delta begins at the end that the server gave last.
// Positions and lengths are the server's; the page adds them up and never counts characters.
//
// Each time a subscription asks, it opens a run with a number of its own, which the answers carry. Only its
// newest run is listened to, and only up to the first operation that doesn't fit: what comes after a gap, and
// what was on its way when the page asked, is dropped, so that what the page says it has stays true.
import { pauseOfAnOutdatedPage } from "./outdated.js";
import { whenThereIsTime } from "./pace.js";
import { Change, streams } from "./store.js";

/** The event on Reflex's socket that is a delta. These three are also in `protocol.py`. */
export const EVENT = "~";
/** The version that this page speaks. */
export const VERSION = 1;
/** The parameter in the address of the websocket by which the page says so. */
export const VERSION_PARAMETER = "object_deltas";
const GAP_PAUSE = 50; // milliseconds from a gap to the next question: what else is on its way is let go by

const runs = new Map(); // number -> { name, aliases: Map(small integer -> stream), held: deltas that wait or undefined }
const NO_RUN = { name: null, aliases: new Map(), held: undefined };
/** Name of a subscription -> the server's value. */
export const bookmarks = new Map();
/** Name of a subscription -> what asks again after a pause in milliseconds. */
export const gapListeners = new Map();
let asked = 0;
let growth; // what has only grown, and waits to be shown: a Change

/** The operations, under the names that `operations.py` gives them. One that doesn't fit returns false. */
const operations = {
  "="(change, run, map, key, value) {
    change.set(map, key, value);
  },
  "-"(change, run, map, key) {
    change.remove(map, key);
  },
  // From now on `alias` stands for this stream; what the page has of it is kept, of an earlier one dropped.
  "@"(change, run, alias, stream, map, key, field, end) {
    if ((streams.get(stream)?.end ?? 0) !== end) return false;
    run.aliases.set(alias, stream);
    if (streams.has(stream)) return;
    for (const [other, at] of streams) {
      if (at.map === map && at.key === key && at.field === field) streams.delete(other);
    }
    change.patch(map, key, field, "");
    streams.set(stream, { map, key, field, end });
  },
  // The stream has ended: its text becomes a field of a settled object, and nothing grows any more.
  "."(change, run, alias, map, key, field) {
    const stream = run.aliases.get(alias);
    const at = streams.get(stream);
    if (!at) return false;
    streams.delete(stream);
    run.aliases.delete(alias);
    if (at.map === map && at.key === key && at.field === field) return;
    change.patch(map, key, field, change.take(at.map, at.key, at.field));
  },
  "#"(change, run, name, value) {
    bookmarks.set(name, value);
  },
  // What a run begins with: the version that the server speaks to this page.
  v(change, run, version) {
    return version <= VERSION;
  },
};

function append(change, run, alias, start, length, text) {
  const at = streams.get(run.aliases.get(alias));
  if (start !== at?.end) return false;
  at.end = start + length;
  change.extend(at, text);
}

/** Whether this page can read it: an operation of another name, shape or version is of a newer server. */
function isKnown(operation) {
  if (!Array.isArray(operation)) return false;
  const [name, ...args] = operation;
  if (typeof name === "number") return args.length === append.length - 3;
  if (!Object.hasOwn(operations, name) || args.length !== operations[name].length - 2) return false;
  return name !== "v" || args[0] <= VERSION;
}

/** Applies a delta, which begins with the number of its run, if it has one. With an unknown operation it changes nothing. */
export function applyDelta(...delta) {
  const isOfRun = typeof delta[0] === "number";
  const run = isOfRun ? runs.get(delta[0]) : NO_RUN;
  if (!run) return;
  if (run.held) return void run.held.push(delta);
  const list = isOfRun ? delta.slice(1) : delta;
  if (!list.every(isKnown)) askAgain(run, pauseOfAnOutdatedPage());
  else if (!applyAll(list, run)) askAgain(run, GAP_PAUSE);
}

function applyAll(list, run) {
  const change = growth ?? new Change();
  const fits = list.every(([name, ...args]) => (operations[name] ?? append)(change, run, ...operands(name, args)) !== false);
  growth = change;
  if (list.every(([name]) => typeof name === "number")) whenThereIsTime(announceGrowth);
  else announceGrowth();
  return fits;
}

const operands = (name, args) => (typeof name === "number" ? [name, ...args] : args);

function announceGrowth() {
  const change = growth;
  growth = undefined;
  change?.announce();
}

/** Ends the run and lets its subscription ask again. What is of no run may be of any subscription. */
function askAgain(run, pause) {
  for (const [number, other] of runs) {
    if (run === NO_RUN || other === run) runs.delete(number);
  }
  for (const [name, listener] of gapListeners) {
    if (run === NO_RUN || name === run.name) listener(pause);
  }
}

/** The number of a new run, which replaces the earlier ones of this subscription. */
export function begin(name, held) {
  for (const [number, run] of runs) {
    if (run.name === name) runs.delete(number);
  }
  asked += 1;
  runs.set(asked, { name, aliases: new Map(), held });
  return asked;
}

/** Whether the page still listens to this run. */
export function isOpen(number) {
  return runs.has(number);
}

/** Applies the deltas that a run held back until the page showed its subject. */
export function release(number) {
  const run = runs.get(number);
  const { held } = run;
  run.held = undefined;
  for (const delta of held) applyDelta(...delta);
}

/** The texts that grow in these maps, and where the page's copy of each ends: { stream: end }. */
export function endsIn(names) {
  return Object.fromEntries([...streams].filter(([, at]) => names.includes(at.map)).map(([stream, at]) => [stream, at.end]));
}

/** Empties the maps and forgets what was seen of them. */
export function forget(bookmark, names) {
  const change = new Change();
  names.forEach((map) => change.clear(map));
  bookmarks.delete(bookmark);
  change.announce();
}
