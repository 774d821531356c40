// Formats tokens, seconds and money.
import { texts } from "../../texts/page.js";

/**
 * @param {number} amount
 * @param {Intl.NumberFormatOptions} options
 */
function written(amount, options) {
  return amount.toLocaleString(texts().locale, options);
}

/** @param {number} amount */
export function count(amount) {
  return written(amount, { maximumFractionDigits: 0 });
}

/** @param {number} amount */
export function tenths(amount) {
  return written(amount, { maximumFractionDigits: 1 });
}

/** @param {number} share */
export function percent(share) {
  return written(share, { style: "percent", maximumFractionDigits: 0 });
}

/** @param {number} amount */
export function seconds(amount) {
  return texts()("counts-seconds", { amount: written(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 }) });
}

/**
 * Enough digits to be meaningful, even for a hundredth of a cent.
 * @param {number} amount
 */
export function dollars(amount) {
  const digits = amount && amount < 1 ? { minimumSignificantDigits: 2, maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return written(amount, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", ...digits });
}
