import { request } from "./request.js";
import { useState } from "react";

const INVITATION = /^\/invite\/[\w-]+$/;

export function AccountForm({ path, action, leadsTo, children }) {
  const [rejection, setRejection] = useState(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const { next, ...carried } = inAddress();
    setBusy(true);
    const answer = await request("POST", path, { ...Object.fromEntries(new FormData(form)), ...carried });
    if (answer.ok) return window.location.assign(next || leadsTo);
    setBusy(false);
    setRejection(answer.sentence);
    form.elements.namedItem(answer.field)?.focus();
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

/** What the address carries along: an invitation to go back to, and only to one; the token of a link. */
function inAddress() {
  const { pathname, search } = window.location;
  const next = new URLSearchParams(search).get("next") ?? "";
  if (pathname.startsWith("/reset/")) return { token: pathname.split("/")[2] };
  return INVITATION.test(next) ? { next, invitation: next.split("/")[2] } : {};
}
