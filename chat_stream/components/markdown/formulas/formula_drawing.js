// Draws formulas with KaTeX, and reports what is wrong with them.
import katex from "katex";
import "katex/contrib/mhchem"; // \ce and \pu

/** No commands for links, pictures or styles; no size beyond the page, and no endless macros. */
/** @type {import("katex").KatexOptions} */
const LIMITED = { trust: false, maxSize: 20, maxExpand: 500 };
/** @type {import("katex").KatexOptions} */
const QUIET = { strict: "ignore", errorColor: "inherit", throwOnError: true };
/** For names of equations and packages, which are defined to do nothing. */
const NOTHING = "\\@firstoftwo{}{#1}";
const MACROS = { "\\label": NOTHING, "\\require": NOTHING, "\\ref": "\\text{#1}", "\\eqref": "\\text{(#1)}" };
const LONGEST = 10_000; // characters of a formula that is drawn
const DEEPEST = 100; // nested braces of a formula that is drawn
const KEPT = 500; // drawings that are kept
const ONLY_DISPLAYED = /\\begin\{(?:align|alignat|gather|equation|CD)\*?\}|\\tag\b/;
/**
 * Environments that KaTeX knows under another name.
 * @type {Record<string, string>}
 */
const RENAMED = {
  multline: "gather",
  "multline*": "gather*",
  flalign: "align",
  "flalign*": "align*",
  displaymath: "equation*",
};
const NUMBERING = ["align", "alignat", "gather", "equation"];
const COLUMNS = "\\begin{array}{rcl}";
const DELIMITED = /^(?:\$`+([^]*?)`+\$|\\\[([^]*)\\\]|\\\(([^]*)\\\)|\$\$([^]*)\$\$|\$([^]*)\$)([.,;:]?)$/;
const COMMAND = /^\\(?:ce|pu|boxed)\{/;
const OUTER = /^<span class="([^"]*)">([^]*)<\/span>$/;
/** @type {Record<string, string>} */
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const WIDTHLESS = /[\u200B-\u200D\u2060\uFEFF]/g;
const drawings = new Map();

/**
 * `{ className, html }` of the drawing of `written`, or `{ reason }` if it can't be drawn.
 * @param {string} written
 * @param {boolean} isDisplay
 */
export function drawingOf(written, isDisplay, inTable = false) {
  const key = `${isDisplay}${inTable} ${written}`;
  const drawing = drawings.get(key) ?? draw(texOf(written, inTable), isDisplay);
  drawings.delete(key);
  drawings.set(key, drawing); // the most recently used is last
  if (drawings.size > KEPT) drawings.delete(drawings.keys().next().value);
  return drawing;
}

/**
 * @param {string} tex
 * @param {boolean} isDisplay
 */
function draw(tex, isDisplay) {
  if (tex.length > LONGEST || isTooDeep(tex)) return { reason: "" };
  const displayMode = isDisplay || ONLY_DISPLAYED.test(tex);
  try {
    const html = katex.renderToString(tex, { ...LIMITED, ...QUIET, displayMode, macros: { ...MACROS } });
    const [, className, inner] = /** @type {RegExpExecArray} */ (OUTER.exec(html));
    return { className, html: inner };
  } catch (/** @type {any} */ error) {
    return { reason: error.rawMessage ?? error.message };
  }
}

/**
 * The TeX between the marks, in KaTeX's form.
 * @param {string} written
 * @param {boolean} [inTable]
 */
export function texOf(written, inTable) {
  const [, ...parts] = DELIMITED.exec(written) ?? [null, written];
  const tex = COMMAND.test(written) ? written : parts.filter(Boolean).join("");
  return withKnownEnvironments(withWrittenSigns(inTable ? withLines(tex) : tex));
}

/**
 * Models write no comments (`50%` is a percentage), but HTML entities.
 * @param {string} tex
 */
function withWrittenSigns(tex) {
  const written = tex.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]).replace(WIDTHLESS, "");
  return written.replace(/\\[^]|%/g, (found) => (found === "%" ? "\\%" : found));
}

/** @param {string} tex */
function withKnownEnvironments(tex) {
  const isNumbered = tex.includes("\\tag");
  return tex
    .replace(/\\begin\{eqnarray\*?\}/g, COLUMNS)
    .replace(/\\end\{eqnarray\*?\}/g, "\\end{array}")
    .replace(/\\(begin|end)\{([a-z]+\*?)\}/g, (_, edge, name) => `\\${edge}{${knownName(name, isNumbered)}}`);
}

/**
 * If an author numbers equations, KaTeX adds no numbers.
 * @param {string} name
 * @param {boolean} isNumbered
 */
function knownName(name, isNumbered) {
  const known = RENAMED[name] ?? name;
  return isNumbered && NUMBERING.includes(known) ? `${known}*` : known;
}

/**
 * In a table, `\|` may be an escaped `|`; two of them are a norm.
 * @param {string} tex
 */
function withLines(tex) {
  const lines = tex.match(/\\[^]/g)?.filter((found) => found === "\\|").length ?? 0;
  return lines % 2 ? tex.replace(/\\[^]/g, (found) => (found === "\\|" ? "|" : found)) : tex;
}

/** @param {string} tex */
function isTooDeep(tex) {
  let depth = 0;
  for (const [mark] of tex.matchAll(/\\[^]|[{}]/g)) {
    if (mark === "{") depth += 1;
    else if (mark === "}") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
