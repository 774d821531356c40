// Requests to the app's own HTTP routes, which in development are on another port than the page.
import env from "$/env.json";
import { getBackendURL } from "$/utils/state";
import { texts } from "../../texts/page.js";

/**
 * Returns `{ ok }` with the server's answer, or `{ ok: false, field, sentence }` with a sentence in the page's
 * language.
 * @param {string} method
 * @param {string} path
 * @param {object} [fields]
 */
export async function request(method, path, fields) {
  const address = new URL(path, getBackendURL(env.PING));
  const say = texts();
  try {
    const answer = await fetch(address, {
      method,
      credentials: "include",
      headers: { "Content-Type": "application/json", "Accept-Language": say.language },
      body: fields && JSON.stringify(fields),
    });
    return { ok: answer.ok, ...(answer.status === 204 ? {} : await answer.json()) };
  } catch {
    return { ok: false, field: "", sentence: say("server-away") };
  }
}
