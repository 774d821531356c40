// Remembers the page that somebody asked for before signing in. The address of the entrance names it (`?next=…`); a tab
// that opens an invitation stores it until the person has joined. The server leads only to our own pages.
import { forget as drop, keep, read, SESSION } from "../../browser/stores.js";
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";

const PLACE = "chat_stream:asked";
const ENTRANCE = /^\/(sign-in|sign-up|reset)\b/;
const INVITATION = /^\/invite\/([\w-]+)/;

/**
 * The page in an entrance's address, and the token if that page is an invitation.
 * @param {string} search
 */
export function nextIn(search) {
  const next = new URLSearchParams(search).get("next") ?? "";
  return { next, invitation: INVITATION.exec(next)?.[1] ?? "" };
}

/**
 * At an entrance: stores the page that is asked for now, and forgets an earlier one.
 * @param {string} search
 */
export function remember(search) {
  const { next, invitation } = nextIn(search);
  if (!invitation) keep(PLACE, next, SESSION);
}

/**
 * At an invitation: the page that it leads to, or the one that was asked for before. It is returned only once.
 * @param {string} search
 */
export function askedBefore(search) {
  const asked = nextIn(search).next || read(PLACE, SESSION) || "";
  forget();
  return asked;
}

/**
 * Remembers the page that a tab shows, so that it can return there after its session has ended and somebody signs in
 * again.
 */
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
