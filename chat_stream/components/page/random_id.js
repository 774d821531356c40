/** The page's own name for what it sends: sent twice under one, it is one message. Also there without https. */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
