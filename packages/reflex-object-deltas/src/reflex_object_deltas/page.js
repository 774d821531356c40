// The page half of object-specific deltas: a store of maps, outside of Reflex's own store, so that no
// hydrate overwrites it and a change of one object renders only the components that read that object.
//
// Invariant: a growing text is extended only where a delta begins at the end that the server gave last.
// Positions and lengths are the server's; the page adds them up and never counts characters.
//
// Each time a subscription asks, it opens a run with a number of its own, which the answers carry. Only its
// newest run is listened to, and only up to the first operation that doesn't fit: what comes after a gap, and
// what was on its way when the page asked, is dropped, so that what the page says it has stays true.
import { whenThereIsTime } from "./pace.js";
import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { Socket } from "socket.io-client";

/** The event on Reflex's socket that is a delta; must match `EVENT` in `deltas.py`. */
const EVENT = "~";

// name -> { entries, keys, pairs, all, and who listens: entryListeners: Map(key -> Set), the others Sets }
const maps = new Map();
const streams = new Map(); // stream -> { map, key, field, end }
const runs = new Map(); // number -> { name, aliases: Map(small integer -> stream), held: deltas that wait or undefined }
const bookmarks = new Map(); // name -> the server's value
const subjects = new Map(); // name of a subscription -> what its maps hold objects of
const followers = new Map(); // name of a subscription -> { ask(subject, isAhead), askAgain() }
const aheads = new Map(); // name of a subscription -> { subject, load, run } that it doesn't show yet
const NO_KEYS = [];
const NO_PAIRS = [];
const NO_ENTRIES = new Map();
let asked = 0;
let growth; // what has only grown, and waits to be shown: a Change

function mapOf(name) {
  if (!maps.has(name)) {
    const listeners = {
      entryListeners: new Map(),
      keysListeners: new Set(),
      pairsListeners: new Set(),
      allListeners: new Set(),
    };
    maps.set(name, { entries: new Map(), keys: NO_KEYS, pairs: NO_PAIRS, all: null, ...listeners });
  }
  return maps.get(name);
}

/** The changes of a delta, or of several in which texts only grew: applied all together, then announced once. */
class Change {
  touched = new Map(); // map name -> Set of keys
  reordered = new Set(); // map names

  put(name, key, value) {
    const map = mapOf(name);
    if (!map.entries.has(key)) this.reordered.add(name);
    map.entries.set(key, value);
    this.#touch(name, key);
  }

  patch(name, key, field, value) {
    this.put(name, key, { ...mapOf(name).entries.get(key), [field]: value });
  }

  remove(name, key) {
    if (mapOf(name).entries.delete(key)) {
      this.reordered.add(name);
      this.#touch(name, key);
    }
    for (const [stream, at] of streams) {
      if (at.map === name && at.key === key) streams.delete(stream);
    }
  }

  clear(name) {
    for (const key of [...mapOf(name).entries.keys()]) this.remove(name, key);
  }

  announce() {
    for (const name of this.reordered) mapOf(name).keys = [...mapOf(name).entries.keys()];
    for (const name of this.reordered) mapOf(name).keysListeners.forEach((listener) => listener());
    for (const [name, keys] of this.touched) {
      const map = mapOf(name);
      map.pairs = map.all = null; // built again when somebody looks
      for (const key of keys) map.entryListeners.get(key)?.forEach((listener) => listener());
      map.pairsListeners.forEach((listener) => listener());
      map.allListeners.forEach((listener) => listener());
    }
  }

  #touch(name, key) {
    if (!this.touched.has(name)) this.touched.set(name, new Set());
    this.touched.get(name).add(key);
  }
}

/** The operations, under the names that `operations.py` gives them. One that doesn't fit returns false. */
const operations = {
  "="(change, run, map, key, value) {
    change.put(map, key, value);
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
    streams.set(stream, { map, key, field, end });
    change.patch(map, key, field, "");
  },
  // The stream has ended: its text becomes a field of a settled object, and nothing grows any more.
  "."(change, run, alias, map, key, field) {
    const stream = run.aliases.get(alias);
    const at = streams.get(stream);
    if (!at) return false;
    const { [at.field]: text, ...rest } = mapOf(at.map).entries.get(at.key);
    change.patch(map, key, field, text);
    streams.delete(stream);
    run.aliases.delete(alias);
    if (Object.keys(rest).length) change.put(at.map, at.key, rest);
    else change.remove(at.map, at.key);
  },
  "#"(change, run, name, value) {
    bookmarks.set(name, value);
  },
};

function append(change, run, alias, start, length, text) {
  const at = streams.get(run.aliases.get(alias));
  if (start !== at?.end) return false;
  at.end = start + length;
  change.patch(at.map, at.key, at.field, mapOf(at.map).entries.get(at.key)[at.field] + text);
}

/** A delta begins with the number of its run, if it has one. */
function applyDelta(...delta) {
  const isOfRun = typeof delta[0] === "number";
  const run = isOfRun ? runs.get(delta[0]) : {};
  if (!run) return;
  if (run.held) return run.held.push(delta);
  const change = growth ?? new Change();
  let onlyGrew = true;
  const fits = (isOfRun ? delta.slice(1) : delta).every(([operation, ...args]) => {
    if (typeof operation === "number") return append(change, run, operation, ...args) !== false;
    onlyGrew = false;
    return operations[operation](change, run, ...args) !== false;
  });
  growth = change;
  if (onlyGrew) whenThereIsTime(announceGrowth);
  else announceGrowth();
  if (!fits) {
    runs.delete(delta[0]);
    followers.get(run.name)?.askAgain();
  }
}

