// A process that takes the steps of a plan and kills itself at a given write, rename or removal: killed.ts FOLDER STEPS N
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

const [folder = "", steps = "", n = ""] = process.argv.slice(2);
let left = Number(n);
for (const name of ["writeSync", "renameSync", "unlinkSync"] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]) => {
    if (left-- === 0) process.kill(process.pid, "SIGKILL");
    return real(...args);
  };
  Object.assign(fs, {[name]: counted});
}
syncBuiltinESMExports();
const {apply} = await import("../../src/store/files.ts");
await apply(folder, JSON.parse(fs.readFileSync(steps, "utf8")) as Parameters<typeof apply>[1]);
