// Runs the page half without a page: React and Reflex are replaced by just enough of them. Reads one JSON
// list of steps a line from standard input and answers each with what a component would see.
// Usage: node page_driver.mjs <the page half's folder> [another file in the place of its page.js]
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";

const stubs = {
  react: `
    export const useEffect = (effect) => effect();
    export const useLayoutEffect = (effect) => effect();
    export const useMemo = (make) => make();
    export const useRef = (initial) => ({ current: initial });
    export const useSyncExternalStore = (subscribe, snapshot) => { globalThis.subscribed = subscribe; return snapshot(); };`,
  "socket.io-client": `
    export class Socket {
      listeners = {};
      io = { opts: { query: { token: "tab" } } };
      connect() { return this; }
      on(name, listener) { this.listeners[name] = listener; }
      hasListeners(name) { return name in this.listeners; }
    }`,
};
const [folder, entry = `${folder}/page.js`] = process.argv.slice(2);
const fileOf = (name) => (name === "./page.js" ? entry : `${folder}/${name}`);
const sourceOf = (name) => stubs[name] ?? readFileSync(fileOf(name), "utf8");
registerHooks({
  resolve: (name, context, next) =>
    name in stubs || name.startsWith("./") ? { url: `page:${name}`, shortCircuit: true } : next(name, context),
  load: (url, context, next) =>
    url.startsWith("page:") ? { format: "module", source: sourceOf(url.slice(5)), shortCircuit: true } : next(url, context),
});

const kept = new Map();
globalThis.sessionStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
let reloads = 0;
let isPrevented = false;
globalThis.window = {
  addEventListener: () => {},
  dispatchEvent: () => !isPrevented,
  location: { reload: () => (reloads += 1) },
};
globalThis.requestAnimationFrame = (draw) => setTimeout(draw);
const page = await import("./page.js");
page.ObjectDeltas({});
const { Socket } = await import("socket.io-client");
const socket = new Socket().connect();

let follows = [];
let heard = () => {};
const show = (subject) =>
  page.Subscription({
    name: "book", subject, load: "1", maps: ["m", "n"],
    onFollow: (...what) => {
      follows.push(what);
      heard();
    },
  });
show("s");
const renders = {};
const watch = (key, milliseconds = 0) => {
  page.useObject("m", key);
  globalThis.subscribed(() => {
    renders[key] = (renders[key] ?? 0) + 1;
    for (const began = performance.now(); performance.now() < began + milliseconds; );
  });
};

const commands = {
  delta: (delta) => socket.listeners["~"](...delta),
  deltas: async (deltas) => {
    for (const delta of deltas) {
      commands.delta(delta);
      await Promise.resolve(); // each comes in a task of its own
    }
    return renders;
  },
  object: ([map, key]) => page.useObject(map, key) ?? null,
  keys: (map) => page.useKeys(map),
  best: (field) =>
    page.useSelected("m", (all) => [...all].sort(([, one], [, other]) => other[field] - one[field])[0]?.[0]),
  entries: (map) => page.useEntries(map),
  show,
  followAhead: (subject) => page.followAhead("book", subject),
  watch: (key) => watch(key),
  watchSlowly: ([key, milliseconds]) => watch(key, milliseconds),
  renders: () => renders,
  protocol: async () => {
    const { EVENT, VERSION, VERSION_PARAMETER } = await import("./protocol.js");
    return { EVENT, VERSION, VERSION_PARAMETER };
  },
  query: () => socket.io.opts.query,
  reloads: () => reloads,
  prevent: () => (isPrevented = true),
  nextQuestion: async () => {
    while (!follows.length) await new Promise((resolve) => (heard = resolve));
    return follows.shift();
  },
  asked: async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const all = follows;
    follows = [];
    return all;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = JSON.parse(line);
  console.log(JSON.stringify((await commands[command](argument)) ?? null));
}
