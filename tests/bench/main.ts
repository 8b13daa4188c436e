// Prints every figure of the README's performance section, each beside its peer from the same run:
// npm run bench [-- --only NAME] [--sizes 100,1000] [--rounds 3] [--seed 1] [--alone]
import {existsSync} from "node:fs";
import {parseArgs} from "node:util";
import {type Bench, machine, table} from "./measure.ts";

/** In order of the README; a bench not written yet is left out aloud. */
const names = ["dates", "ingest", "build", "site", "tiles", "timeline", "search", "lighthouse"];

const {values} = parseArgs({
  options: {
    only: {type: "string", multiple: true},
    sizes: {type: "string"},
    rounds: {type: "string", default: "3"},
    seed: {type: "string", default: "1"},
    alone: {type: "boolean", default: false},
  },
});
const options = {
  sizes: values.sizes?.split(",").map(Number) ?? [],
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  alone: values.alone,
};

console.log(`${machine()}; medians of ${options.rounds} interleaved runs, seed ${options.seed}\n`);
for (const name of values.only ?? names) {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(file)) {
    console.log(`(no bench «${name}»)\n`);
    if (values.only) process.exitCode = 1;
    continue;
  }
  const bench = (await import(file.href)) as Bench;
  for (const section of await bench.run(options)) console.log(`${table(section)}\n`);
}
