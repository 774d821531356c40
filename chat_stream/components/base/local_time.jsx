import { useTexts } from "../../texts/page.js";
/** @type {Intl.DateTimeFormatOptions} */
const FORMAT = { dateStyle: "medium", timeStyle: "short" };

/** @param {import("../contract/props.js").LocalTimeProps} props */
export function LocalTime({ at }) {
  const say = useTexts();
  return <time dateTime={at}>{new Date(at).toLocaleString(say.locale, FORMAT)}</time>;
}
