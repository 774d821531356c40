// The plugins of Streamdown that keep a model's raw HTML out. Of its own only those that are named here are used.
//
// Streamdown has no setting for this, so its list of plugins is taken apart. A Streamdown whose list has other names may
// render raw HTML in another way: then no text is rendered at all, and it is shown as it came.

/**
 * The plugins for every text. They allow these elements beside the usual ones. Null if nothing may be rendered.
 *
 * @param {Record<string, any>} plugins Streamdown's own
 * @param {string[]} tagNames
 * @returns {any[] | null}
 */
export function safePlugins({ raw, sanitize, harden }, tagNames) {
  if (!raw || !harden || !Array.isArray(sanitize) || !Array.isArray(sanitize[1]?.tagNames)) return null;
  const [sanitizer, schema] = sanitize;
  return [[sanitizer, { ...schema, tagNames: [...new Set([...schema.tagNames, ...tagNames])] }], harden];
}
