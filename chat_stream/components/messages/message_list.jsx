// The messages of the shown branch: at first the end of a long one, earlier ones when the reader comes near to them.
// What is inserted above doesn't move the text that is being read.
import { useBranch, useCompared } from "../branches/branches.js";
import { messagesIn } from "../page/elements.js";
import { MESSAGES } from "../contract/maps.js";
import { useSelected } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { useToday } from "../chat_list/chat_list_effects.js";
import { useNewestCounts } from "../counts/context.jsx";
import { useCopiedSelection } from "../copying/copied_selection.js";
import { dayLabel, daysOf } from "../message_actions/days.js";
import { useMissing } from "./missing_messages.js";
import { useForPaper, useIsPrinting, usePrint } from "../page/printing.js";
import { Children, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useStickToBottomContext } from "use-stick-to-bottom";

const BARELY = 100; // pixels
const NEAR = "1500px"; // above the visible part, so that earlier messages are loaded before the reader reaches them

/**
 * Its children are all messages of the branch. Those before `start` are shown a page at a time.
 * @param {import("../contract/props.js").MessageListProps} props
 */
export function MessageList({ load, page, onReach, children }) {
  const say = useTexts();
  const branch = useBranch();
  const compared = useCompared();
  const top = useRef(/** @type {HTMLParagraphElement | null} */ (null));
  const [start, setStart] = useStart(branch, page);
  const isNear = useNear(top, start > 0);
  const earlier = branch.slice(Math.max(0, start - page), start);
  const isPrinting = useIsPrinting();
  const ids = [...branch.slice(isPrinting ? 0 : start), ...compared, ...(isNear ? earlier : [])];
  const isThere = !useMissing({ ids, page, load, onReach });
  const keepPlace = usePlace(top, start);
  useCopiedSelection();
  useForPaper();
  usePrint(isPrinting && isThere && branch.length > 0 && start === 0);
  const readFrom = branch.indexOf(useNewestCounts()?.begins_with ?? "") - start;
  const days = useDays(branch, start);
  const today = useToday();
  const shown = Children.toArray(children)
    .slice(start)
    .flatMap((message, index) => [
      days.has(index) && <Day key={`day of ${branch[start + index]}`} day={days.get(index) ?? today} today={today} />,
      index === readFrom && <ReadFromHere key="read from here" />,
      message,
    ]);

  const beginAt = useEffectEvent((/** @type {number} */ first) => {
    keepPlace();
    setStart(first);
  });
  useLayoutEffect(() => {
    if (isPrinting && isThere && start) beginAt(0);
  }, [isPrinting, isThere, start]);
  useLayoutEffect(() => {
    if (isNear && isThere && earlier.length) beginAt(start - earlier.length);
  }, [isNear, isThere, start, earlier.length]);
  return (
    <>
      {start > 0 && <p className="print-only not-printed">{say("print-earlier")}</p>}
      <p ref={top} className="earlier">
        {start > 0 && say(isPrinting ? "print-loading" : "chat-earlier")}
      </p>
      {shown}
    </>
  );
}

/**
 * The day, above its first question.
 * @param {{ day: number, today: number }} props
 */
function Day({ day, today }) {
  const say = useTexts();
  return <p className="day">{dayLabel(day, today, say)}</p>;
}

/**
 * The days, by the index of the shown message that each is above.
 * @param {string[]} branch
 * @param {number} start
 * @returns {Map<number, number>}
 */
function useDays(branch, start) {
  const days = useSelected(MESSAGES, (messages) => daysOf(branch.slice(start).map((id) => messages.get(id))).join(" "));
  const pairs = days.split(" ").filter(Boolean).map((pair) => pair.split(",").map(Number));
  return new Map(pairs.map(([index, day]) => [index, day]));
}

/** The line above the first message that the model saw, unless it saw all of them. */
function ReadFromHere() {
  const say = useTexts();
  return <p className="read-from-here">{say("chat-left-out")}</p>;
}

/**
 * The index at which the shown part of the branch begins. A new branch equals the old one up to where they separate.
 * @param {string[]} branch
 * @param {number} page
 * @returns {[number, (start: number) => void]}
 */
function useStart(branch, page) {
  const [chosen, setStart] = useState(/** @type {number | null} */ (null));
  const end = Math.max(0, branch.length - page);
  if (!branch.length && chosen !== null) setStart(null); // another chat is about to be shown
  if (branch.length && chosen === null) setStart(end);
  return [Math.min(chosen ?? end, end), setStart];
}

/**
 * Whether the reader is near the beginning. A page starts there for a moment, before it scrolls to the end.
 * @param {import("react").RefObject<HTMLElement | null>} top
 * @param {boolean} hasMore
 */
function useNear(top, hasMore) {
  const { scrollRef, isAtBottom } = useStickToBottomContext();
  const [isNear, setNear] = useState(false);
  const [isShort, setShort] = useState(false); // too short to scroll
  useEffect(() => {
    if (!hasMore) return;
    const region = scrollRef.current;
    const look = (/** @type {IntersectionObserverEntry[]} */ looks) => {
      setNear(Boolean(looks.at(-1)?.isIntersecting));
      setShort(!region || region.scrollHeight <= region.clientHeight + BARELY);
    };
    const observer = new IntersectionObserver(look, { root: region, rootMargin: `${NEAR} 0px` });
    if (top.current) observer.observe(top.current);
    return () => {
      observer.disconnect();
      setNear(false);
    };
  }, [hasMore, scrollRef, top]);
  return isNear && (isShort || !isAtBottom);
}

/**
 * Keeps the first message in its place when something is inserted above it.
 * @param {import("react").RefObject<HTMLElement | null>} top
 * @param {number} start
 */
function usePlace(top, start) {
  const { scrollRef } = useStickToBottomContext();
  const kept = useRef(/** @type {{ first: Element, place: number } | null} */ (null));
  const placeOf = (/** @type {Element} */ element) => element.getBoundingClientRect().top;
  useLayoutEffect(() => {
    if (kept.current && scrollRef.current) scrollRef.current.scrollTop += placeOf(kept.current.first) - kept.current.place;
    kept.current = null;
  }, [start, scrollRef]);
  return () => {
    const list = top.current?.parentElement;
    const first = list && messagesIn(list)[0]; // the day above it may be removed
    if (first) kept.current = { first, place: placeOf(first) };
  };
}