function announceGrowth() {
  const change = growth;
  growth = undefined;
  change?.announce();
}

/** The number of a new run, which replaces the earlier ones of this subscription. */
function begin(name, held) {
  for (const [number, run] of runs) {
    if (run.name === name) runs.delete(number);
  }
  asked += 1;
  runs.set(asked, { name, aliases: new Map(), held });
  return asked;
}

/** Applies the deltas that a run held back until the page showed its subject. */
function release(number) {
  const run = runs.get(number);
  const { held } = run;
  run.held = undefined;
  for (const delta of held) applyDelta(...delta);
}

/** Reflex keeps its socket to itself: whichever connects, listens to us too, from its first packet on. */
const connect = Socket.prototype.connect;
Socket.prototype.connect = function () {
  if (!this.hasListeners(EVENT)) this.on(EVENT, applyDelta);
  return connect.call(this);
};

/** Wraps the app, so that this module is there before Reflex's socket connects. */
export function ObjectDeltas({ children }) {
  useEffect(() => {
    // A download or a `mailto:` link makes the browser say `beforeunload` without leaving the page, and
    // Reflex would close its socket for good. `pagehide` still closes it when the page is really left.
    const keepSocket = (event) => event.stopImmediatePropagation();
    window.addEventListener("beforeunload", keepSocket);
    return () => window.removeEventListener("beforeunload", keepSocket);
  }, []);
  return children;
}

/** The object under `key`, or undefined; renders again only when that object changes. */
export function useObject(name, key) {
  const [subscribe, snapshot] = useMemo(() => {
    const map = mapOf(name);
    const subscribe = (listener) => {
      if (!map.entryListeners.has(key)) map.entryListeners.set(key, new Set());
      map.entryListeners.get(key).add(listener);
      return () => {
        map.entryListeners.get(key)?.delete(listener);
        if (!map.entryListeners.get(key)?.size) map.entryListeners.delete(key);
      };
    };
    return [subscribe, () => map.entries.get(key)];
  }, [name, key]);
  return useSyncExternalStore(subscribe, snapshot, () => undefined);
}

/** The map's keys in the order in which they came. */
export function useKeys(name) {
  return useWhole(name, "keysListeners", (map) => map.keys, NO_KEYS);
}

/** The map's keys and objects as pairs; renders again when any of them changes. For who puts a map in order. */
export function useEntries(name) {
  return useWhole(name, "pairsListeners", (map) => (map.pairs ??= [...map.entries]), NO_PAIRS);
}

function useWhole(name, listeners, look, none) {
  const [subscribe, snapshot] = useMemo(() => {
    const map = mapOf(name);
    const subscribe = (listener) => {
      map[listeners].add(listener);
      return () => map[listeners].delete(listener);
    };
    return [subscribe, () => look(map)];
  }, [name]);
  return useSyncExternalStore(subscribe, snapshot, () => none);
}

/**
 * The value that `select` computes from the whole map, a Map from keys to objects. Renders again only when it changes.
 * It is asked at each change of the map: what it returns must be the same (`Object.is`) as long as it means the same.
 */
export function useSelected(name, select) {
  const [subscribe, all] = useMemo(() => {
    const map = mapOf(name);
    const subscribe = (listener) => {
      map.allListeners.add(listener);
      return () => map.allListeners.delete(listener);
    };
    return [subscribe, () => (map.all ??= new Map(map.entries))];
  }, [name]);
  return useSyncExternalStore(subscribe, () => select(all()), () => select(NO_ENTRIES));
}

/**
 * Asks the server to follow `subject` and says what the page has of it already: after each (re)connect
 * (`load` is new then), when the subject changes, and at a gap. What it had of another subject is dropped.
 */
export function Subscription({ name, subject, load, maps: names, onFollow }) {
  const follow = useRef(null);
  follow.current = (wanted = subject, isAhead = false) => {
    const isOther = subjects.get(name) !== wanted;
    const has = isOther ? [] : [...streams].filter(([, at]) => names.includes(at.map));
    const ends = Object.fromEntries(has.map(([stream, at]) => [stream, at.end]));
    const run = begin(name, isAhead ? [] : undefined);
    if (isAhead) aheads.set(name, { subject: wanted, load, run });
    onFollow(wanted, isOther ? 0 : (bookmarks.get(name) ?? 0), ends, run);
  };
  useLayoutEffect(() => {
    // A restarted server knows no subject until it says `load`: what the page has may still be of the same.
    if (!load && !subject) return;
    if (subjects.has(name) && subjects.get(name) !== subject) forget(name, names);
    subjects.set(name, subject);
  }, [load, subject]);
  useEffect(() => {
    const ahead = aheads.get(name);
    aheads.delete(name);
    const isAnswered = ahead?.subject === subject && ahead.load === load && runs.has(ahead.run);
    if (isAnswered) release(ahead.run);
    else if (load) follow.current();
  }, [load, subject]);
  useEffect(() => {
    let timer;
    const askAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(() => follow.current(), 50);
    };
    followers.set(name, { ask: (...wanted) => follow.current(...wanted), askAgain });
    return () => {
      clearTimeout(timer);
      followers.delete(name);
    };
  }, []);
  return null;
}

/**
 * Asks for what a subscription is about to show, so that the answer is on its way while the page turns to it. The answer
 * waits until the subscription's subject is this one; if that becomes another one, it is dropped.
 */
export function followAhead(name, subject) {
  followers.get(name)?.ask(subject, true);
}

function forget(bookmark, names) {
  const change = new Change();
  names.forEach((map) => change.clear(map));
  bookmarks.delete(bookmark);
  change.announce();
}
