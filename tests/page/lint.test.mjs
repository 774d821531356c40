// The lint finds what breaks silently: a hook that lacks a dependency, a map that is named by a string.
import { ROOT } from "./page_paths.mjs";
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const TOOLS = new URL("tools/page/", ROOT);
const { ESLint } = createRequire(new URL("package.json", TOOLS))("eslint");
const eslint = new ESLint({
  cwd: fileURLToPath(ROOT),
  overrideConfigFile: fileURLToPath(new URL("eslint.config.mjs", TOOLS)),
  ruleFilter: ({ ruleId }) => ["react-hooks/exhaustive-deps", "react-hooks/rules-of-hooks", "no-restricted-syntax"].includes(ruleId),
});
const SCRIPTS = globSync("chat_stream/components/**/*.{js,jsx}", { cwd: fileURLToPath(ROOT) });
const DEPENDENCIES = /(?<=\n {2}\}, |\), )\[([^\]\n]+)\](?=\);|,?\n {2}\);)/g;

/** Dependencies that an effect doesn't read: they only say when to look again. The lint can't know them. */
const TRIGGERS = [
  "chat/chat_settings.jsx: chatId",
  "chat/chat_settings.jsx: saves",
  "frame/sidebar.jsx: key",
  "markdown/diagrams/diagram_dialog.jsx: zoom",
  "messages/message_list.jsx: start",
  "writing/growing_box.jsx: rest.value",
];

/** The rules that a text breaks as the content of a script. */
async function broken(script, text) {
  const [{ messages }] = await eslint.lintText(text, { filePath: fileURLToPath(new URL(script, ROOT)) });
  return messages.map(({ ruleId }) => ruleId);
}

/** The text of each script with one dependency less, for each that an effect or a memo names. */
function* withoutADependency() {
  for (const script of SCRIPTS) {
    const text = readFileSync(new URL(script, ROOT), "utf8");
    for (const { 0: list, 1: inside, index } of text.matchAll(DEPENDENCIES)) {
      const names = inside.split(", ");
      for (const name of names) {
        const fewer = `[${names.filter((each) => each !== name).join(", ")}]`;
        yield { script, name, text: text.slice(0, index) + fewer + text.slice(index + list.length) };
      }
    }
  }
}

test("a hook that loses a dependency is found", async () => {
  const unfound = [];
  let count = 0;
  for (const { script, name, text } of withoutADependency()) {
    count += 1;
    if (!(await broken(script, text)).includes("react-hooks/exhaustive-deps")) unfound.push(`${script}: ${name}`);
  }
  assert.ok(count > 50, `only ${count} dependencies were found`);
  assert.deepEqual(unfound.sort(), TRIGGERS.map((trigger) => `chat_stream/components/${trigger}`));
});

test("a map that is named by a string is found", async () => {
  const text = 'import { useObject } from "../contract/objects.js";\nexport const useIt = (id) => useObject("messages", id);\n';
  assert.deepEqual(await broken("chat_stream/components/chat/it.js", text), ["no-restricted-syntax"]);
});

test("an element that another component's looks name is found", async () => {
  const text = 'export const it = () => document.querySelector(".composer textarea");\n';
  assert.deepEqual(await broken("chat_stream/components/chat/it.js", text), ["no-restricted-syntax"]);
});

test("a hook in a condition is found", async () => {
  const text = 'import { useId } from "react";\nexport const useIt = (isIt) => (isIt ? useId() : "");\n';
  assert.deepEqual(await broken("chat_stream/components/chat/it.js", text), ["react-hooks/rules-of-hooks"]);
});
