// The list of models: a button that opens it, a search in it, and what is known of each.
import { factsOf, grouped } from "./model_facts.js";
import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider,
  Select,
  SelectArrow,
  SelectItem,
  SelectPopover,
  SelectProvider,
} from "@ariakit/react";
import { useState } from "react";

export function ModelPicker({ models = {}, model, label, onChoose }) {
  const [search, setSearch] = useState("");
  const choose = (name) => name !== model && onChoose(name);
  return (
    <ComboboxProvider resetValueOnHide value={search} setValue={setSearch}>
      <SelectProvider value={model} setValue={choose} placement="top-start">
        <Select className="model-picker" aria-label="Model" data-model={model}>
          <span className="truncate">{label}</span>
          <SelectArrow />
        </Select>
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
