// What is asked of every script of the project. A rule that is right almost everywhere is disabled in the one line where
// it isn't, with the reason: `// eslint-disable-next-line <rule> -- <why>`.
import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";

const PAGE = ["chat_stream/**/*.{js,jsx}", "packages/*/src/**/*.{js,jsx}"];
const NODE = ["**/*.mjs"];

export default [
  { ignores: [".web/", "assets/", "**/node_modules/", ".venv/", "**/dist/", "**/build/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  js.configs.recommended,
  { rules: { "no-unused-vars": ["error", { ignoreRestSiblings: true, args: "after-used" }] } },
  {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { eqeqeq: ["error", "always", { null: "ignore" }], "no-var": "error", "prefer-const": "error" },
  },
  { files: PAGE, languageOptions: { globals: globals.browser }, ...reactHooks.configs.flat["recommended-latest"] },
  { files: NODE, languageOptions: { globals: globals.node } },
  { files: ["tests/page/**"], languageOptions: { globals: globals.browser } },
];
