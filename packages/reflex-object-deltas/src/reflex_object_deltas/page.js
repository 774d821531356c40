// The face of the page half: the hooks that read the store, and the components that connect it to the server.
import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { Socket } from "socket.io-client";
import { EVENT, VERSION, VERSION_PARAMETER, applyDelta, begin, bookmarks, endsIn, forget, gapListeners } from "./protocol.js";
import { isOpen, release } from "./protocol.js";
import { NO_KEYS, mapOf } from "./store.js";

export { KeepSocket } from "./keep_socket.js";

const keysOf = (map) => map.keys;
const pairsOf = (map) => (map.pairs ??= [...map.entries]);
const allOf = (map) => (map.all ??= new Map(map.entries));
const NO_PAIRS = [];
const NO_ENTRIES = new Map();
const subjects = new Map(); // name of a subscription -> what its maps hold objects of
const followers = new Map(); // name of a subscription -> what asks for a subject
const aheads = new Map(); // name of a subscription -> { subject, load, run } that it doesn't show yet
const connectionListeners = new Set();
/** @type {(wanted?: string, isAhead?: boolean) => void} */
const asksNothing = () => {};
let connections = 0;
let isMounted = false;

/** Reflex keeps its socket to itself: whichever connects, listens to us too, from its first packet on. */
const connect = Socket.prototype.connect;
Socket.prototype.connect = function () {
  if (!this.hasListeners(EVENT)) {
    this.on(EVENT, applyDelta);
    this.on("connect", noteConnection);
  }
  this.io.opts.query = { ...this.io.opts.query, [VERSION_PARAMETER]: VERSION };
  return connect.call(this);
};

function noteConnection() {
  connections += 1;
  connectionListeners.forEach((listener) => listener());
}

/** Wraps the app, so that this module is there before Reflex's socket connects. */
export function ObjectDeltas({ children }) {
  useLayoutEffect(() => {
    isMounted = true;
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
  return useWhole(name, "keysListeners", keysOf, NO_KEYS);
}

/** The map's keys and objects as pairs; renders again when any of them changes. For who puts a map in order. */
export function useEntries(name) {
  return useWhole(name, "pairsListeners", pairsOf, NO_PAIRS);
}

/**
 * The value that `select` computes from the whole map, a Map from keys to objects. Renders again only when it changes.
 * It is asked at each change of the map: what it returns must be the same (`Object.is`) as long as it means the same.
 */
export function useSelected(name, select) {
  const all = useWholeSource(name, "allListeners", allOf);
  return useSyncExternalStore(all.subscribe, () => select(all.look()), () => select(NO_ENTRIES));
}

function useWhole(name, listeners, look, none) {
  const source = useWholeSource(name, listeners, look);
  return useSyncExternalStore(source.subscribe, source.look, () => none);
}

function useWholeSource(name, listeners, look) {
  return useMemo(() => {
    const map = mapOf(name);
    const subscribe = (listener) => {
      map[listeners].add(listener);
      return () => map[listeners].delete(listener);
    };
    return { subscribe, look: () => look(map) };
  }, [name, listeners, look]);
}

/** Another value after each connection of the socket, empty until the first. */
function useConnections() {
  return useSyncExternalStore(listenForConnections, () => (connections ? String(connections) : ""), () => "");
}

function listenForConnections(listener) {
  connectionListeners.add(listener);
  return () => connectionListeners.delete(listener);
}

/**
 * Asks the server to follow `subject` and says what the page has of it already: after each (re)connect, when the
 * subject changes, and at a gap. What it had of another subject is dropped. Where the app gives a `load`, that says
 * when the page may ask.
 */
export function Subscription({ name, subject = "", load: given, maps: names, onFollow }) {
  const connected = useConnections();
  const load = given ?? connected;
  const maps = JSON.stringify(names); // another list of the same names is no change
  const follow = useRef(asksNothing);
  useLayoutEffect(() => {
    follow.current = (wanted = subject, isAhead = false) => {
      const isOther = subjects.get(name) !== wanted;
      const has = isOther ? {} : endsIn(JSON.parse(maps));
      const run = begin(name, isAhead ? [] : undefined);
      if (isAhead) aheads.set(name, { subject: wanted, load, run });
      onFollow(wanted, isOther ? 0 : (bookmarks.get(name) ?? 0), has, run);
    };
  });
  useLayoutEffect(() => {
    // A restarted server knows no subject until it says `load`: what the page has may still be of the same.
    if (!load && !subject) return;
    if (subjects.has(name) && subjects.get(name) !== subject) forget(name, JSON.parse(maps));
    subjects.set(name, subject);
  }, [load, subject, name, maps]);
  useEffect(() => {
    const ahead = aheads.get(name);
    aheads.delete(name);
    const isAnswered = ahead?.subject === subject && ahead.load === load && isOpen(ahead.run);
    if (isAnswered) release(ahead.run);
    else if (load) follow.current();
  }, [load, subject, name]);
  useEffect(() => {
    followers.set(name, (subject) => follow.current(subject, true));
    return () => void followers.delete(name);
  }, [name]);
  useEffect(() => listenForGaps(name, () => follow.current()), [name]);
  return null;
}

/**
 * Asks for what a subscription is about to show, so that the answer is on its way while the page turns to it. The answer
 * waits until the subscription's subject is this one; if that becomes another one, it is dropped.
 */
export function followAhead(name, subject) {
  followers.get(name)?.(subject);
}

function listenForGaps(name, ask) {
  if (!isMounted) console.error(NOT_MOUNTED);
  let timer;
  gapListeners.set(name, (pause) => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  return () => {
    clearTimeout(timer);
    gapListeners.delete(name);
  };
}

const NOT_MOUNTED =
  "reflex-object-deltas: ObjectDeltas doesn't wrap the app, so deltas may be missed. " +
  'Write rx.App(app_wraps={(6, "ObjectDeltas"): lambda _: ObjectDeltas.create()}).';
