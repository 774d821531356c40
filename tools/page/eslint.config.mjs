// What is asked of every script of the project. A rule that is right almost everywhere is disabled in the one line where
// it isn't, with the reason: `// eslint-disable-next-line <rule> -- <why>`.
import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";

const PAGE = ["chat_stream/**/*.{js,jsx}", "packages/*/src/**/*.{js,jsx}"];
const NODE = ["**/*.mjs"];

const MAP_BY_STRING = {
  selector: "CallExpression[callee.name=/^use(Object|Keys|Entries|Selected)$/] > Literal.arguments:first-child",
  message: "Take the name of a map from components/contract/maps.js, which Python's declarations write.",
};
const ELEMENT_BY_SELECTOR = {
  selector: "CallExpression[callee.object.name='document'][callee.property.name=/^(querySelector|getElement)/]",
  message: "Find an element of another component by components/page/elements.js.",
};

export default [
  { ignores: [".web/", "**/assets/", "**/node_modules/", ".venv/", "**/dist/", "**/build/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  js.configs.recommended,
  { rules: { "no-unused-vars": ["error", { ignoreRestSiblings: true, args: "after-used" }] } },
  {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { eqeqeq: ["error", "always", { null: "ignore" }], "no-var": "error", "prefer-const": "error" },
  },
  { files: PAGE, languageOptions: { globals: globals.browser }, ...reactHooks.configs.flat["recommended-latest"] },
  {
    files: ["chat_stream/components/**"],
    ignores: ["chat_stream/components/page/elements.js"],
    rules: { "no-restricted-syntax": ["error", MAP_BY_STRING, ELEMENT_BY_SELECTOR] },
  },
  { files: NODE, languageOptions: { globals: globals.node } },
  { files: ["tests/page/**"], languageOptions: { globals: globals.browser } },
];
