// A button that opens the list of models, with a search and each model's properties.
import { useTexts } from "../../texts/page.js";
import { factsOf, grouped } from "./model_facts.js";
import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider,
  Select,
  SelectItem,
  SelectPopover,
  SelectProvider,
} from "@ariakit/react";
import { useState } from "react";

/**
 * `button` has the button's properties; its children are what it shows.
 * @param {object} props
 * @param {Record<string, import("../contract/maps.js").ModelEntry>} props.models
 * @param {string} props.value
 * @param {(name: string) => void} props.onChoose
 * @param {import("react").ComponentProps<typeof Select>} props.button
 * @param {import("react").ReactNode} props.children
 */
export function ModelSelect({ models, value, onChoose, button, children }) {
  const say = useTexts();
  const [search, setSearch] = useState("");
  return (
    <ComboboxProvider resetValueOnHide value={search} setValue={setSearch}>
      <SelectProvider value={value} setValue={onChoose} placement="top-start">
        <Select {...button}>{children}</Select>
        {/* In a portal: a key pressed in the search must never send the message. */}
        <SelectPopover portal gutter={6} unmountOnHide className="menu models" aria-label={say("models")}>
          <Combobox autoSelect autoFocus className="field" placeholder={say("models-search")} aria-label={say("models-search")} />
          <ComboboxList className="models-list" aria-label={say("models")}>
            <Groups groups={grouped(say, models, search)} />
          </ComboboxList>
        </SelectPopover>
      </SelectProvider>
    </ComboboxProvider>
  );
}

/** @param {{ groups: ReturnType<typeof grouped> }} props */
function Groups({ groups }) {
  const say = useTexts();
  if (!groups.length) return <p className="models-none">{say("models-none")}</p>;
  return groups.map(([provider, models]) => (
    <ComboboxGroup key={provider}>
      <ComboboxGroupLabel className="models-provider">{provider}</ComboboxGroupLabel>
      {models.map((model) => (
        <Choice key={model.name} model={model} />
      ))}
    </ComboboxGroup>
  ));
}

/** @param {{ model: import("../contract/maps.js").ModelEntry & { name: string } }} props */
function Choice({ model }) {
  const facts = factsOf(useTexts(), model);
  return (
    <SelectItem value={model.name} className="menu-item models-item" render={<ComboboxItem />}>
      <span>{model.label}</span>
      {facts && <span className="models-facts">{facts}</span>}
    </SelectItem>
  );
}
