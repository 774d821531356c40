import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { factsOf, grouped } = await pageModule("components/models/model_facts.js");
const say = (key, values) => (values ? `${key} ${Object.values(values).join(" ")}` : key);
const MODELS = {
  "openai/gpt-5": { label: "GPT-5", provider: "OpenAI", abilities: ["vision", "tools"] },
  "openai/o9": { label: "o9", provider: "OpenAI", abilities: ["reasoning"] },
  "mistral/large": { label: "Mistral Large", provider: "Mistral" },
};

/** The names that a search finds, by provider. */
function found(search) {
  return grouped(say, MODELS, search).map(([provider, models]) => [provider, models.map(({ name }) => name)]);
}

test("what is known of a model is said in short", () => {
  const facts = factsOf(say, { context: 128_000, input_price: 2.5, output_price: 10, abilities: ["vision", "flying"] });
  assert.equal(facts, "models-context models-thousands 128 · models-prices $2.50 $10.00 · models-vision, flying");
  assert.equal(factsOf(say, { context: 1_050_000 }), "models-context models-millions 1.1");
});

test("a price of nothing is a price, and what nobody knows isn't said", () => {
  assert.equal(factsOf(say, { input_price: 0, output_price: 0 }), "models-prices $0.00 $0.00");
  assert.equal(factsOf(say, {}), "");
});

test("models stand by provider, in the order in which they came", () => {
  assert.deepEqual(found(""), [["OpenAI", ["openai/gpt-5", "openai/o9"]], ["Mistral", ["mistral/large"]]]);
});

test("a search wants each of its words, in a name, a label, a provider or an ability", () => {
  assert.deepEqual(found("LARGE mistral"), [["Mistral", ["mistral/large"]]]);
  assert.deepEqual(found("openai models-vision"), [["OpenAI", ["openai/gpt-5"]]]);
  assert.deepEqual(found("openai large"), []);
});
