// The page that somebody asked for before they were signed in. The address of the entrance says it (`?next=…`); a tab that
// goes to an invitation meanwhile remembers it until they have joined. The server leads to pages of ours only.
import { forget as drop, keep, read, SESSION } from "../../browser/stores.js";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";

const PLACE = "chat_stream:asked";
const ENTRANCE = /^\/(sign-in|sign-up|reset)\b/;
const INVITATION = /^\/invite\/([\w-]+)/;

/**
 * The page in an entrance's address, and the token of the invitation if it is one.
 * @param {string} search
 */
export function nextIn(search) {
  const next = new URLSearchParams(search).get("next") ?? "";
  return { next, invitation: INVITATION.exec(next)?.[1] ?? "" };
}

/**
 * At an entrance: what is asked for now is what counts.
 * @param {string} search
 */
export function remember(search) {
  const { next, invitation } = nextIn(search);
  if (!invitation) keep(PLACE, next, SESSION);
}

/**
 * At an invitation: what it leads to, and what was asked for before it. Once is enough.
 * @param {string} search
 */
export function askedBefore(search) {
  const asked = nextIn(search).next || read(PLACE, SESSION) || "";
  forget();
  return asked;
}

/** Where a session ends under a tab, its server says so, and the tab leads back to what it showed. */
export function ComingBack() {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const shown = useRef("");
  useEffect(() => {
    const query = new URLSearchParams(search);
    if (!ENTRANCE.test(pathname)) shown.current = pathname + search + hash;
    else if (query.has("ended") && !query.has("next") && shown.current) {
      navigate(`${pathname}${search}&next=${encodeURIComponent(shown.current)}`, { replace: true });
    }
  }, [pathname, search, hash, navigate]);
  return null;
}

export function forget() {
  drop(PLACE, SESSION);
}
