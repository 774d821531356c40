import { LIVE, STREAMING } from "../contract/maps.js";
import { useSelected } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { VanishingButton } from "../base/vanishing_button.jsx";
import { whenSent } from "../writing/stored_messages.js";
import { useEffect, useState, useSyncExternalStore } from "react";
import { StickToBottom, useStickToBottomContext } from "use-stick-to-bottom";

const CALM = "(prefers-reduced-motion: reduce)";
const WRITTEN = LIVE.map((status) => `[data-status=${status}]`).join(", ");

/**
 * A scrolling region that stays at its end. When the subject changes, it starts at the end again. It follows growing
 * text line by line: smooth scrolling would be an endless animation, drawn at each frame.
 */
/** @param {import("../contract/props.js").ScrollerProps} props */
export function Scroller({ subject, children }) {
  const isGrowing = useSelected(STREAMING, (streaming) => streaming.size > 0);
  const isCalm = useCalm();
  const resize = isCalm || isGrowing ? "instant" : "smooth";
  return (
    <StickToBottom key={subject} className="relative min-h-0 flex-1" initial="instant" resize={resize}>
      {/* Positioned, so that what only listeners get stays in here and doesn't make the page longer than its window. */}
      <StickToBottom.Content className="relative flex min-h-full flex-col">{children}</StickToBottom.Content>
      <Held />
      <ToEnd isCalm={isCalm} />
    </StickToBottom>
  );
}

/**
 * Keeps the end in view when the region itself changes its height, for example with the composer below it. The browser
 * then scrolls, which the library would take for the reader's wish to leave the end. Sending a message also scrolls to
 * the end.
 */
function Held() {
  const { scrollRef, scrollToBottom, state } = useStickToBottomContext();
  useEffect(() => {
    const hold = () => {
      if (state.isAtBottom) state.scrollTop = state.targetScrollTop;
    };
    const observer = new ResizeObserver(hold);
    if (scrollRef.current) observer.observe(scrollRef.current);
    const forget = whenSent(() => scrollToBottom({ animation: "instant", ignoreEscapes: true }));
    return () => {
      observer.disconnect();
      forget();
    };
  }, [scrollRef, scrollToBottom, state]);
  return null;
}

/** Whether the reader prefers less motion. */
function useCalm() {
  return useSyncExternalStore(listenForCalm, () => matchMedia(CALM).matches, () => false);
}

/** @param {() => void} listener */
function listenForCalm(listener) {
  const wish = matchMedia(CALM);
  wish.addEventListener("change", listener);
  return () => wish.removeEventListener("change", listener);
}

/** @param {{ isCalm: boolean }} props */
function ToEnd({ isCalm }) {
  const { isAtBottom } = useStickToBottomContext();
  return isAtBottom ? null : <Away isCalm={isCalm} />;
}

/**
 * Escapes are ignored on the way: the rest of a turn of the wheel would be taken for the wish to leave the end again.
 * @param {{ isCalm: boolean }} props
 */
function Away({ isCalm }) {
  const say = useTexts();
  const { contentRef, scrollToBottom } = useStickToBottomContext();
  const hasNews = useNews(contentRef);
  const toEnd = () => scrollToBottom({ animation: isCalm ? "instant" : undefined, ignoreEscapes: true });
  return (
    <VanishingButton className="pill to-end" onClick={toEnd}>
      {say("chat-to-end")} {hasNews && <span className="news">{say("chat-new-text")}</span>}
    </VanishingButton>
  );
}

/**
 * Whether something was written since the reader left the end. What they unfold or switch to themselves doesn't count.
 * @param {import("react").RefObject<HTMLElement | null>} content
 */
function useNews(content) {
  const [hasNews, setNews] = useState(false);
  useEffect(() => {
    const observer = new MutationObserver((changes) => {
      if (!changes.some(isWritten)) return;
      setNews(true);
      observer.disconnect(); // one observation is enough, however much follows
    });
    if (content.current) observer.observe(content.current, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [content]);
  return hasNews;
}

/** @param {MutationRecord} change */
function isWritten({ target, addedNodes }) {
  const element = target instanceof Element ? target : target.parentElement;
  return Boolean(element?.closest(WRITTEN)) || [...addedNodes].some((node) => node instanceof Element && node.matches(WRITTEN));
}
