// Describes models in words, and finds the models that match a search.
import { count, dollars, tenths } from "../counts/amounts.js";

/** @typedef {import("../contract/maps.js").ModelEntry} Model */

/** @type {Record<string, string>} */
const ABILITIES = { vision: "models-vision", tools: "models-tools", reasoning: "models-reasoning" };

/**
 * "128K context", "$2.50 in, $10.00 out per million tokens", "vision, tools": what nobody knows isn't said.
 * @param {import("../../texts/page.js").Say} say
 * @param {Partial<Model>} model
 */
export function factsOf(say, { context, input_price: input, output_price: output, abilities = [] }) {
  const facts = [];
  if (context) facts.push(say("models-context", { tokens: inShort(say, context) }));
  if (input !== undefined) facts.push(say("models-prices", { asked: dollars(input), wrote: dollars(output ?? 0) }));
  if (abilities.length) facts.push(namesOf(say, abilities).join(", "));
  return facts.join(" · ");
}

/**
 * The models that contain each word of the search, by provider, in their order.
 * @param {import("../../texts/page.js").Say} say
 * @param {Record<string, Model>} models
 * @param {string} search
 * @returns {Array<[string, Array<Model & { name: string }>]>}
 */
export function grouped(say, models, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  /** @type {Map<string, Array<Model & { name: string }>>} */
  const groups = new Map();
  for (const [name, model] of Object.entries(models)) {
    const said = [name, model.label, model.provider, ...namesOf(say, model.abilities ?? [])].join(" ").toLowerCase();
    if (!words.every((word) => said.includes(word))) continue;
    groups.set(model.provider, [...(groups.get(model.provider) ?? []), { name, ...model }]);
  }
  return [...groups];
}

/**
 * @param {import("../../texts/page.js").Say} say
 * @param {string[]} abilities
 */
function namesOf(say, abilities) {
  return abilities.map((ability) => (ability in ABILITIES ? say(ABILITIES[ability]) : ability));
}

/**
 * @param {import("../../texts/page.js").Say} say
 * @param {number} tokens
 */
function inShort(say, tokens) {
  if (tokens < 1e6) return say("models-thousands", { amount: count(tokens / 1e3) });
  return say("models-millions", { amount: tenths(tokens / 1e6) });
}
