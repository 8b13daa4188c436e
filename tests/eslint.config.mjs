import {dirname} from "node:path";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {ignores: ["dist/", ".astro/", ".cache/", "node_modules/", "tests/fixtures/"]},
  {
    files: ["src/**/*.ts", "tests/**/*.ts"],
    extends: [...tseslint.configs.recommended, ...tseslint.configs.strict],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: dirname(import.meta.dirname)}},
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "inline-type-imports"}],
      "@typescript-eslint/no-unused-vars": [
        "error",
        {argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true},
      ],
      "no-control-regex": "off",
      eqeqeq: ["error", "smart"],
    },
  },
  {
    // `import {type A}` still loads the module, and all that it loads, into the page.
    files: ["src/{exports,i18n,model,site,timeline}/**/*.ts"],
    rules: {"@typescript-eslint/no-import-type-side-effects": "error"},
  },
);
