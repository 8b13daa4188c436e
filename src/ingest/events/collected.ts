import {type Entity, type EntityKind} from "../../model/entity.ts";
import {type EventRecord, type Role} from "../../model/event.ts";
import {type Item} from "../item.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {type Happening} from "./happening.ts";

/** Who took part, where, and what it was about, by the ids of `content/`. */
export type Participants = Pick<
  EventRecord,
  "organizations" | "bodies" | "countries" | "people" | "places" | "operations" | "topics"
>;

// «обсуждены итоги операции «Мак» и учения «Барс»»: an exercise with a name of its own is no part of the operation beside it.
const isBeside = (text: string, h: Happening, n: Named): boolean =>
  /[«"“„]/.test(text.slice(h.subject?.word.end ?? n.span.end, n.span.start - 1)) || n.span.end <= (h.subject?.word.start ?? 0)
    ? !/(?<!\p{L})(?:в рамках|в ходе|на фоне)\s[^.;«"“„]*[«"“„]?$/iu.test(
        text.slice(Math.max(0, n.span.start - 90), n.span.start),
      )
    : false;

const observers = /(?<!\p{L})(?:наблюдател\p{L}*|observers?)(?!\p{L})/iu;

const hosting =
  /(?<!\p{L})(?:принимает у себя|принял у себя|организовал\p{L}*|провел\p{L}*|на базе|в секретариате|hosted)(?!\p{L})/iu;

/** The ids of who is named, with their parts in it. */
export function collect(text: string, item: Item, h: Happening, names: readonly Named[], g: Gazetteer): Participants {
  const free = names.filter((n) => !isDateline(text, item, n, h) && !isAside(text, n));
  const of = (kind: EntityKind): Entity[] => [
    ...new Map(free.filter((n) => n.entity.kind === kind).map((n) => [n.entity.id, n.entity])).values(),
  ];
  const organizations = new Map<string, Role | undefined>();
  const bodies = new Set<string>();
  const addOrganization = (entity: Entity, role?: Role) => {
    const id = entity.parent ?? entity.id;
    if (entity.parent) bodies.add(entity.id);
    if (!organizations.get(id)) organizations.set(id, role);
  };
  // «в Секретариате ОДКБ»: the name within says the part its organisation had, and brings no other.
  for (const n of free)
    if (n.entity.kind === "organization" && (!n.inner || organizations.has(n.entity.id)))
      addOrganization(n.entity, roleOf(text, n, h));
  const operations = new Map<string, Entity>();
  if (h.about) operations.set(h.about.id, h.about);
  if (h.operation) operations.set(h.operation.id, h.operation);
  else if (h.type !== "operation" || h.stretch.named.some((n) => n.entity.kind === "operation"))
    for (const n of free)
      if (n.entity.kind === "operation" && !(h.type === "exercise" && isBeside(text, h, n)))
        operations.set(n.entity.id, n.entity);
  const countries = new Set(of("country").map((e) => e.id));
  // Where the results of an operation were summed up is not where it was held.
  const summedUp = h.rules.includes("named-operation") && h.verb !== null && h.subject?.type !== "operation";
  const aboutResults =
    h.rules.includes("named-operation") && /(?<!\p{L})итог\p{L}*/iu.test(text.slice(h.stretch.span.start, h.stretch.span.end));
  const places = summedUp || aboutResults ? [] : of("place");
  for (const place of places) for (const c of place.countries) countries.add(c);
  const operation = h.operation;
  if (operation) {
    for (const c of operation.countries) countries.add(c);
    const owner = operation.organization ? g.entities.get(`organization/${operation.organization}`) : undefined;
    if (owner) addOrganization(owner);
  }
  // A meeting about an operation is of those whose it is, where nobody else is named.
  const about = h.operation === null && operations.size === 1 ? [...operations.values()][0]?.organization : null;
  const whose = about && !organizations.size ? g.entities.get(`organization/${about}`) : undefined;
  if (whose) addOrganization(whose);
  const people = of("person");
  if (!organizations.size && !countries.size)
    for (const p of people) {
      const employer = p.organization ? g.entities.get(`organization/${p.organization}`) : undefined;
      if (employer) addOrganization(employer);
      for (const c of p.countries) countries.add(c);
    }
  return {
    organizations: [...organizations].map(([id, role]) => (role ? {id, role} : {id})),
    bodies: [...bodies],
    countries: [...countries],
    people: people.map((e) => e.id),
    places: places.map((e) => e.id),
    operations: [...operations.keys()],
    topics: of("topic").map((e) => e.id),
  };
}

function roleOf(text: string, n: Named, h: Happening): Role | undefined {
  const before = text.slice(Math.max(h.stretch.span.start, n.span.start - 60), n.span.start);
  const sentence = text.slice(Math.max(0, n.span.start - 160), n.span.start);
  if (observers.test(sentence.slice(sentence.search(/[.!?]\s[^.!?]*$/) + 1))) return "observer";
  if (hosting.test(before.slice(-40))) return "host";
  if (h.type === "agreement" && h.verb && /^(?:подпис|заключ|ратифиц|договор)/.test(h.verb.word.form)) return "signatory";
  return undefined;
}

// «все страны ОДКБ, кроме Армении», «за исключением Узбекистана», «без участия Киргизии»: who was not there.
const excepted =
  /(?<!\p{L})(?:вс(?:е|ех|ем|еми)\s[^.;:]{0,60}[\s,]кроме|за\sисключением|без\sучастия|в\sотсутствие)\s(?:(?:представителей|делегации|делегаций)\s)?(?:\p{Lu}\p{L}+(?:,\s|\sи\s))*$/u;

// «сообщает сайт французской газеты «Фигаро»», «по данным казахстанских СМИ»
const medium = /^\s(?:\p{Ll}+\s)?(?:газет|агентств\p{L}{1,2}\s[«"]|телеканал|журнал|издани|портал|СМИ(?!\p{L})|радио)/u;

// A country that only gives a medium its name («телеканал «Россия 24»») or a distance («в 20 км от афганской границы»).
function isAside(text: string, n: Named): boolean {
  if (excepted.test(text.slice(Math.max(0, n.span.start - 90), n.span.start))) return true;
  if (n.entity.kind !== "country") return false;
  const before = text.slice(Math.max(0, n.span.start - 50), n.span.start);
  const after = text.slice(n.span.end, n.span.end + 24);
  if (medium.test(after) && /ск(?:ой|ого|ая|ое|ие|их|им|ими|ий|ом|ому)$/u.test(text.slice(n.span.start, n.span.end))) return true;
  return (
    /(?:телеканал|канал|газет|агентств|журнал|радио|портал|издани|сайт|newspaper|channel)\p{L}*\s+(?:\p{L}+\s+){0,2}[«"“][^»"”\n]{0,20}$/iu.test(
      before,
    ) ||
    (/[«"“][^»"”\n]{0,12}$/u.test(before) && /^\s+(?:\d{1,2}|сегодня|today)[»"”]/iu.test(after)) ||
    /(?:доллар|рубл|\$)\p{L}*\.?\s*$/iu.test(before) ||
    /\d\s*(?:км|километр\p{L}*|km)\s+(?:от|from)\s+(?:\p{L}+\s+){0,3}$/iu.test(before)
  );
}

/** «Минск, 13 декабря /Корр. БЕЛТА/», «ТАШКЕНТ, 5 мая – …»: the place of writing is not the place of the event. */
function isDateline(text: string, item: Item, n: Named, h: Happening): boolean {
  if (n.entity.kind !== "place" && n.entity.kind !== "country") return false;
  const sentence = h.sentences.find((s) => s.span.start <= n.span.start && n.span.end <= s.span.end);
  const start = sentence?.span.start ?? 0;
  if (n.span.start - start > 40) return false;
  const beside = sentence?.dates.some(
    (d) =>
      (d.role === "published" || d.role === "dateline" || d.role === "crawl") &&
      Math.max(n.span.start - d.span.end, d.span.start - n.span.end) <= 3,
  );
  if (beside) return true;
  const form = text.slice(n.span.start, n.span.end);
  // «BISHKEK - The member states …», «МИНСК, 3 мая – …»
  if (
    n.span.start === start &&
    form.length > 3 &&
    form === form.toUpperCase() &&
    /^[^.!?]{0,40}?\s[-–—]\s/u.test(text.slice(n.span.end, n.span.end + 44))
  )
    return true;
  return (
    item.dateline !== null &&
    item.dateline.toLowerCase().includes(form.toLowerCase()) &&
    /^[^.!?]{0,30}(?:\/|\(|—|–|\.)/.test(text.slice(n.span.end, n.span.end + 40)) &&
    n.span.start - start < 25
  );
}
