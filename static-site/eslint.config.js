import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["vendor/", "types/"] },
  js.configs.recommended,
  {
    rules: {
      "eqeqeq": ["error", "always"],
      "no-prototype-builtins": "error",
      "no-restricted-syntax": ["error",
        { selector: "BinaryExpression[operator='in'][left.type!='Literal']", message: "Names come from outside: ask Object.hasOwn." },
        { selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]", message: "Data are never markup." },
      ],
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "object-shorthand": "error",
      "no-shadow-restricted-names": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  { files: ["scripts/**", "config.js"], languageOptions: { globals: globals.browser } },
  { files: ["build/**", "tests/**", "*.js"], ignores: ["config.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/**"], languageOptions: { globals: globals.browser } },
];
