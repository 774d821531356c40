// A button that opens the list of models, with a search in it and what is known of each.
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

/** `button` has the button's own properties, its children are what it shows. */
export function ModelSelect({ models, value, onChoose, button, children }) {
  const [search, setSearch] = useState("");
  return (
    <ComboboxProvider resetValueOnHide value={search} setValue={setSearch}>
      <SelectProvider value={value} setValue={onChoose} placement="top-start">
        <Select {...button}>{children}</Select>
        {/* In a portal: a key pressed in the search must never send the message. */}
        <SelectPopover portal gutter={6} unmountOnHide className="menu models" aria-label="Models">
          <Combobox autoSelect autoFocus className="field" placeholder="Search models" aria-label="Search models" />
          <ComboboxList className="models-list" aria-label="Models">
            <Groups groups={grouped(models, search)} />
          </ComboboxList>
        </SelectPopover>
      </SelectProvider>
    </ComboboxProvider>
  );
}

function Groups({ groups }) {
  if (!groups.length) return <p className="models-none">No model is called that.</p>;
  return groups.map(([provider, models]) => (
    <ComboboxGroup key={provider}>
      <ComboboxGroupLabel className="models-provider">{provider}</ComboboxGroupLabel>
      {models.map((model) => (
        <Choice key={model.name} model={model} />
      ))}
    </ComboboxGroup>
  ));
}

function Choice({ model }) {
  const facts = factsOf(model);
  return (
    <SelectItem value={model.name} className="menu-item models-item" render={<ComboboxItem />}>
      <span>{model.label}</span>
      {facts && <span className="models-facts">{facts}</span>}
    </SelectItem>
  );
}
