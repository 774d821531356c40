const FORMAT = { dateStyle: "medium", timeStyle: "short" };

export function LocalTime({ at }) {
  return <time dateTime={at}>{new Date(at).toLocaleString(undefined, FORMAT)}</time>;
}
