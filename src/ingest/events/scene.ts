import {type Entity} from "../../model/entity.ts";
import {type Edtf, bounds} from "../../model/edtf.ts";
import {type EventType} from "../../model/event.ts";
import {type Item} from "../item.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {gathered, idOf, isOrganization} from "./actors.ts";
import {pointsOf} from "./bulletin.ts";
import {type Happening} from "./happening.ts";
import {houseOf, mastheadOf} from "./house.ts";
import {type Sentence} from "./sentence.ts";
import {namesGuests} from "./speakers.ts";

/** An item's sentences and happenings, with what is asked of them again and again. */
export type Scene = {
  sentences: readonly Sentence[];
  happenings: readonly Happening[];
  /** Each happening's place among them. */
  places: ReadonlyMap<Happening, number>;
  /** Its headings and the first two sentences of its body. */
  opening: readonly Sentence[];
  /** Whose item it is: the organisations of its heading, else of the first sentence that names one. */
  subject: readonly Named[];
  /** The states its heading names. */
  states: readonly Named[];
  /** Numbers of the sentences that tell of an event. */
  telling: ReadonlySet<number>;
  /** Numbers of those that tell of an event of a kind, and of those that tell of nothing but a programme. */
  kinds: ReadonlyMap<EventType, ReadonlySet<number>>;
  programmeOnly: ReadonlySet<number>;
  /** Numbers of the sentences that some event is best told by. */
  own: ReadonlySet<number>;
  /** Paragraphs that are points of a digest, each a piece of news of its own. */
  points: ReadonlySet<number>;
  /** Its headings: the title and, above a digest, the lines that are no sentences. */
  heads: ReadonlySet<Sentence>;
  /** When each organisation was founded, as the text tells. */
  founded: ReadonlyMap<string, Edtf>;
  /** The state whose ministry or police the page is of. */
  house: Entity | null;
};

/** Gathers what is asked of an item again and again. */
export function sceneOf(
  text: string,
  item: Item,
  sentences: readonly Sentence[],
  happenings: readonly Happening[],
  g: Gazetteer,
): Scene {
  // The first lines under a heading may be a site's name or a menu: what says something has a word of an event.
  const body = sentences.filter((s) => !s.isTitle);
  const lead = Math.max(
    body.slice(0, 8).findIndex((s) => s.clues.length > 0),
    0,
  );
  const opening = [...sentences.filter((s) => s.isTitle), ...body.slice(lead, lead + 2)];
  const numbers = (list: readonly Happening[]) =>
    new Set(list.flatMap((h) => h.sentences.filter((s) => s !== h.naming).map((s) => s.index)));
  const news = happenings.filter((h) => !isLasting(h));
  const telling = numbers(news);
  const kinds = new Map(
    [...new Set(news.map((h) => h.type))].map((type) => [type, numbers(news.filter((h) => h.type === type))]),
  );
  const others = numbers(happenings.filter((h) => h.type !== "strategy"));
  const programmeOnly = new Set([...telling].filter((i) => !others.has(i)));
  const own = new Set(happenings.flatMap((h) => (h.sentences[0] ? [h.sentences[0].index] : [])));
  // Whose page it is comes before whom the first sentence happens to name.
  const heading = sentences.find((s) => s.isTitle && s.named.some(isOrganization));
  const masthead = heading ? null : mastheadOf(text, item, g);
  const subject = masthead
    ? [{entity: masthead, span: {start: item.span.start, end: item.span.start}, inner: false, rule: "masthead"}]
    : (opening
        .filter((s) => s.isTitle || !namesGuests(text, s))
        .map((s) => s.named.filter(isOrganization))
        .find((named) => named.length > 0) ?? []);
  const points = pointsOf(text, sentences);
  const states = sentences.flatMap((s) => (s.isTitle ? s.named.filter((n) => n.entity.kind === "country") : []));
  return {
    sentences,
    happenings,
    places: new Map(happenings.map((h, i) => [h, i])),
    opening,
    subject,
    states,
    telling,
    kinds,
    programmeOnly,
    own,
    points,
    heads: new Set(sentences.filter((s) => s.isTitle || (points.size > 0 && !points.has(s.paragraph) && isHeadLine(text, s)))),
    founded: foundedIn(text, happenings),
    house: houseOf(text, item, g),
  };
}

/** «Операция проводится с 2005 года»: said in passing of what is told of; what follows goes on about the news. */
export const isLasting = ({type, status, when}: Happening): boolean =>
  gathered.has(type) && status === "ongoing" && /^\d{4}\/\.\.$/.test(when ?? "");

// «приняли Декларацию о создании ШОС», «учреждена Организация …»
const founding = /(?<!\p{L})(?:создан|учрежд|образован|основан)\p{L}*\s(?:\p{Ll}+\s)?[«"]?$/iu;

function foundedIn(text: string, happenings: readonly Happening[]): Map<string, Edtf> {
  const found = new Map<string, Edtf>();
  for (const {when, stretch} of happenings)
    if (when)
      for (const n of stretch.named)
        if (isOrganization(n) && !n.entity.parent && founding.test(text.slice(Math.max(0, n.span.start - 40), n.span.start)))
          found.set(n.entity.id, found.get(n.entity.id) ?? when);
  return found;
}

/** Whether an event lies before the founding of an organisation that the text tells of: it cannot be of it unless it says so. */
export function isBeforeFounding(when: Edtf | null, n: Named, {founded}: Scene): boolean {
  const start = when ? founded.get(idOf(n)) : undefined;
  if (!when || !start) return false;
  const [event, first] = [bounds(when), bounds(start)];
  return event !== null && first !== null && event.latest <= first.earliest;
}

/** Whether a sentence is a point of a digest: it has nobody from another, only what its headings name. */
export const isPoint = (s: Sentence, {points}: Scene) => points.has(s.paragraph);

/** The happenings told beside one. */
export function nearby({happenings, places}: Scene, h: Happening): readonly Happening[] {
  const at = places.get(h) ?? 0;
  return happenings.slice(Math.max(0, at - 20), at + 20);
}

// «ПРОТОКОЛ | заседания Совета … СНГ»: a heading of several lines; a sentence ends in its stop.
const isHeadLine = (text: string, s: Sentence) => !/[.!?…:;][»"”)]?\s*$/u.test(text.slice(s.span.start, s.span.end));
