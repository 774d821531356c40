// How tokens, seconds and money are written.

function written(amount, options) {
  return amount.toLocaleString(document.documentElement.lang || "en", options);
}

export function count(amount) {
  return written(amount, { maximumFractionDigits: 0 });
}

export function percent(share) {
  return written(share, { style: "percent", maximumFractionDigits: 0 });
}

export function seconds(amount) {
  return `${written(amount, { maximumFractionDigits: amount < 10 ? 1 : 0 })} s`;
}

/** Digits that say something, also of a hundredth of a cent. */
export function dollars(amount) {
  const digits = amount && amount < 1 ? { minimumSignificantDigits: 2, maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return written(amount, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", ...digits });
}
