import { useTexts } from "$/public/external/chat_stream/texts/page/page.js";
const FORMAT = { dateStyle: "medium", timeStyle: "short" };

export function LocalTime({ at }) {
  const say = useTexts();
  return <time dateTime={at}>{new Date(at).toLocaleString(say.locale, FORMAT)}</time>;
}
