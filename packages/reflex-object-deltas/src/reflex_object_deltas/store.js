// The page's store: maps of objects in which texts grow. It stands outside of Reflex's own store, so that no hydrate
// overwrites it and a change of one object renders only the components that read that object.
//
// Invariant: a stream's object exists, and the stream's field of it is a string.

// name -> { entries, keys, pairs, all, and who listens: entryListeners: Map(key -> Set), the others Sets }
const maps = new Map();
/** The texts that grow: stream -> { map, key, field, end }. `end` is the position that the server gave last. */
export const streams = new Map();
export const NO_KEYS = [];

/** The map of this name, empty the first time that it is asked for. */
export function mapOf(name) {
  if (!maps.has(name)) {
    const listeners = {
      entryListeners: new Map(),
      keysListeners: new Set(),
      pairsListeners: new Set(),
      allListeners: new Set(),
    };
    maps.set(name, { entries: new Map(), keys: NO_KEYS, pairs: null, all: null, ...listeners });
  }
  return maps.get(name);
}

/** The changes of a delta, or of several in which texts only grew: applied all together, then announced once. */
export class Change {
  touched = new Map(); // map name -> Set of keys
  reordered = new Set(); // map names

  /** Puts an object into a map. A text that grows in the one before goes on, unless the new one has its field. */
  set(name, key, value) {
    const growing = {};
    for (const [stream, at] of streamsIn(name, key)) {
      if (value === null || typeof value !== "object" || at.field in value) streams.delete(stream);
      else growing[at.field] = mapOf(name).entries.get(key)[at.field];
    }
    this.#put(name, key, Object.keys(growing).length ? { ...value, ...growing } : value);
  }

  /** Sets one field of an object, which is made if there is none. */
  patch(name, key, field, value) {
    this.#put(name, key, { ...mapOf(name).entries.get(key), [field]: value });
  }

  /** Adds to the text of a stream. */
  extend({ map, key, field }, text) {
    this.patch(map, key, field, mapOf(map).entries.get(key)[field] + text);
  }

  /** Takes one field from an object, and the object with its last field. */
  take(name, key, field) {
    const { [field]: value, ...rest } = mapOf(name).entries.get(key);
    if (Object.keys(rest).length) this.#put(name, key, rest);
    else this.remove(name, key);
    return value;
  }

  remove(name, key) {
    if (mapOf(name).entries.delete(key)) {
      this.reordered.add(name);
      this.#touch(name, key);
    }
    for (const [stream] of streamsIn(name, key)) streams.delete(stream);
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

  #put(name, key, value) {
    const map = mapOf(name);
    if (!map.entries.has(key)) this.reordered.add(name);
    map.entries.set(key, value);
    this.#touch(name, key);
  }

  #touch(name, key) {
    if (!this.touched.has(name)) this.touched.set(name, new Set());
    this.touched.get(name).add(key);
  }
}

function streamsIn(name, key) {
  return [...streams].filter(([, at]) => at.map === name && at.key === key);
}
