// The list of keyboard shortcuts behind `?`, and the keys that work on the whole page.
import { useTexts } from "../../texts/page.js";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import { SEND_KEY, useChoice } from "../page/browser_choices.js";
import { isDialogOpen } from "../page/elements.js";
import { toFilter, toMessage } from "../page/focus.js";

/** @type {Record<string, string[][]>} */
const SENDING = {
  enter: [
    ["Enter", "keyboard-enter"],
    ["Ctrl Enter", "keyboard-at-once"],
    ["Shift Enter", "keyboard-line"],
  ],
  "ctrl-enter": [
    ["Ctrl Enter", "keyboard-send"],
    ["Ctrl Shift Enter", "keyboard-at-once"],
    ["Enter", "keyboard-line-or-open"],
  ],
};
const keysOf = (/** @type {string} */ sendKey) => [
  ["?", "keyboard-list"],
  ["Ctrl K", "keyboard-filter"],
  ["Ctrl Shift O", "keyboard-new-chat"],
  ["Shift Esc", "keyboard-message"],
  ...SENDING[sendKey],
  ["↑ ↓", "keyboard-arrows"],
  ["F2", "keyboard-rename"],
  ["Del", "keyboard-delete"],
  ["Ctrl P", "keyboard-print"],
  ["Esc", "keyboard-escape"],
];
/** @type {Record<string, string>} */
const NAMED = { Ctrl: "key-ctrl", Shift: "key-shift", Esc: "key-esc", Enter: "key-enter", Del: "key-delete" };

/** @param {import("../contract/props.js").KeyboardProps} props */
export function Keyboard({ children }) {
  const say = useTexts();
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    const open = () => setOpen(true);
    const press = (/** @type {KeyboardEvent} */ event) => {
      const action = actionOf(event, { open, begin: () => navigate("/") });
      if (!action || isDialogOpen()) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [navigate]);
  return (
    <>
      <button
        type="button"
        className="icon-button shrink-0"
        aria-label={say("keyboard")}
        title={say("keyboard-title")}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen && createPortal(<List onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}

/** @param {{ onClose: () => void }} props */
function List({ onClose }) {
  const say = useTexts();
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const sendKey = useChoice(SEND_KEY);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keyboard" onClose={onClose}>
      <h2 id="keyboard" className="text-base font-semibold">
        {say("keyboard")}
      </h2>
      <dl className="keys">
        {keysOf(sendKey).map(([keys, meaning]) => (
          <div key={keys} className="contents">
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key in NAMED ? say(NAMED[key]) : key}</kbd>
              ))}
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <div className="flex justify-end">
        <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
          {say("keyboard-close")}
        </button>
      </div>
    </dialog>
  );
}

/**
 * The action of a key. `?` is an ordinary character in text fields; the other shortcuts aren't.
 * @param {KeyboardEvent} event
 * @param {{ open: () => void, begin: () => void }} actions
 * @returns {(() => void) | undefined}
 */
function actionOf(event, { open, begin }) {
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key?.toLowerCase(); // a browser that fills in a form sends key events without a key
  if (key === "?" && !isCommand && !isWriting(event.target)) return open;
  if (key === "k" && isCommand && !event.shiftKey) return toFilter;
  if (key === "o" && isCommand && event.shiftKey) return begin;
  if (key === "escape" && event.shiftKey) return toMessage;
}

/** @param {any} element */
function isWriting(element) {
  return element.matches?.("input, textarea, select, [contenteditable]");
}
