import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/browser/setup.ts"],
    setupFiles: ["tests/random.ts", "src/site/languages.ts"],
    // Code that leans on the machine's zone must not pass by luck.
    env: {TZ: "America/St_Johns"},
    // A browser on a busy machine may miss a moment; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 300_000,
  },
});
