// Asks for another answer to the same question, from the same model or from one in the list.
import { useTexts } from "../../texts/page.js";
import { leave } from "../branches/version_switch.jsx";
import { Children, useId, useRef, useState } from "react";

/** @param {import("../contract/props.js").RegenerateProps} props */
export function Regenerate({ messageId, models = {}, onRegenerate, children }) {
  const say = useTexts();
  const id = useId();
  const list = useRef(null);
  const [isOpen, setOpen] = useState(false);
  const [again, more] = Children.toArray(children);
  const regenerate = (/** @type {string} */ model) => () => {
    leave(messageId);
    onRegenerate(messageId, model);
  };
  return (
    <>
      <button
        type="button"
        className="message-action"
        aria-label={say("message-regenerate")}
        title={say("message-regenerate")}
        onClick={regenerate("")}
      >
        {again}
      </button>
      <button
        type="button"
        className="message-action narrow"
        aria-label={say("message-regenerate-other")}
        title={say("message-regenerate-other")}
        aria-expanded={isOpen}
        popoverTarget={id}
      >
        {more}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="group"
        aria-label={say("message-regenerate-with")}
        className="choices"
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        {isOpen &&
          Object.entries(models).map(([name, { label }], index) => (
            <button key={name} type="button" className="choice" autoFocus={index === 0} onClick={regenerate(name)}>
              {label}
            </button>
          ))}
      </div>
    </>
  );
}
