import { useTexts } from "../../texts/page.js";
const FORMAT = { dateStyle: "medium", timeStyle: "short" };

export function LocalTime({ at }) {
  const say = useTexts();
  return <time dateTime={at}>{new Date(at).toLocaleString(say.locale, FORMAT)}</time>;
}
