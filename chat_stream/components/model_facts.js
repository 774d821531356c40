// What is known of a model, in words; and which models a search means.
import { count, dollars } from "./amounts.js";

/** "128K context", "$2.50 in, $10 out per million tokens", "vision, tools": what nobody knows isn't said. */
export function factsOf({ context, input_price: input, output_price: output, abilities = [] }) {
  const facts = [];
  if (context) facts.push(`${inShort(context)} context`);
  if (input !== undefined) facts.push(`${dollars(input)} in, ${dollars(output)} out per million`);
  if (abilities.length) facts.push(abilities.join(", "));
  return facts.join(" · ");
}

/** The models in which each word of the search occurs, by provider, in the order in which they came. */
export function grouped(models, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map();
  for (const [name, model] of Object.entries(models)) {
    const said = [name, model.label, model.provider, ...(model.abilities ?? [])].join(" ").toLowerCase();
    if (!words.every((word) => said.includes(word))) continue;
    if (!groups.has(model.provider)) groups.set(model.provider, []);
    groups.get(model.provider).push({ name, ...model });
  }
  return [...groups];
}

function inShort(tokens) {
  return tokens >= 1e6 ? `${(tokens / 1e6).toFixed(1).replace(/\.0$/, "")}M` : `${count(tokens / 1e3)}K`;
}
