import { forget, nextIn, remember } from "./asked_page.js";
import { request } from "../page/request.js";
import { useEffect, useState } from "react";

/** @param {import("../contract/props.js").AccountFormProps} props */
export function AccountForm({ path, action, leadsTo, children }) {
  const [rejection, setRejection] = useState(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => remember(window.location.search), []);

  const submit = async (/** @type {import("react").FormEvent<HTMLFormElement>} */ event) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    const answer = await request("POST", path, { ...Object.fromEntries(new FormData(form)), ...inAddress() });
    if (answer.ok) return leave(answer.next ?? leadsTo);
    setBusy(false);
    setRejection(answer.sentence);
    const field = form.elements.namedItem(answer.field);
    if (field instanceof HTMLElement) field.focus();
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {children}
      {rejection && (
        <p role="alert" className="text-sm text-danger">
          {rejection}
        </p>
      )}
      <button type="submit" className="button-primary" disabled={isBusy}>
        {action}
      </button>
    </form>
  );
}

/** The values that the address contains: the page that was asked for, and a link's token. */
function inAddress() {
  const { pathname, search } = window.location;
  return pathname.startsWith("/reset/") ? { token: pathname.split("/")[2] } : nextIn(search);
}

/**
 * Goes to the page that the server names.
 * @param {string} next
 */
function leave(next) {
  if (!next.startsWith("/invite/")) forget();
  window.location.assign(next);
}
