// Another answer to the same question: by the same model, or by one from the list.
import { leave } from "./version_switch.jsx";
import { useId, useRef, useState } from "react";

export function Regenerate({ messageId, models = {}, onRegenerate, children }) {
  const id = useId();
  const list = useRef(null);
  const [isOpen, setOpen] = useState(false);
  const [again, more] = children;
  const regenerate = (model) => () => {
    leave(messageId);
    onRegenerate(messageId, model);
  };
  return (
    <>
      <button
        type="button"
        className="message-action"
        aria-label="Regenerate"
        title="Regenerate"
        onClick={regenerate("")}
      >
        {again}
      </button>
      <button
        type="button"
        className="message-action narrow"
        aria-label="Regenerate with another model"
        title="Regenerate with another model"
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
        aria-label="Regenerate with"
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
