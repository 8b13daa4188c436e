import {type EventRecord, type Relation} from "../../model/event.ts";
import {type Happening} from "./happening.ts";

const carriesOut = /(?<!\p{L})(?:по реализации|во исполнение|о реализации|in implementation of|to implement)\s+(\p{L}{5,})/iu;
const former = /(?<!\p{L})(?:(?:прошлогодн|предыдущ|прежн|минувш)\p{L}*|прошл[аоуы][яеюмйхг]\p{L}*)/iu;

/** How the events of one item hang together; `events` and `happenings` run in step. */
export function relate(text: string, happenings: readonly Happening[], events: readonly EventRecord[]): void {
  // Only what stands near hangs together; a page of thousands of events would cost its square.
  for (let start = 0; start < happenings.length; start += window)
    relateWindow(text, happenings.slice(start, start + window), events.slice(start, start + window));
}

const window = 60;

function relateWindow(text: string, happenings: readonly Happening[], events: readonly EventRecord[]): void {
  const main = happenings.findIndex(
    (h) => (h.isMain || h.date?.role === "event") && h.status === "happened" && (h.type === "meeting" || h.type === "agreement"),
  );
  happenings.forEach((h, i) => {
    const event = events[i];
    if (!event) return;
    const words = text.slice(h.stretch.span.start, h.stretch.span.end);
    const add = (other: number, relation: Relation) => {
      const target = events[other];
      if (target && other !== i && !event.related.some((r) => r.event === target.key))
        event.related.push({event: target.key, relation});
    };
    // «План по реализации Меморандума» carries out the agreement whose words hold «Меморандум».
    const document = carriesOut.exec(words)?.[1]?.slice(0, 6).toLowerCase();
    if (document)
      add(
        happenings.findIndex(
          (o, k) =>
            k !== i &&
            o.type === "agreement" &&
            !carriesOut.test(phrase(text, o)) &&
            phrase(text, o).toLowerCase().includes(document),
        ),
        "implements",
      );
    // The period of a plan was agreed when the plan was signed.
    if (h.type === "strategy") {
      const own = h.sentences[0];
      add(
        happenings.findIndex((o) => o.type === "agreement" && own !== undefined && o.sentences.includes(own)),
        "agreed-in",
      );
      add(
        happenings.findIndex(
          (o) =>
            o.type === "meeting" &&
            o.status === "planned" &&
            o.sentences.some((s) => s.index === (own?.index ?? -9) + 1 && s.clues.some((c) => c.type === "strategy")),
        ),
        "agreed-in",
      );
      add(
        happenings.findIndex((o, k) => k > i && o.type === "strategy" && follows(h, o)),
        "precedes",
      );
    } else if (h.status === "planned" && main >= 0 && main < i && happenings[main]?.date?.role === "event" && h.date !== null)
      add(main, "agreed-in");
    if (h.type === "meeting" && former.test(words.slice(0, 40)))
      add(
        happenings.findIndex((o) => o.type === "meeting" && o !== h && o.status === "happened"),
        "precedes",
      );
  });
}

const phrase = (text: string, h: Happening) => text.slice(h.stretch.span.start, h.stretch.span.end);

// «… стратегии на 2015–2020 годы» and the new one on 2021–2025: the same word, one period after the other.
function follows(a: Happening, b: Happening): boolean {
  const end = /\/(\d{4})/.exec(a.when ?? "")?.[1];
  const start = /^(\d{4})/.exec(b.when ?? "")?.[1];
  return (
    !!end &&
    !!start &&
    Number(start) - Number(end) <= 1 &&
    Number(start) >= Number(end) &&
    a.subject?.word.form.slice(0, 6) === b.subject?.word.form.slice(0, 6)
  );
}
