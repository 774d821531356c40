// A notice above everything on the page. It disappears by itself, but not while it is pointed at or focused.
import { useTexts } from "../../texts/page.js";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { whenNotified } from "./page_notice.js";

const SECONDS = 15;

export function PageNotice() {
  const [notice, setNotice] = useState(/** @type {{ key: string, at: number } | null} */ (null));
  useEffect(() => whenNotified((key) => setNotice(key ? { key, at: Date.now() } : null)), []);
  return notice && <Shown key={notice.at} sentence={notice.key} onOver={() => setNotice(null)} />;
}

/** @param {{ sentence: string, onOver: () => void }} props */
function Shown({ sentence, onOver }) {
  const say = useTexts();
  const notice = useRef(/** @type {HTMLDivElement | null} */ (null));
  const end = useEffectEvent(onOver);
  useEffect(() => {
    notice.current?.showPopover?.();
    let waited = 0;
    const timer = setInterval(() => {
      if (!notice.current?.matches(":hover, :focus-within") && (waited += 1) >= SECONDS) end();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div
      ref={notice}
      role="alert"
      popover="manual"
      className="page-notice"
      onKeyDown={(event) => event.key === "Escape" && onOver()}
    >
      <p className="min-w-0 flex-1">{say(sentence)}</p>
      <button type="button" className="icon-button shrink-0" aria-label={say("notice-close")} onClick={onOver}>
        {/* A sign of the font: with an icon, each first page would load the library of icons. */}
        <span className="text-xl leading-none" aria-hidden>
          ×
        </span>
      </button>
    </div>
  );
}
