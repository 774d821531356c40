// A link in somebody's text. A click first shows where it really leads; then it can be opened.
import { useTexts } from "../../../texts/page.js";
import { bodyAround } from "../../page/elements.js";
import { destination } from "./link_target.js";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useStickToBottomContext } from "use-stick-to-bottom";

export function OutsideLink({ href, children, ...rest }) {
  const [isAsking, setAsking] = useState(false);
  if (href?.startsWith("#")) return <FootnoteLink href={href} children={children} {...rest} />;
  const to = href && destination(href);
  if (!to) return <span>{children}</span>;
  const ask = (event) => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <>
      <a
        href={to.href}
        title={to.href}
        data-address={isSaid(to.href, children) ? "" : to.href}
        rel="noopener noreferrer"
        target="_blank"
        onClick={ask}
        onAuxClick={ask}
      >
        {children}
      </a>
      {isAsking && createPortal(<Question to={to} onClose={() => setAsking(false)} />, document.body)}
    </>
  );
}

/** Whether the link's words are its address, which then isn't printed again. */
function isSaid(address, words) {
  const bare = (text) => text.replace(/^(?:https?:\/\/|mailto:)|\/$/g, "");
  return bare(address) === bare([words].flat().join(""));
}

/**
 * A link to a footnote or back. It is found within its own text, because other answers may have footnotes with the same
 * names.
 */
/** @param {import("react").ComponentProps<"a"> & { href: string }} props */
function FootnoteLink({ href, id, children, "aria-label": label }) {
  const { stopScroll } = useStickToBottomContext();
  const go = (event) => {
    event.preventDefault(); // keeps the chat's address
    const text = bodyAround(event.currentTarget);
    const target = text?.querySelector(`[id="${CSS.escape(decodeURIComponent(href.slice(1)))}"]`);
    if (!(target instanceof HTMLElement)) return;
    stopScroll(); // the reader leaves the end, even if it is moving just now
    target.scrollIntoView({ block: "center" });
    target.setAttribute("tabindex", String(target.tabIndex)); // makes any element focusable
    target.focus({ preventScroll: true });
  };
  return (
    <a href={href} id={id} aria-label={label} onClick={go}>
      {children}
    </a>
  );
}

function Question({ to, onClose }) {
  const say = useTexts();
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="leads-to" onClose={onClose}>
      <h2 id="leads-to" className="text-base font-semibold">
        {say.around("link-leads-to", {}, { host: <span className="[overflow-wrap:anywhere]">{to.host}</span> })}
      </h2>
      <p className="address">{to.href}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
          {say("link-cancel")}
        </button>
        <a
          href={to.href}
          target="_blank"
          rel="noopener noreferrer"
          className="button-primary mt-0 h-9 px-4"
          onClick={() => dialog.current?.close()}
        >
          {say("link-open")}
        </a>
      </div>
    </dialog>
  );
}
