import { request } from "./request.js";
import { useState } from "react";

export function AccountForm({ path, action, children }) {
  const [rejection, setRejection] = useState(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    setBusy(true);
    const answer = await request("POST", path, Object.fromEntries(new FormData(form)));
    if (answer.ok) return window.location.assign("/");
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
