// The switch for notifications. If the browser blocks them, it says so.
import { useTexts } from "../../texts/page.js";
import { canNotify, isWished, wish } from "./notifications.js";
import { useState } from "react";

export function NotificationSwitch() {
  const say = useTexts();
  const [isOn, setOn] = useState(isWished);
  const [isRefused, setRefused] = useState(false);
  const turn = async (/** @type {import("react").ChangeEvent<HTMLInputElement>} */ event) => {
    const isWanted = event.target.checked;
    const isGranted = await wish(isWanted);
    setOn(isGranted);
    setRefused(isWanted && !isGranted);
  };
  return (
    <>
      <label className="flex items-start gap-3 text-sm">
        <input type="checkbox" className="checkbox" checked={isOn} disabled={!canNotify()} onChange={turn} />
        {say("notifications-wish")}
      </label>
      <p role="status" className="text-sm text-danger empty:hidden">
        {isRefused && say("notifications-refused")}
      </p>
    </>
  );
}
