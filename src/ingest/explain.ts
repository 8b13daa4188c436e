import {type Seed} from "../model/document.ts";
import {type EventRecord} from "../model/event.ts";
import {overlaps, type Span} from "../model/span.ts";
import {readEvents} from "./events/read.ts";
import {readSentences} from "./events/sentence.ts";
import {type Gazetteer} from "./names/gazetteer.ts";
import {readNames} from "./names/read.ts";
import {readItems} from "./read.ts";

/** What was read from a seed, sentence by sentence, and by which rule: dates, names, words of events, events. Lines to print. */
export function explain(seed: Seed, gazetteer: Gazetteer): string[] {
  const lines: string[] = [];
  const {items} = readItems(seed);
  items.forEach((item, i) => {
    const names = readNames(seed.text, item, gazetteer);
    const events = readEvents(seed.text, item, names, gazetteer, `${seed.file}#${String(i + 1)}`);
    lines.push(
      `# item ${String(i + 1)} · published ${item.published ?? "–"} · retrieved ${item.retrieved ?? "–"} · dateline ${item.dateline ?? "–"}`,
    );
    for (const s of readSentences(seed.text, item, names)) {
      lines.push(
        "",
        `[${String(s.span.start)}, ${String(s.span.end)}]${s.isTitle ? " title" : ""} ${oneLine(seed.text, s.span)}`,
      );
      for (const d of s.dates)
        lines.push(
          `  date   ${oneLine(seed.text, d.span)} → ${d.edtf ?? "unresolved"} · ${d.role} · ${d.basis} · ${d.rule}${d.note ? ` · ${d.note}` : ""}`,
        );
      for (const n of s.named)
        lines.push(
          `  ${n.inner ? "within" : "name  "} ${oneLine(seed.text, n.span)} → ${n.entity.kind} ${n.entity.id}${n.entity.draft ? " (draft)" : ""} · ${n.rule}`,
        );
      for (const o of names.open)
        if (overlaps(o.span, s.span))
          lines.push(`  open   ${oneLine(seed.text, o.span)} → ${o.entities.map((e) => e.id).join(" or ")}?`);
      if (s.clues.length) lines.push(`  words  ${s.clues.map((c) => `${c.word.form} (${c.class}, ${c.type})`).join(", ")}`);
      for (const e of events) {
        const at = e.sources.findIndex((x) => x.span.start === s.span.start);
        if (at === 0) lines.push(...told(e));
        else if (at > 0) lines.push(`  more   of «${e.title}»`);
      }
    }
    lines.push("");
  });
  return lines;
}

function told(e: EventRecord): string[] {
  const who = [
    e.organizations.map((o) => (o.role ? `${o.id} (${o.role})` : o.id)).join(", "),
    e.countries.join(" "),
    e.people.join(", "),
    e.places.join(", "),
    e.operations.join(", "),
  ];
  return [
    `  EVENT  ${e.when ?? "undated"} · ${e.type} · ${e.status} · ${e.title}`,
    `         ${who.filter(Boolean).join(" · ") || "nobody named"}`,
    ...e.figures.map((f) => `         ${f.what} ${f.approximate ? "~" : ""}${String(f.value)} ${f.unit ?? ""}`),
    `         by ${e.rules.join(", ")}${e.whenNote ? ` · date by ${e.whenNote}` : ""}${e.notAfter ? ` · not after ${e.notAfter}` : ""}`,
  ];
}

const oneLine = (text: string, span: Span) => text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
