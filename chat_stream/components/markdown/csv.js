// A table as comma-separated values (RFC 4180).

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
/** Cells that a spreadsheet would calculate, which could send data somewhere: a model wrote them. */
const IS_CALCULATED = /^\s*[=+\-@\t\r]/;
const IS_NUMBER = /^\s*[+-]?[\d.,\s\u00a0']*\d\s*%?\s*$/;

/**
 * `rows` are lists of texts.
 * @param {string[][]} rows
 */
export function csvOf(rows) {
  return rows.map((row) => row.map(valueOf).join(",")).join("\r\n");
}

/** @param {string} text */
function valueOf(text) {
  const safe = IS_CALCULATED.test(text) && !IS_NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
