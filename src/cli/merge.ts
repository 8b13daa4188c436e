import {createHash} from "node:crypto";
import {createReadStream, existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {appendFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {parseArgs} from "node:util";
import {progress} from "./progress.ts";
import {byDate, byMonth, joinPart, partOf, toldIn, type Told} from "./merge-events.ts";

const help = `npm run -s merge -- FILE.ndjson …      joins outputs of extract: an event told by several documents becomes one line
npm run -s merge < ALL.ndjson

The lines of several machines may come in any order and any document more than once: the result is the same, byte for byte.
It is a JSON line an event, by date, the undated last: {"date", "title", "type", "status", "organizations", …, "sources": [{"doc",
"quote", "start", "end"}]}. Events are sorted on disk; memory holds those of one month at a time.

  --temp DIR   where to sort (${tmpdir()})
  --help       this text
Exit codes: 0 done; 2 a file or line could not be used, for instance one cut off by a killed worker; all others are joined.`;

/** Memory for lines not yet written to their part, characters. */
const HELD = 16_000_000;

/** `npm run -s merge`: lines of extract in, events out. Returns the exit code. */
export async function run(args: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args,
    allowPositionals: true,
    options: {temp: {type: "string", default: tmpdir()}, help: {type: "boolean", default: false}},
  });
  if (values.help || (!positionals.length && process.stdin.isTTY)) {
    (values.help ? console.log : console.error)(help);
    return values.help ? 0 : 2;
  }
  const folder = mkdtempSync(join(values.temp, "letopis-merge-"));
  try {
    const {parts, bad} = await sortInto(folder, positionals);
    for (const message of bad) console.error(message);
    await print(folder, parts);
    return bad.length ? 2 : 0;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Names of the parts of each month. */
type Parts = Map<string, Set<string>>;

async function sortInto(folder: string, files: readonly string[]): Promise<{parts: Parts; bad: string[]}> {
  const parts: Parts = new Map();
  const bad: string[] = [];
  const held = new Map<string, string[]>();
  let size = 0;
  const flush = async () => {
    for (const [name, lines] of held) await appendFile(fileOf(folder, name), lines.join(""));
    held.clear();
    size = 0;
  };
  for (const file of files.length ? files : [null]) {
    if (file !== null && !existsSync(file)) {
      bad.push(`«${file}» does not exist.`);
      continue;
    }
    let number = 0;
    const input = file === null ? process.stdin : createReadStream(file);
    for await (const line of createInterface({input, crlfDelay: Infinity})) {
      number++;
      if (!line.trim()) continue;
      const told = toldIn(line);
      if (!told) bad.push(`${file ?? "standard input"}:${String(number)}: not a whole line of extract; it was left out.`);
      for (const one of told ?? []) {
        const {month, name} = partOf(one);
        parts.set(month, (parts.get(month) ?? new Set()).add(name));
        const text = `${JSON.stringify(one)}\n`;
        const lines = held.get(name);
        if (lines) lines.push(text);
        else held.set(name, [text]);
        size += text.length;
      }
      if (size > HELD) await flush();
    }
  }
  await flush();
  return {parts, bad};
}

// A date may hold signs that a file name may not.
const fileOf = (folder: string, name: string) => join(folder, createHash("sha256").update(name).digest("hex").slice(0, 24));

async function print(folder: string, parts: Parts): Promise<void> {
  const bar = progress("Joining month", parts.size);
  for (const [i, month] of [...parts.keys()].sort(byMonth).entries()) {
    bar.at(i);
    const events = [...(parts.get(month) ?? [])].sort().flatMap((name) => {
      const lines = readFileSync(fileOf(folder, name), "utf8").trimEnd().split("\n");
      return joinPart(lines.map((line) => JSON.parse(line) as Told));
    });
    for (const event of events.sort(byDate))
      if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await new Promise((go) => process.stdout.once("drain", go));
  }
  bar.end();
}
