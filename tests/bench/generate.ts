// Made-up archives of any size, the same for the same seed number:
// node tests/bench/generate.ts --seeds DIR --count 1000 [--seed 1]       raw texts for ingest
// node tests/bench/generate.ts --content DIR --count 1000 [--seed 1]     a content tree, as ingest would write it
import {createHash} from "node:crypto";
import {cpSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {type EventMatter} from "../../src/model/schema.ts";
import {freshPage} from "../../src/store/page.ts";
import {type Wanted} from "../../src/store/wanted.ts";
import {STATES, type TimelineItem} from "../../src/timeline/item.ts";
import {type Chance, chance, DAY, iso, skewedDay} from "./random.ts";
import * as words from "./vocabulary.ts";

/** Words, some of them inside a component of the body. */
type Piece = string | {name: "When" | "Mention"; attributes: Record<string, string>; text: string};

type MadeEvent = Pick<
  EventMatter,
  "when" | "whenBasis" | "whenText" | "notAfter" | "status" | "type" | "organizations" | "countries" | "places" | "topics"
> & {id: string};

/** A sentence; `event` when it tells of one. */
type Sentence = {pieces: Piece[]; event?: MadeEvent};

type MadeDocument = {
  id: string;
  title: string;
  published: number;
  publisher: string;
  city: (typeof words.cities)[number];
  person: Person;
  /** Paragraphs of sentences. */
  paragraphs: Sentence[][];
};

/** `forms`: nominative, genitive, instrumental. */
type Person = {id: string; forms: readonly [string, string, string]};

const mention = (kind: string, id: string, text: string): Piece => ({name: "Mention", attributes: {kind, id}, text});
const plain = (pieces: readonly Piece[]) => pieces.map((p) => (typeof p === "string" ? p : p.text)).join("");

/** The n-th document of an archive; one in twelve tells again what an earlier one told, in a paper of its own. */
export function makeDocument(n: number, seed: number): MadeDocument {
  const own = chance(seed * 7919 + n);
  if (n > 10 && own.odds(1 / 12)) {
    const earlier = makeDocument(own.below(n), seed);
    return {...earlier, id: `${String(n).padStart(6, "0")}-${earlier.id.slice(7)}`, publisher: own.pick(words.publishers)};
  }
  const published = skewedDay(own) + own.below(1440) * 60_000;
  const city = own.favour(words.cities);
  const surname = own.favour(words.surnames);
  const [name, nameOf, nameBy] = own.pick(words.givenNames);
  const forms = [`${name} ${surname}`, `${nameOf} ${surname}а`, `${nameBy} ${surname}ым`] as const;
  const person = {id: slug(surname), forms};
  const id = `${String(n).padStart(6, "0")}-${slug(`${surname} ${city.id}`)}`;
  const count = 2 + own.below(3);
  const paragraphs: Sentence[][] = [];
  for (let i = 0; i < count; i++) {
    const told = tell(own, published, city, `${iso(published)}-${id.slice(0, 6)}-${i}`);
    paragraphs.push([told, said(own, person), ...Array.from({length: 2 + own.below(3)}, () => filler(own))]);
  }
  const title = plain(paragraphs[0]?.[0]?.pieces ?? [])
    .replace(/\.$/, "")
    .slice(0, 100);
  return {id, title, published, publisher: own.pick(words.publishers), city, person, paragraphs};
}

function filler(c: Chance): Sentence {
  const {who, say, what} = words.remarks;
  return {pieces: [c.odds(0.3) ? c.pick(words.fillers) : `${c.pick(who)} ${c.pick(say)} ${c.pick(what)}.`]};
}

function said(c: Chance, {id, forms}: Person): Sentence {
  const who = (form: 0 | 1 | 2) => mention("person", id, forms[form]);
  const pieces: Piece[][] = [
    [`Об этом сообщил ${c.pick(words.posts)} `, who(0), ". "],
    ["По словам ", who(1), ", работа будет продолжена. "],
    ["Беседа с ", who(2), " была продолжительной. "],
  ];
  return {pieces: [...c.pick(pieces), ...filler(c).pieces]};
}

/** A sentence on something that happened, will happen or is in force, with its date in one of the ways the news has. */
function tell(c: Chance, published: number, city: (typeof words.cities)[number], id: string): Sentence {
  const date = dateWords(c, published);
  const org = c.favour(words.organizations);
  const other = c.favour(words.organizations);
  const country = c.favour(words.countries);
  const topic = c.favour(words.topics);
  const when: Piece = {name: "When", attributes: {edtf: date.edtf, basis: date.basis}, text: date.text};
  const event = (type: MadeEvent["type"], status: MadeEvent["status"], ids: string[]): MadeEvent => ({
    id,
    when: date.edtf || null,
    whenBasis: date.edtf ? date.basis : "none",
    whenText: date.text,
    notAfter: date.edtf ? null : iso(published),
    status,
    type,
    organizations: [...new Set(ids)].map((one) => ({id: one})),
    countries: [country.id],
    places: type === "meeting" ? [city.id] : [],
    topics: [topic.id],
  });
  const [, orgOf] = org.forms;
  switch (c.below(5)) {
    case 0:
      return {
        pieces: [
          `Очередное заседание ${c.pick(words.bodies)} `, mention("organization", org.id, orgOf), " состоялось ", when, " в ",
          mention("place", city.id, city.forms[2]), " с участием представителей ", mention("country", country.id, country.forms[1]),
          ` по вопросам борьбы с ${topic.against}.`,
        ],
        event: event("meeting", "happened", [org.id]),
      }; // prettier-ignore
    case 1:
      return {
        pieces: [
          mention("organization", org.id, org.forms[0]), " и ", mention("organization", other.id, other.forms[0]), " ", when,
          ` подписали меморандум о сотрудничестве в области ${topic.about}, в который вошли предложения `,
          mention("country", country.id, country.forms[1]), ".",
        ],
        event: event("agreement", "happened", [org.id, other.id]),
      }; // prettier-ignore
    case 2:
      return {
        pieces: [
          `Операция «${c.pick(words.operations)}» по линии ${c.pick(words.bodies)} `, mention("organization", org.id, orgOf),
          " прошла ", when, " на территории ", mention("country", country.id, country.forms[1]),
          `; изъято ${2 + c.below(90)} кг запрещённых веществ, задержано ${10 + c.below(900)} человек.`,
        ],
        event: event("operation", "happened", [org.id]),
      }; // prettier-ignore
    case 3:
      return {
        pieces: [
          "Планируется, что ", when, " представители ", mention("organization", org.id, orgOf), " и ",
          mention("organization", other.id, other.forms[0]), ` проведут учебный семинар по вопросам ${topic.about} в `,
          mention("country", country.id, country.forms[2]), ".",
        ],
        event: event("training", "planned", [org.id, other.id]),
      }; // prettier-ignore
    default:
      return {
        pieces: [
          "Решением глав государств ", mention("organization", org.id, orgOf), " ", when,
          ` утверждена Стратегия борьбы с ${topic.against}, подготовленная `, mention("country", country.id, country.forms[2]), " и партнёрами.",
        ],
        event: event("strategy", "happened", [org.id]),
      }; // prettier-ignore
  }
}

function dateWords(
  c: Chance,
  published: number,
): {text: string; edtf: string; basis: "stated" | "inferred" | "relative" | "none"} {
  const t = c.odds(0.6) ? published - c.below(4) * DAY : skewedDay(c);
  const [year = "", month = "", day = ""] = iso(t).split("-");
  const name = words.months[+month - 1] ?? "";
  const roll = c.next();
  if (roll < 0.35) return {text: `${+day} ${name} ${year} года`, edtf: iso(t), basis: "stated"};
  if (roll < 0.55 && year === iso(published).slice(0, 4)) return {text: `${+day} ${name}`, edtf: iso(t), basis: "inferred"};
  if (roll < 0.7) return {text: `${day}.${month}.${year}`, edtf: iso(t), basis: "stated"};
  if (roll < 0.8) return {text: `в ${words.monthsIn[+month - 1]} ${year} года`, edtf: `${year}-${month}`, basis: "stated"};
  if (roll < 0.87) return {text: `в ${year} году`, edtf: year, basis: "stated"};
  if (roll < 0.91) {
    const last = +year + 1 + c.below(4);
    return {text: `на ${year} – ${last} годы`, edtf: `${year}/${last}`, basis: "stated"};
  }
  if (roll < 0.94) return {text: `около ${+day} ${name} ${year} года`, edtf: `${iso(t)}~`, basis: "stated"};
  if (roll < 0.965) return {text: "накануне", edtf: iso(published - DAY), basis: "relative"};
  return {text: c.pick(words.vague), edtf: "", basis: "none"};
}

const slug = (text: string) =>
  [...text.toLowerCase()]
    .map((letter) => ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя".includes(letter) ? (latin[letter] ?? "") : letter))
    .join("")
    .replace(/[^a-z0-9]+/g, "-");

const latin: Record<string, string> = Object.fromEntries(
  [..."абвгдеёжзийклмнопрстуфхцчшщыэюя"].map((letter, i) => [
    letter,
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya".split(" ")[i] ?? "",
  ]),
);

/** A document as its raw page: menus above and below, a stamp, a dateline. `sentences` are half-open UTF-16 offsets, in order. */
export function makeSeed(
  made: MadeDocument,
  n: number,
): {file: string; text: string; sentences: [number, number][]; head: number} {
  const c = chance(n + 17);
  const [year, month, day] = iso(made.published).split("-");
  const clock = new Date(made.published).toISOString().slice(11, 16);
  const head = [
    ...Array.from({length: 3 + c.below(6)}, () => c.pick(words.menus)),
    `${+(day ?? "")} ${words.months[+(month ?? "") - 1]} ${year}, ${clock}`,
    "",
  ];
  let text = head.join("\n") + "\n";
  const start = text.length;
  text += `${made.title}\n\n`;
  const sentences: [number, number][] = [];
  made.paragraphs.forEach((paragraph, i) => {
    if (i === 0) text += `${+(day ?? "")} ${words.months[+(month ?? "") - 1]}, ${made.city.forms[0]} /Корр. ${made.publisher}/. `;
    paragraph.forEach(({pieces}, j) => {
      if (j) text += " ";
      const from = text.length;
      text += plain(pieces);
      sentences.push([from, text.length]);
    });
    text += "\n\n";
  });
  text += Array.from({length: 2 + c.below(4)}, () => c.pick(words.menus)).join("\n") + "\n";
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return {file: `${String(n).padStart(6, "0")}_${digest}.txt`, text, sentences, head: start};
}

const escaped = (text: string) => text.replace(/[\\`*_{<[~]/g, "\\$&");

const tag = ({name, attributes, text}: Exclude<Piece, string>) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("")}>${escaped(text)}</${name}>`;

const mdx = (pieces: readonly Piece[]) => pieces.map((p) => (typeof p === "string" ? escaped(p) : tag(p))).join("");

/** Files of a document and its events below `content/`, path and text, as ingest writes them. */
export function contentFiles(n: number, seed: number): [path: string, text: string][] {
  const made = makeDocument(n, seed);
  const page = makeSeed(made, n);
  const told = made.paragraphs.flat();
  const events = told.flatMap((sentence, i) =>
    sentence.event ? [{sentence, event: {...sentence.event, id: eventId(made, n, i)}, i}] : [],
  );
  const idOf = new Map(events.map(({sentence, event}) => [sentence, event.id]));
  const body = made.paragraphs.map((paragraph) =>
    paragraph
      .map((sentence) => {
        const id = idOf.get(sentence);
        return id ? `<Quote event="${id}">${mdx(sentence.pieces)}</Quote>` : mdx(sentence.pieces);
      })
      .join(" "),
  );
  const all = (pick: (event: MadeEvent) => string[]) => [...new Set(events.flatMap(({event}) => pick(event)))].sort();
  const sha256 = createHash("sha256").update(page.text).digest("hex");
  const fields = {
    title: made.title,
    language: "ru",
    published: new Date(made.published).toISOString().slice(0, 16),
    retrieved: null,
    publisher: made.publisher,
    url: null,
    author: null,
    dateline: made.city.forms[0],
    seed: {file: page.file, span: [page.head, page.sentences.at(-1)?.[1] ?? page.text.length], sha256},
    boilerplate: [],
    entities: {
      organizations: all((e) => e.organizations.map(({id}) => id)),
      countries: all((e) => e.countries),
      people: [made.person.id],
      operations: [],
      topics: all((e) => e.topics),
      places: all((e) => e.places),
    },
    events: events.map(({event}) => event.id),
  };
  const key = `${page.file}#1`;
  const keyOf = (i: number) => `:${sha256.slice(i, i + 8)}`;
  const files: [string, string][] = [
    write({
      folder: "documents",
      id: made.id,
      key,
      fields,
      body: [escaped(made.title), ...body].join("\n\n"),
      made: Object.fromEntries(events.map(({event, i}) => [keyOf(i), event.id])),
    }),
  ];
  for (const {sentence, event, i} of events) {
    const {id, ...rest} = event;
    const quote = plain(sentence.pieces);
    const fields = {
      title: quote.slice(0, 110),
      ...rest,
      people: [],
      operations: [],
      sources: [{document: made.id, quote, span: page.sentences[i]}],
    };
    files.push(write({folder: "events", id, key: key + keyOf(i), fields, body: mdx(sentence.pieces)}));
  }
  return files;
}

/** A page as ingest itself would write it, with the digests by which it knows its own words again. */
const write = (page: Omit<Wanted, "text">): [path: string, text: string] => [
  `${page.folder}/${page.id}.mdx`,
  freshPage({...page, text: ""}),
];

const eventId = (made: MadeDocument, n: number, i: number) => `${iso(made.published)}-${String(n).padStart(6, "0")}-${i}`;

/** Writes a content tree of `count` documents with the entities and settings of `from`; says how many files it wrote. */
export function writeContent(folder: string, count: number, seed: number, from = "content"): number {
  for (const name of ["organizations", "countries", "people", "operations", "topics", "places", "site.yaml"])
    cpSync(join(from, name), join(folder, name), {recursive: true});
  for (const name of ["documents", "events"]) mkdirSync(join(folder, name), {recursive: true});
  let files = 0;
  for (const name of words.surnames) {
    const id = slug(name);
    const fields = {id, kind: "person", names: {ru: name}, draft: true};
    const [path, text] = write({folder: "people", id, key: `people/${id}`, fields, body: ""});
    writeFileSync(join(folder, path), text);
    files++;
  }
  for (let n = 0; n < count; n++)
    for (const [path, text] of contentFiles(n, seed)) {
      writeFileSync(join(folder, path), text);
      files++;
    }
  return files;
}

/** Writes `count` raw texts; says how many bytes. */
export function writeSeeds(folder: string, count: number, seed: number): number {
  mkdirSync(folder, {recursive: true});
  let bytes = 0;
  for (let n = 0; n < count; n++) {
    const {file, text} = makeSeed(makeDocument(n, seed), n);
    writeFileSync(join(folder, file), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** Events as the timeline sees them, one after another: `count` of them over `lanes` organisations. */
export function* makeItems(count: number, seed: number, lanes = 8): Generator<TimelineItem> {
  const c = chance(seed);
  const ids = Array.from({length: lanes}, (_, i) => words.organizations[i]?.id ?? `org-${i + 1}`);
  for (let n = 0; n < count; n++) {
    const made = tell(c, skewedDay(c), c.favour(words.cities), "");
    const event = made.event;
    if (!event) continue;
    const organizations = c.odds(0.12)
      ? []
      : [c.favour(ids), ...(c.odds(0.25) ? [c.favour(ids)] : []), ...(c.odds(0.05) ? [c.pick(ids)] : [])];
    const own = [...new Set(organizations)].sort();
    const roll = c.next();
    const title = plain(made.pieces).slice(0, 110);
    yield {
      id: `${String(n).padStart(7, "0")}`,
      when: roll < 0.03 ? null : roll < 0.035 ? `XXXX${event.when?.slice(4) || "-05-09"}`.slice(0, 10) : event.when,
      notAfter: roll < 0.015 ? iso(skewedDay(c)) : null,
      status: c.odds(0.02) ? "cancelled" : event.status,
      type: event.type,
      lanes: own.length ? own : [STATES],
      organizations: own,
      countries: event.countries,
      topics: event.topics,
      title,
      short: title.slice(0, 38),
      href: `/events/${String(n).padStart(7, "0")}/`,
    };
  }
}

if (import.meta.main) {
  const {values} = parseArgs({
    options: {
      seeds: {type: "string"},
      content: {type: "string"},
      count: {type: "string", default: "1000"},
      seed: {type: "string", default: "1"},
    },
  });
  if (values.seeds) console.log(`${writeSeeds(values.seeds, +values.count, +values.seed)} bytes in ${values.seeds}`);
  if (values.content) console.log(`${writeContent(values.content, +values.count, +values.seed)} files in ${values.content}`);
}
