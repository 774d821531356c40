// Chooses the model that answers, or several to be compared, each of which can be removed.
import { ModelSelect } from "./model_select.jsx";
import { useTexts } from "../../texts/page.js";
import { SelectArrow } from "@ariakit/react";
import { Plus, X } from "lucide-react";
import { useLayoutEffect, useRef } from "react";

/** @typedef {import("../contract/maps.js").ModelEntry} Model */

/** @param {import("../contract/props.js").ModelPickerProps} props */
export function ModelPicker({ models = {}, model, label, beside = [], most, onChoose }) {
  const say = useTexts();
  const asked = [model, ...beside];
  const isComparing = asked.length > 1;
  const choose = (/** @type {string[]} */ [first, ...others]) => onChoose(first, others);
  const group = useKeptFocus(asked.length);
  return (
    <div ref={group} className="model-choice">
      {isComparing ? (
        <ComparedModels {...{ models, asked }} onChange={choose} />
      ) : (
        <ModelSelect
          models={models}
          value={model}
          onChoose={(/** @type {string} */ name) => name !== model && choose([name])}
          button={{ className: "model-picker", "aria-label": say("model"), "data-model": model }}
        >
          <span className="truncate">{models[model]?.label ?? label}</span>
          <SelectArrow />
        </ModelSelect>
      )}
      {model && asked.length < most && (
        <ModelSelect
          models={models}
          value=""
          onChoose={(/** @type {string} */ name) => name && choose([...asked, name])}
          button={{ className: "model-picker", "aria-label": say("comparing-add"), title: say("comparing-add") }}
        >
          <Plus size={15} aria-hidden />
          {!isComparing && <span className="add-model">{say("comparing-begin")}</span>}
        </ModelSelect>
      )}
    </div>
  );
}

/** @param {{ models: Record<string, Model>, asked: string[], onChange: (asked: string[]) => void }} props */
function ComparedModels({ models, asked, onChange }) {
  const say = useTexts();
  const labelOf = (/** @type {string} */ name) => models[name]?.label ?? name.split("/").at(-1);
  return (
    <ul className="chips" aria-label={say("comparing-models")}>
      {asked.map((name, index) => (
        <li key={index} className="chip">
          <span className="truncate">{labelOf(name)}</span>
          <button
            type="button"
            className="chip-remove"
            aria-label={say("comparing-remove", { model: labelOf(name) })}
            onClick={() => onChange(asked.toSpliced(index, 1))}
          >
            <X size={13} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/**
 * Keeps the focus when a model's button disappears with its model: the next button gets it.
 * @param {number} count
 */
function useKeptFocus(count) {
  const group = useRef(/** @type {HTMLDivElement | null} */ (null));
  const before = useRef(count);
  useLayoutEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (isFewer && document.activeElement === document.body) group.current?.querySelector("button")?.focus();
  }, [count]);
  return group;
}
