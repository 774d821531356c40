// A model's thoughts: open while it thinks, folded when it answers, with the seconds that they took. Until the answer
// has ended, the seconds are known only to tabs that saw the thinking begin.
import { useTexts } from "../../texts/page.js";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

/** @typedef {{ from: number, until?: number }} Span in milliseconds */

/** @type {Map<string, Span>} */
const spans = new Map(); // by the messages' ids
/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {import("../contract/props.js").ReasoningProps} props */
export function Reasoning({ messageId, text, isThinking, isOpen, thoughtIn }) {
  const say = useTexts();
  const seen = useSeconds(messageId, Boolean(text), isThinking);
  const seconds = isThinking || thoughtIn == null ? seen : Math.max(1, Math.round(thoughtIn));
  if (!text) return null;
  return (
    <details open={isOpen} data-message-reasoning="">
      <summary className="cursor-pointer text-sm text-muted-foreground">{titleOf(say, isThinking, seconds)}</summary>
      <div className="reasoning" dir="auto">
        {text}
      </div>
    </details>
  );
}

/**
 * @param {import("../../texts/page.js").Say} say
 * @param {boolean} isThinking
 * @param {number | null} seconds
 */
function titleOf(say, isThinking, seconds) {
  if (seconds === null) return say(isThinking ? "reasoning-thinking" : "reasoning-thoughts");
  return say(isThinking ? "reasoning-thinking-for" : "reasoning-thought-for", { seconds });
}

/**
 * Null if this tab hasn't seen the beginning.
 * @param {string} messageId
 * @param {boolean} hasText
 * @param {boolean} isThinking
 */
function useSeconds(messageId, hasText, isThinking) {
  const isAwaited = useRef(!hasText);
  const [now, look] = useState(Date.now);
  const span = useSyncExternalStore(listen, () => spans.get(messageId), () => undefined);
  useEffect(() => {
    if (!hasText) {
      isAwaited.current = true;
      if (spans.has(messageId)) setSpan(messageId, undefined); // another attempt thinks again
      return;
    }
    if (isAwaited.current && isThinking && !spans.has(messageId)) setSpan(messageId, { from: Date.now() });
    const span = spans.get(messageId);
    if (!span) return;
    if (!isThinking) {
      if (!span.until) setSpan(messageId, { ...span, until: Date.now() });
      return;
    }
    const timer = setInterval(() => look(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [messageId, hasText, isThinking]);
  return span ? Math.max(1, Math.round(((span.until ?? now) - span.from) / 1000)) : null;
}

/**
 * @param {string} messageId
 * @param {Span | undefined} span
 */
function setSpan(messageId, span) {
  if (span) spans.set(messageId, span);
  else spans.delete(messageId);
  listeners.forEach((listener) => listener());
}

/** @param {() => void} listener */
function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
