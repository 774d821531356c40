// Runs in the head of every page, before the first paint and before every module of the page. It imports nothing.
(() => {
  // Reflex and others use both stores without checks. If a browser forbids one, the page gets a substitute that lasts
  // as long as the page.
  class PassingStore {
    #values = new Map();
    get length() {
      return this.#values.size;
    }
    key(/** @type {number} */ index) {
      return [...this.#values.keys()][index] ?? null;
    }
    getItem(/** @type {string} */ name) {
      return this.#values.get(String(name)) ?? null;
    }
    setItem(/** @type {string} */ name, /** @type {string} */ value) {
      this.#values.set(String(name), String(value));
    }
    removeItem(/** @type {string} */ name) {
      this.#values.delete(String(name));
    }
    clear() {
      this.#values.clear();
    }
  }
  for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      window[name].getItem("theme");
    } catch {
      Object.defineProperty(window, name, { configurable: true, value: new PassingStore() });
    }
  }

  // Keys that Reflex writes itself. If the store is full, an error there would end its rendering, so they are kept in
  // the page instead.
  const reflexKeys = ["theme", "last_compiled_theme", "token", "reflex_last_reloaded_on_error"];
  const unkept = new Map();
  const { getItem, setItem } = Storage.prototype;
  Storage.prototype.setItem = function (name, value) {
    try {
      setItem.call(this, name, value);
      unkept.delete(name);
    } catch (error) {
      if (!reflexKeys.includes(name)) throw error;
      unkept.set(name, String(value));
    }
  };
  Storage.prototype.getItem = function (name) {
    return unkept.has(name) ? unkept.get(name) : getItem.call(this, name);
  };

  // Reflex has set the colours already; `components/appearance/appearance.jsx` does the same when the size is chosen.
  document.documentElement.dataset.textSize = localStorage.getItem("chat_stream:text-size") ?? "";
})();
