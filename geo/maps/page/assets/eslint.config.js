// Rules for all scripts: those of the map, of the app, and their tests.

import js from "@eslint/js";
import globals from "globals";

// What would read text as markup or as a script; article text is hostile.
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "srcdoc"];

export default [
  { ignores: ["**/node_modules/", "**/dist/"] },
  js.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { ecmaVersion: 2025, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 10],
      "max-depth": ["error", 3],
      "max-lines": ["error", 300],
      "max-params": ["error", 4],
      "array-callback-return": "error",
      "consistent-return": "error",
      curly: ["error", "multi-or-nest", "consistent"],
      "default-case-last": "error",
      eqeqeq: "error",
      "no-console": "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-lonely-if": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": ["error", ...MARKUP.map((property) => ({ property }))],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^_/]",
          message: "A private member: map/leaflet_private.js alone uses Leaflet's.",
        },
      ],
      "no-script-url": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-unneeded-ternary": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, classes: true, variables: false }],
      "no-useless-concat": "error",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      radix: "error",
      "sort-imports": ["error", { ignoreDeclarationSort: true, ignoreCase: true }],
    },
  },
  {
    // Leaflet, which the page loads first.
    files: ["**/core/**", "**/desk/**", "**/layout/**", "**/map/**", "**/points/**", "**/tools/**"],
    languageOptions: { globals: { L: "readonly" } },
  },
  { files: ["**/map/leaflet_private.js"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["**/build.js", "**/*.test.mjs"],
    languageOptions: { globals: globals.node },
    rules: { "no-console": "off" },
  },
];
