// The time of a message; the day is shown with it on hover, touch or focus.
import { useTexts } from "../../texts/page.js";
import { useState } from "react";
import { inWords } from "./days.js";

/** @type {Intl.DateTimeFormatOptions} */
const TIME = { timeStyle: "short" };
/** @type {Intl.DateTimeFormatOptions} */
const WHOLE = { dateStyle: "full", timeStyle: "short" };

/**
 * `at` is in milliseconds since 1970.
 * @param {import("../contract/props.js").MessageTimeProps} props
 */
export function MessageTime({ at }) {
  const say = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (!at) return null;
  const whole = inWords(at, say.locale, WHOLE);
  return (
    <time
      className="message-time"
      dateTime={new Date(at).toISOString()}
      title={whole}
      tabIndex={0}
      onFocus={() => setWhole(true)}
      onBlur={() => setWhole(false)}
    >
      {isWhole ? whole : inWords(at, say.locale, TIME)}
    </time>
  );
}
