import {existsSync, statSync} from "node:fs";
import {basename, join, relative, resolve} from "node:path";
import {parseArgs} from "node:util";
import * as en from "../i18n/en.ts";
import {know} from "../i18n/languages.ts";
import {dateNote} from "../i18n/messages.ts";
import {decode} from "../ingest/decode.ts";
import {explain as sentenceBySentence} from "../ingest/explain.ts";
import {readSeed} from "../ingest/ingest.ts";
import {gazetteer} from "../ingest/names/gazetteer.ts";
import {type DocumentRecord, type Seed} from "../model/document.ts";
import {type EventRecord} from "../model/event.ts";
import {place} from "../model/problem.ts";
import {entitiesOf} from "../store/entities.ts";
import {bytesOf, readPages} from "../store/files.ts";

/** `npm run ingest -- --explain FILE`: every date and event of one seed, where it stands and by which rule it was read. */
export async function run(args: string[]): Promise<number> {
  know({"en.ts": en});
  const {values, positionals} = parseArgs({
    args,
    allowPositionals: true,
    options: {seeds: {type: "string", default: "seeds"}, content: {type: "string", default: "content"}},
  });
  const [named = ""] = positionals;
  const path = [named, join(values.seeds, named)].find((p) => existsSync(p));
  if (!named || !path) {
    console.error(`There is no seed «${named}».`);
    return 1;
  }
  if (statSync(path).isDirectory()) {
    console.error(`«${named}» is a folder. Name one of its files.`);
    return 1;
  }
  const inside = relative(resolve(values.seeds), resolve(path));
  const {seed, problems} = decode(inside.startsWith("..") ? basename(path) : inside, bytesOf(path));
  const names = gazetteer(entitiesOf(readPages(values.content)).entities);
  const found = seed && readSeed(seed, names);
  if (seed && found)
    for (const [i, document] of found.documents.entries()) {
      if (i) console.log();
      console.log(
        explain(
          seed,
          document,
          found.events.filter((e) => e.sources[0]?.document === document.key),
        ).join("\n"),
      );
    }
  if (seed) console.log(["", "sentence by sentence", ...sentenceBySentence(seed, names)].join("\n"));
  for (const problem of [...problems, ...(found?.problems ?? [])]) {
    const at = problem.span && seed ? where(seed.text, problem.span.start) : "";
    console.log(`${problem.severity} ${problem.rule} ${at} ${problem.message}`);
  }
  return seed ? 0 : 1;
}

function explain(seed: Seed, document: DocumentRecord, events: readonly EventRecord[]): string[] {
  const {published, retrieved, publisher, dateline, language} = document;
  const head = {published, retrieved, language, publisher, dateline};
  const told = Object.entries(head).map(([name, value]) => `${name} ${value ?? "–"}`);
  const lines = [`${document.key}  ${document.title}`, `  ${told.join(" · ")}`, "", "  dates"];
  for (const date of document.dates) {
    const words = date.form.replace(/\s+/g, " ");
    const from = date.from.map((span) => `«${seed.text.slice(span.start, span.end)}» ${where(seed.text, span.start)}`).join(", ");
    const note = dateNote("en", date.note);
    const why = [date.basis, date.rule, note, from && `from ${from}`].filter(Boolean).join("; ");
    lines.push(
      `  ${where(seed.text, date.span.start).padEnd(8)} «${words}» → ${date.edtf ?? "unresolved"}  ${date.role} (${why})`,
    );
  }
  lines.push("", "  events");
  for (const event of events) {
    const at = where(seed.text, event.sources[0]?.span.start ?? 0);
    const note = dateNote("en", event.whenNote);
    const why = [event.whenBasis, note, ...event.rules].filter(Boolean).join("; ");
    lines.push(`  ${at.padEnd(8)} ${event.when ?? "undated"}  ${event.type}, ${event.status}: ${event.title} (${why})`);
  }
  return lines;
}

function where(text: string, offset: number): string {
  const {line, column} = place(text, offset);
  return `${String(line)}:${String(column)}`;
}
