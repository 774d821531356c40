// How tokens, seconds and money are written.
import { texts } from "../../texts/page.js";

function written(amount, options) {
  return amount.toLocaleString(texts().locale, options);
}

export function count(amount) {
  return written(amount, { maximumFractionDigits: 0 });
}

export function tenths(amount) {
  return written(amount, { maximumFractionDigits: 1 });
}

export function percent(share) {
  return written(share, { style: "percent", maximumFractionDigits: 0 });
}

export function seconds(amount) {
  return texts()("counts-seconds", { amount: written(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 }) });
}

/** Digits that say something, also of a hundredth of a cent. */
export function dollars(amount) {
  const digits = amount && amount < 1 ? { minimumSignificantDigits: 2, maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return written(amount, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", ...digits });
}
