// Everything that must hold, from types to browsers; the last line is the count.
import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

type Check = {name: string; command: string[]};

const checks: Check[] = [
  {name: "astro sync", command: ["astro", "sync"]},
  {
    name: "types of components",
    command: ["astro", "check", "--minimumSeverity", "error", "--tsconfig", "src/site/tsconfig.json"],
  },
  {name: "types", command: ["tsc", "-p", "."]},
  {name: "format", command: ["prettier", "--check", "--log-level", "warn", "."]},
  {name: "lint", command: ["eslint", "-c", "tests/eslint.config.mjs", "."]},
];

const run = (command: string[]) => spawnSync(command[0] ?? "", command.slice(1), {stdio: "inherit"}).status === 0;

let passed = 0;
let failed = 0;
for (const {name, command} of checks) {
  const good = run(command);
  console.log(`${good ? "ok  " : "FAIL"} ${name}`);
  if (good) passed++;
  else failed++;
}

const folder = mkdtempSync(join(tmpdir(), "letopis-test-"));
const results = join(folder, "vitest.json");
const good = run([
  "vitest",
  "run",
  "--config=tests/vitest.config.ts",
  "--root=.",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}`,
  ...process.argv.slice(2),
]);
const counts = countTests(results);
passed += counts.passed;
failed += counts.failed;
// A suite that dies before its tests, or an error between them, fails the run without a failed test.
if (!good && counts.failed === 0) failed++;
if (good && counts.passed === 0) failed++;
rmSync(folder, {recursive: true, force: true});

console.log(`${passed} passed, ${failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}`);
process.exitCode = failed ? 1 : 0;

function countTests(file: string): {passed: number; failed: number; skipped: number} {
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
    return {passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0, skipped: report.numPendingTests ?? 0};
  } catch {
    return {passed: 0, failed: 1, skipped: 0};
  }
}
