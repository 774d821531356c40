// What an answer waits for. The page counts the seconds itself, because the server has nothing to send meanwhile.
import { useTexts } from "../../texts/page.js";
import { useEffect, useState } from "react";

const SILENCE = 10; // seconds of silence before it is shown
const silences = new Map(); // message id -> { after, from }, so that the count survives a visit to another chat

/**
 * `waited` is for how many seconds the answer had been waiting when the page learned of it.
 * @param {import("../contract/props.js").WaitingProps} props
 */
export function Waiting({ messageId, waited, text, reasoning, isPending }) {
  const say = useTexts();
  const written = (text ?? "").length + (reasoning ?? "").length;
  const seconds = useSilence(messageId, `${waited}:${written}`, isPending ? (waited ?? 0) : 0);
  const time = say("message-waited", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  if (seconds < SILENCE) return isPending ? <p className="thinking">{say("message-thinking")}</p> : null;
  return <p className="thinking">{say(isPending ? "message-still-thinking" : "message-still-waiting", { time })}</p>;
}

/**
 * Whole seconds since the last text arrived, which changed `after`.
 * @param {string} messageId
 * @param {string} after
 * @param {number} waited
 */
function useSilence(messageId, after, waited) {
  const [seconds, count] = useState(0);
  useEffect(() => {
    if (silences.get(messageId)?.after !== after) silences.set(messageId, { after, from: Date.now() - waited * 1000 });
    const look = () => count(Math.floor((Date.now() - silences.get(messageId).from) / 1000));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [messageId, after, waited]);
  return seconds;
}
