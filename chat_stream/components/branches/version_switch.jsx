// Shows which version of a message is shown, with arrows to the others.
import { useTexts } from "../../texts/page.js";
import { useVersions } from "./branches.js";
import { useLayoutEffect, useRef } from "react";
import { useStickToBottomContext } from "use-stick-to-bottom";

/**
 * The version that the reader has just left. The version shown instead takes over its focus and its place on the
 * screen.
 * @type {{ messageId: string, direction: number, top: number | null } | null}
 */
let left = null;

/**
 * Announces that another version of this message is about to be shown.
 * @param {string} messageId
 * @param {number | null} top where on the screen it was left
 */
export function leave(messageId, direction = -1, top = null) {
  left = { messageId, direction, top };
}

/** @param {import("../contract/props.js").VersionSwitchProps} props */
export function VersionSwitch({ messageId, onChoose }) {
  const say = useTexts();
  const versions = useVersions(messageId);
  const group = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { scrollRef, stopScroll } = useStickToBottomContext();
  const index = versions.indexOf(messageId);

  useLayoutEffect(() => {
    if (!left || left.messageId === messageId || !versions.includes(left.messageId)) return;
    const arrow = group.current?.querySelector(`[data-direction="${left.direction}"]`);
    const region = scrollRef.current;
    if (!(arrow instanceof HTMLElement) || !region) return;
    if (left.top !== null) region.scrollTop += arrow.getBoundingClientRect().top - left.top;
    if (document.activeElement === document.body) arrow.focus({ preventScroll: true });
    left = null;
  }, [messageId, versions, scrollRef]);

  if (versions.length < 2) return null;
  const arrow = (/** @type {number} */ direction, /** @type {string} */ label, /** @type {string} */ sign) => {
    const target = versions[index + direction];
    const go = (/** @type {import("react").MouseEvent} */ event) => {
      if (!target) return;
      stopScroll();
      leave(messageId, direction, event.currentTarget.getBoundingClientRect().top);
      onChoose(target);
    };
    // At the end it stays focusable, so that keyboard users don't lose their place.
    return (
      <button
        type="button"
        className="message-action"
        aria-label={label}
        aria-disabled={!target}
        data-direction={direction}
        onClick={go}
      >
        <span className="arrow">{sign}</span>
      </button>
    );
  };
  return (
    <div ref={group} role="group" aria-label={say("message-version", { number: index + 1, count: versions.length })} className="versions">
      {arrow(-1, say("message-previous"), "‹")}
      <span aria-hidden>
        {index + 1} / {versions.length}
      </span>
      {arrow(1, say("message-next"), "›")}
    </div>
  );
}
