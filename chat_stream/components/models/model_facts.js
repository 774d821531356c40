// What is known of a model, in words; and which models a search means.
import { count, dollars, tenths } from "../counts/amounts.js";

const ABILITIES = { vision: "models-vision", tools: "models-tools", reasoning: "models-reasoning" };

/** "128K context", "$2.50 in, $10.00 out per million tokens", "vision, tools": what nobody knows isn't said. */
export function factsOf(say, { context, input_price: input, output_price: output, abilities = [] }) {
  const facts = [];
  if (context) facts.push(say("models-context", { tokens: inShort(say, context) }));
  if (input !== undefined) facts.push(say("models-prices", { asked: dollars(input), wrote: dollars(output) }));
  if (abilities.length) facts.push(namesOf(say, abilities).join(", "));
  return facts.join(" · ");
}

/** The models in which each word of the search occurs, by provider, in the order in which they came. */
export function grouped(say, models, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map();
  for (const [name, model] of Object.entries(models)) {
    const said = [name, model.label, model.provider, ...namesOf(say, model.abilities ?? [])].join(" ").toLowerCase();
    if (!words.every((word) => said.includes(word))) continue;
    if (!groups.has(model.provider)) groups.set(model.provider, []);
    groups.get(model.provider).push({ name, ...model });
  }
  return [...groups];
}

function namesOf(say, abilities) {
  return abilities.map((ability) => (ability in ABILITIES ? say(ABILITIES[ability]) : ability));
}

function inShort(say, tokens) {
  if (tokens < 1e6) return say("models-thousands", { amount: count(tokens / 1e3) });
  return say("models-millions", { amount: tenths(tokens / 1e6) });
}
