import {type Entity, type EntityKind} from "../../model/entity.ts";
import {type EventRecord, type EventType, type Role} from "../../model/event.ts";
import {contains, type Span} from "../../model/span.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Item} from "../item.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {isListLine} from "./programmes.ts";
import {compatible} from "../same-event.ts";
import {type Clue} from "./clues.ts";
import {type Happening} from "./happening.ts";
import {sameCityBefore, unnamedCountry} from "./national.ts";
import {type Sentence} from "./sentence.ts";
import {pointsOf} from "./bulletin.ts";
import {houseOf, mastheadOf} from "./house.ts";

/** Who took part, where, and what it was about, by the ids of `content/`. */
export type Participants = Pick<
  EventRecord,
  "organizations" | "bodies" | "countries" | "people" | "places" | "operations" | "topics"
>;

// Sentences after an event that go on about it: who came, who watched, what came of it.
const goesOn =
  /(?<!\p{L})(?:участв\p{L}*|участи[ея]|участник\p{L}*|наблюда\p{L}*|присутств\p{L}*|поддерж\p{L}*|присоедин\p{L}*|организатор\p{L}*|при поддержке|финансир\p{L}*|координир\p{L}*|задейств\p{L}*|заняты|прислал\p{L}*|эксперт\p{L}*|действовал\p{L}*|выступ(?:ил|али)\p{L}*|представител\p{L}*|раскрыт\p{L}*|выведен\p{L}*|delegations?|representatives|делегаци\p{L}*|прибы(?:л|ва)\p{L}*|прибуд(?:ет|ут)|приехал\p{L}*|приед(?:ет|ут)|выставил\p{L}*|выстав(?:ит|ят)|слушател\p{L}*|команд[аы]|делятся|следи(?:л|т|ят)\p{L}*|примут|представ(?:ит|ят)|гост(?:и|ями)|представлен[аоы]?|представля(?:л|ю)\p{L}*|направил\p{L}*|направ(?:ит|ят)|съехал\p{L}*|собрал\p{L}*|привлека\p{L}*|привлечен\p{L}*|приглашен\p{L}*|председательствовал[аи]?|охва(?:т|ч)\p{L}*|в работе|в ходе|на н[её]м|на ней|изъят\p{L}*|задержан\p{L}*|выявлен\p{L}*|took part|attended|coordinated|supported|organi[sz]ed|participat\p{L}*|observers?)(?!\p{L})/iu;
const observers = /(?<!\p{L})(?:наблюдател\p{L}*|observers?)(?!\p{L})/iu;
const hosting =
  /(?<!\p{L})(?:принимает у себя|принял у себя|организовал\p{L}*|провел\p{L}*|на базе|в секретариате|hosted)(?!\p{L})/iu;
const inheriting = new Set(["agreement", "meeting", "training", "strategy", "operation", "exercise"]);

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
  /** The state whose ministry or police reports on its own work point by point. */
  house: Entity | null;
};

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
  const telling = new Set(happenings.flatMap((h) => h.sentences.map((s) => s.index)));
  const numbers = (list: readonly Happening[]) => new Set(list.flatMap((h) => h.sentences.map((s) => s.index)));
  const kinds = new Map(
    [...new Set(happenings.map((h) => h.type))].map((type) => [type, numbers(happenings.filter((h) => h.type === type))]),
  );
  const others = numbers(happenings.filter((h) => h.type !== "strategy"));
  const programmeOnly = new Set([...telling].filter((i) => !others.has(i)));
  const own = new Set(happenings.flatMap((h) => (h.sentences[0] ? [h.sentences[0].index] : [])));
  // Whose page it is comes before whom the first sentence happens to name.
  const heading = sentences.find((s) => s.isTitle && s.named.some(isOrganization));
  const masthead = heading ? null : mastheadOf(text, item, g);
  const subject = masthead
    ? [{entity: masthead, span: {start: item.span.start, end: item.span.start}, inner: false, rule: "masthead"}]
    : (opening.map((s) => s.named.filter(isOrganization)).find((named) => named.length > 0) ?? []);
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
    house: points.size > 0 ? houseOf(text, item, g) : null,
  };
}

// A point of a digest has nobody from another: only what its headings name.
const isPoint = (s: Sentence, {points}: Scene) => points.has(s.paragraph);

/** The entities of one event: its own words first, then its sentence, then what goes on about it, then the item's subject. */
export function participants(
  text: string,
  item: Item,
  h: Happening,
  scene: Scene,
  g: Gazetteer,
): {who: Participants; sources: Sentence[]; rules: string[]} {
  const {sentences} = scene;
  const rules: string[] = [];
  const first = h.sentences[0];
  // «на прошлогодней встрече»: the sentence is about the meeting of today, its names are the speaker's.
  const former = h.date !== null && h.when === null;
  const names: Named[] = former ? h.stretch.named.filter((n) => n.entity.kind === "topic") : [...h.stretch.named];
  const sources = [...h.sentences];
  const hasActor = (list: readonly Named[]) =>
    list.some((n) => n.entity.kind === "organization" || n.entity.kind === "country" || n.entity.kind === "place");
  // A programme's sentence may be about anything; of its names only the organisations are the programme's.
  if (first && !former && !hasActor(names) && h.stretch !== first && !h.rules.includes("listed-operation"))
    names.push(
      ...first.named.filter(
        (n) =>
          (h.type !== "strategy" && !h.rules.some((r) => r === "stage" || r === "elliptic")) ||
          n.entity.kind === "organization" ||
          n.entity.kind === "topic",
      ),
    );
  if (first && h.rules.includes("elliptic") && !names.some(isOrganization)) names.push(...first.named.filter(isOrganization));
  // The heading and the lead tell the same event; a heading adds no country to an event that names its own.
  const placed = names.some((n) => n.entity.kind === "country");
  for (const s of h.sentences.slice(1))
    names.push(
      ...s.named.filter(
        (n) =>
          (!(s.isTitle && n.entity.kind === "country" && placed) && !scene.own.has(s.index)) ||
          n.entity.kind === "organization" ||
          n.entity.kind === "topic",
      ),
    );
  // … but «Кыргызстан и Россия провели переговоры» over «делегация встретилась в Москве» names both who met.
  if (first && gathered.has(h.type) && !former && (scene.places.get(h) === 0 || h.sentences.some((s) => s.isTitle))) {
    const own = new Set(statesOf(names));
    const heading = new Set(statesOf(scene.states));
    if (heading.size >= 2 && [...heading].some((id) => own.has(id))) names.push(...scene.states);
  }
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  // Who tells the press of an operation or exercise took no part in it by that.
  if (gathered.has(h.type) && h.type !== "meeting") {
    const aside = h.sentences.flatMap((s) => spoken(text, s));
    const telling = names.filter((n) => n.entity.kind === "person" && aside.some((a) => contains(a, n.span)));
    for (const n of telling) names.splice(names.indexOf(n), 1);
  }
  if (first)
    for (const s of following(text, first, h, scene)) {
      const aside = spoken(text, s);
      names.push(
        ...s.named.filter(
          (n) => n.entity.kind !== "operation" && n.entity.kind !== "topic" && !aside.some((a) => contains(a, n.span)),
        ),
      );
      sources.push(s);
      rules.push("goes-on");
    }
  // A known operation has its organisation on its own page; a plan adopted in its own sentence belongs to those who adopted it.
  const adopted =
    h.type === "strategy"
      ? nearby(scene, h).find((o) => o !== h && o.type === "agreement" && o.sentences[0] === first)
      : undefined;
  // «… на 2016–2018 годы, которую приняла страна»: whose programme it is.
  if (
    h.type === "strategy" &&
    first &&
    /^,\s*(?:which|that|котор)/iu.test(text.slice(h.stretch.span.end, h.stretch.span.end + 10))
  )
    names.push(
      ...first.named.filter(
        (n) => n.entity.kind === "country" && n.span.start >= h.stretch.span.end && n.span.start < h.stretch.span.end + 60,
      ),
    );
  // «вылетает в Бишкек, где 12 ноября запланировано заседание»
  if (first && !former && /^[\s,]*(?:где|where)(?!\p{L})/iu.test(words)) {
    const at = first.named.findLast((n) => n.entity.kind === "place" && n.span.end <= h.stretch.span.start);
    if (at && /^[\s,]*$/.test(text.slice(at.span.end, h.stretch.span.start))) names.push(at);
  }
  // «Сотрудники … изъяли 213 кг. Операция «…» шла …»: who brought about its results, told just before.
  if (first && !former && h.operation) {
    const from = Math.min(...h.sentences.map((s) => (s.isTitle ? first.index : s.index)), first.index - 1);
    for (const s of sentences.slice(Math.max(0, from), first.index))
      if (
        s.paragraph === first.paragraph &&
        !scene.telling.has(s.index) &&
        !s.dates.some((d) => d.role === "event") &&
        s.clues.some((c) => c.class === "act" && c.type === "operation")
      )
        names.push(...s.named.filter((n) => n.entity.kind === "country" || n.entity.kind === "place"));
  }
  // «Соглашение подписано в Москве. Оно вступило в силу 21 декабря»: the parties are those of the sentence before.
  const paper = first ? sentences[first.index - 1] : undefined;
  if (paper && first?.paragraph === paper.paragraph && h.type === "agreement" && !hasActor(names) && inForce.test(words))
    names.push(...paper.named.filter((n) => n.entity.kind !== "person" && n.entity.kind !== "operation"));
  if (first && !former) {
    const sharing = countedSides(words, h, scene, names, g);
    names.push(...sharing);
    if (sharing.length) rules.push("counted-sides");
  }
  if (adopted && !names.some(isActor)) names.push(...adopted.stretch.named.filter(isOrganization));
  if (first && inheriting.has(h.type) && !h.operation?.organization) {
    const own = names.filter(
      (n) => isActor(n) || (n.entity.kind === "place" && h.type === "meeting" && inSeries.test(words.slice(0, 80))),
    );
    const organizations = new Set(own.flatMap((n) => (n.entity.kind === "organization" ? [n.entity.parent ?? n.entity.id] : [])));
    const amongThem = among.test(words);
    const before = sentences[first.index - 1];
    // «Россия вышла из него в 2000-м. 15 апреля 1994 года главы правительств заключили …»: other parties, another year.
    const otherYear =
      h.type === "agreement" &&
      h.date !== null &&
      before?.dates.some((d) => d.role !== "name" && d.edtf !== null && !compatible(d.edtf, h.when)) === true &&
      !/^вступ/.test(h.verb?.word.form ?? "");
    // A gathering with a day of its own has guests of its own.
    const apart =
      h.date !== null && (h.type === "training" || h.type === "exercise" || h.type === "meeting" || h.type === "operation");
    const near =
      before && before.paragraph === first.paragraph && hasActor(before.named) && !amongThem && !former ? before.named : [];
    // «двусторонний протокол между МВД Кыргызстана и Узбекистана»: theirs alone.
    const bilateral = amongThem && statesOf(own).length >= 2 && h.type === "agreement";
    const lent: readonly Named[] =
      bilateral || (amongStates.test(text.slice(first.span.start, first.span.end)) && !own.length) || isNational(text, h, first)
        ? []
        : own.length === 0 && sides.test(words) && distinct(scene.states) >= 2
          ? scene.states
          : own.length === 0 || amongThem
            ? near.length && !own.length
              ? near
              : subjectOf(scene, h)
            : together(words, organizations, scene);
    // «Следующий саммит состоится в Самарканде»: another of the same series, so of the same organisation.
    const series = !organizations.size && !lent.length && inSeries.test(words.slice(0, 80)) ? seriesOf(h, scene) : [];
    names.push(...series);
    // Countries are lent with the scene they met in; who meets elsewhere meets without them.
    const elsewhere = h.type === "strategy" || names.some((n) => n.entity.kind === "place");
    // Who exercised together held no operation together by that.
    const [lender] = lent;
    const ofAnother =
      h.operation !== null &&
      !amongThem &&
      lender !== undefined &&
      ![...scene.opening, ...sentences.slice(0, 60), ...(before ? [before] : [])].some(
        (s) => s.named.includes(lender) && s.named.some((n) => n.entity === h.operation),
      );
    const alone = lent === near && near.some((n) => n.entity.kind === "organization");
    const actors = lent.filter(
      (n) =>
        (n.entity.kind === "organization" && lent !== near) ||
        (n.entity.kind === "country" &&
          !elsewhere &&
          !alone &&
          !nextOne.test(words.slice(0, 80)) &&
          !(h.type !== "operation" && h.status !== "ongoing" && another.test(words.slice(0, 80))) &&
          !(lent === near && (apart || otherYear)) &&
          !ofAnother &&
          !(lent === near && countsThem.test(words))),
    );
    names.push(...actors);
    if (actors.length) rules.push("from-subject");
  }
  if (first && !former && !h.operation?.organization && !names.some((n) => n.entity.kind === "organization")) {
    const carried = carriedOrganizations(text, first, h, scene);
    names.push(...carried);
    if (carried.length) rules.push("carried-subject");
  }
  if (
    first &&
    !former &&
    !h.operation?.countries.length &&
    !names.some((n) => n.entity.kind === "country" || n.entity.kind === "place")
  ) {
    const city = sameCityBefore(text, h, first, sentences, scene.opening);
    const countries = city.length ? city : unnamedCountry(text, h, first, sentences, g);
    names.push(...countries);
    if (countries.length) rules.push("unnamed-country");
  }
  const who = collect(text, item, h, names, g);
  if (first && scene.house && isPoint(first, scene) && !who.countries.includes(scene.house.id)) {
    who.countries.push(scene.house.id);
    rules.push("own-report");
  }
  return {who, sources, rules};
}

const inForce = /^[\s«"]*(?:он|она|оно|документ|соглашение|договор|протокол|конвенция|it)\s+(?:\p{L}+\s+)?(?:вступ|entered)/iu;

// What states do among themselves, and the founding of something else, is no act of the organisation told about.
const amongStates =
  /(?<!\p{L})(?:между\s+правительств\p{L}*|правительств\p{L}*\s+\p{Lu}\p{L}+\s+и|межправительственн\p{L}*|establishing\s+\p{Lu}{2,}|(?:о\s+создании|об\s+учреждении)\s+\p{Lu}{2,})(?!\p{L})/u;
// What a state's own courts, parliament and police do is theirs, whoever the item is about.
const national =
  /(?<!\p{L})(?:(?:национальн|республиканск)\p{L}*\s+(?:план|программ|стратеги|концепци)\p{L}*|закон(?:а|у|ом|е|ы)?|законопроект\p{L}*|парламент(?:а|у|ом|е|арии)?|депутат\p{L}*|палат[аыеу]|сенат\p{L}*|кабинет\p{L}*\s+министров|суд(?:а|ом|е)?|приговор\p{L}*|осужд[её]н\p{L}*|уголовн\p{L}*\s+дел\p{L}*|порядок\s+въезда)(?!\p{L})/iu;
const crime = /^(?:задерж|арест|изъя|ликвидир|пресе(?:к|ч))/;

function isNational(text: string, h: Happening, first: Sentence): boolean {
  if (h.operation) return false;
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  if (national.test(words) && (h.type === "agreement" || h.type === "strategy" || h.type === "other"))
    return !/модельн/iu.test(words);
  return (
    h.type === "operation" &&
    h.verb !== null &&
    crime.test(h.verb.word.form) &&
    !first.clues.some((c) => c.class === "noun" && c.type === "operation")
  );
}

const among = /(?<!\p{L})(?:наш(?:их|ими)|(?:двух|трех|трёх|четырех|четырёх|пяти|много)сторонн\p{L}*)(?!\p{L})/iu;
const sides = /(?<!\p{L})(?:стороны|сторонами|the sides|both sides)(?!\p{L})/iu;
const both =
  /(?<!\p{L})(?:(?:двух|обеих)\s+(?:\p{L}+\s+)?(?:организаци|структур|объединени)\p{L}*|(?:two|both)\s+(?:organi[sz]ations|bodies))(?!\p{L})/iu;

const counts: [RegExp, number][] = [
  [/^(?:обе|обеих|обеими|обоих|двух|двумя|две|both|two)$/iu, 2],
  [/^(?:тр[её]х|три|three)$/iu, 3],
  [/^(?:четыр[её]х|четыре|four)$/iu, 4],
  [/^(?:пяти|пять|five)$/iu, 5],
];
const counted =
  /(?<!\p{L})(обе|обеих|обеими|обоих|двух|двумя|две|тр[её]х|три|четыр[её]х|четыре|пяти|пять|both|two|three|four|five)\s+(?:\p{L}+\s+)?(?:стран|государств|республик|столиц|сторон|countries|states|republics|capitals|sides)/iu;

// «Главы ведомств этих стран»
const theseStates = /(?<!\p{L})(?:этих|тех\s+же|these)\s+(?:стран|государств|республик|countries|states)(?!\p{L})/iu;

/** «Полицейские двух стран», «обе стороны»: as many states as the heading, or the sentence last before, names. */
function countedSides(words: string, h: Happening, {sentences, opening}: Scene, own: readonly Named[], g: Gazetteer): Named[] {
  const said = counted.exec(words)?.[1];
  const many = said === undefined ? undefined : counts.find(([word]) => word.test(said))?.[1];
  const first = h.sentences[0];
  const these = many === undefined && theseStates.test(words);
  if (!first || (many === undefined && !these)) return [];
  const before = [
    ...sentences.slice(Math.max(0, first.index - 4), first.index).reverse(),
    ...opening.filter((s) => s.isTitle && s.index < first.index),
  ];
  const named = new Set(statesOf(own));
  for (const s of before) {
    const states = statesOf(s.named);
    if (states.length < 2) continue;
    if ((!these && states.length !== many) || [...named].some((id) => !states.includes(id))) return [];
    const [at] = s.named;
    return states.flatMap((id) => {
      const entity = g.entities.get(`country/${id}`);
      return at && entity && !named.has(id) ? [{...at, entity, rule: "counted-sides"}] : [];
    });
  }
  return [];
}

// The states named, and those of the places named, each once.
const statesOf = (named: readonly Named[]): string[] => [
  ...new Set(
    named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : entity.kind === "place" ? entity.countries : [])),
  ),
];

/** The organisations an event is of when its own words name none: those named last in its paragraph, else the item's subject. */
function carriedOrganizations(text: string, first: Sentence, h: Happening, scene: Scene): readonly Named[] {
  const words = text.slice(first.span.start, first.span.end);
  if (amongStates.test(words) || isNational(text, h, first)) return [];
  // «Россия и Казахстан подписали протокол» on the margins of an organisation's meeting: theirs alone.
  if (h.type === "agreement" && h.verb && signing.test(h.verb.word.form) && statesOf(h.stretch.named).length === 2) return [];
  // «белорусско-украинская отработка»: the two states' own.
  if (gathered.has(h.type) && bilateral.test(text.slice(h.stretch.span.start, h.stretch.span.end))) return [];
  // A fact of its own about a country or a place is not the organisation's: «теракты в Москве».
  const ownCountry = h.stretch.named.some((n) => n.entity.kind === "country" || n.entity.kind === "place");
  if (h.type === "other" && ownCountry && !h.isMain && !joining.test(words) && !alike.test(words)) return [];
  const {sentences} = scene;
  if (both.test(words)) {
    const before = sentences
      .slice(Math.max(0, first.index - 6), first.index)
      .flatMap((s) => s.named.filter(isOrganization))
      .reverse();
    return [...new Map(before.map((n) => [n.entity.parent ?? n.entity.id, n])).values()].slice(0, 2);
  }
  // «Наших стран», «в четырёхстороннем формате»: states among themselves.
  if (among.test(words)) return [];
  // «Комету открыли А. и Б.»: people did it by themselves.
  if (h.type === "other" && h.stretch.named.some((n) => n.entity.kind === "person")) return [];
  for (let i = first.index - 1; i >= 0 && i >= first.index - 3; i--) {
    const s = sentences[i];
    if (!s || s.paragraph !== first.paragraph) break;
    const named = s.named.filter(isOrganization);
    const [front] = named;
    if (!front) continue;
    // Whose item it is stays in charge; another takes over only at the head of a sentence: «ШОС провела …».
    const ours = named.filter((n) => scene.subject.some((o) => idOf(o) === idOf(n)));
    if (ours.length) return ours;
    // Three organisations are a list of partners.
    if (new Set(named.map(idOf)).size > 2) return [];
    if (!scene.subject.length || front.span.start - s.span.start < 20) return named;
    break;
  }
  return isPoint(first, scene) ? [...scene.heads].flatMap((s) => s.named.filter(isOrganization)) : scene.subject;
}

// «ПРОТОКОЛ | заседания Совета … СНГ»: a heading of several lines; a sentence ends in its stop.
const isHeadLine = (text: string, s: Sentence) => !/[.!?…:;][»"”)]?\s*$/u.test(text.slice(s.span.start, s.span.end));

const bilateral =
  /(?<!\p{L})(?:белорус|росси|украин|казах|кыргыз|киргиз|таджик|узбек|туркмен|армян|азербайджан|молдав|афган|китай)\p{L}*о-\p{L}+ск(?:ая|ое|ие|ий|ой|ого|ую|их)(?!\p{L})/iu;
const signing = /^(?:подпис|ратифиц|заключ|парафир|signed|concluded|ratified)/;

// «Подобный праздник», «такие же занятия»: the same people held them elsewhere; the guest is the one told of.
const alike = /(?<!\p{L})(?:аналогичн\p{L}*|подобн\p{L}*|так(?:ой|ая|ое|ие)\s+же|гость|гостья|similar)(?!\p{L})/iu;

const joining = /(?<!\p{L})(?:присоедин\p{L}*|вступ(?:ил|ят|ит)\p{L}*|joined|acceded)(?!\p{L})/iu;

const idOf = (n: Named) => n.entity.parent ?? n.entity.id;

const isOrganization = (n: Named) => n.entity.kind === "organization";

// «шесть стран», «главы семи государств»: as many as then took part, not those the sentence before names.
const countsThem = /(?<!\p{L})(?:две|три|четыре|пять|шесть|семь|восемь|девять|\d+)\s+(?:стран|государств|countries|states)/iu;

// «Следующий этап», «предыдущее заседание»: who came to this one says nothing of that one.
const nextOne =
  /(?<!\p{L})(?:следующ|предыдущ)\p{L}*|(?<!\p{L})(?:перв|втор|трет|четв[её]рт|заключительн)\p{L}*\s+(?:этап|фаз)|(?<!\p{L})(?:next|previous)\s/iu;
// «Первое такое учение», «a similar workshop»
const another = /(?<!\p{L})(?:(?:аналогичн|подобн)\p{L}*|так(?:ое|ая|ой|ие)(?:\s+же)?|similar)\s/iu;

const inSeries =
  /(?<!\p{L})(?:(?:следующ|очередн|предыдущ|аналогичн|подобн)\p{L}*|(?:перв|втор|трет|четв[её]рт|заключительн)\p{L}*\s+(?:этап|фаз)\p{L}*|так(?:ое|ая|ой|ие)(?:\s+же)?\s|similar\s|(?:саммит|заседани|сесси|встреч|учени|форум)\p{L}*\s+(?:организации|объединения|союза|блока))(?!\p{L})/iu;

// The happenings told beside one.
function nearby({happenings, places}: Scene, h: Happening): readonly Happening[] {
  const at = places.get(h) ?? 0;
  return happenings.slice(Math.max(0, at - 20), at + 20);
}

// The organisations of the event told before, of the same kind.
function seriesOf(h: Happening, scene: Scene): Named[] {
  const {happenings, places} = scene;
  if (h.sentences[0] && isPoint(h.sentences[0], scene)) return [];
  const organizations = (o: Happening) => o.sentences.flatMap((s) => s.named).filter((n) => n.entity.kind === "organization");
  const at = places.get(h) ?? 0;
  const others = happenings.slice(Math.max(0, at - 20), at + 20).filter((o) => o !== h && organizations(o).length > 0);
  const told = others.filter((o) => (o.sentences[0]?.index ?? 0) < (h.sentences[0]?.index ?? 0));
  const kin = told.findLast((o) => o.type === h.type) ?? told[told.length - 1] ?? others[0];
  return kin ? organizations(kin) : [];
}

const isActor = (n: Named) => n.entity.kind === "organization" || n.entity.kind === "country";

// «проведение совместных мероприятий» in an item about two bodies: both of them, though the sentence names one.
function together(words: string, own: ReadonlySet<string>, {opening}: Scene): Named[] {
  if (own.size !== 1 || !/(?<!\p{L})совместн/iu.test(words)) return [];
  const head = opening.slice(0, -1).flatMap((s) => s.named);
  const partners = head.filter((n) => n.entity.kind === "organization");
  const ids = new Set(partners.map((n) => n.entity.parent ?? n.entity.id));
  return ids.size === 2 && [...own].every((id) => ids.has(id)) ? partners : [];
}

// «Делегации … рассмотрели …», «Представители шести стран: …»: who met, whatever they looked at.
const delegations = /^[^,.;]{0,40}(?<!\p{L})(?:делегаци|представител|участник|эксперт|delegation|representative|participant)/iu;
// «В работе совета участвовал …», «Приглашены были наблюдатели …»: said of a gathering even after its results.
const attendance =
  /(?<!\p{L})(?:в\s+(?:её|ее|его\s+)?(?:работе|заседании|встрече|сессии|совещании|конференции|саммите|форуме|мероприятии|учении|учениях|тренировке|операции|семинаре|тренинге|сборах|маневрах|манёврах)\s[^.]{0,80}?(?:участв|принял|принима)|приглашен|приглашён|наблюдател|присутствовал|с докладом|с докладами|attended|took part)/iu;
// «Об этом сообщил …»: who told of the event just before.
const aboutIt = /^[\s«"–—-]*об этом\s+(?:\p{L}+\s+){0,2}?(?:сообщ|рассказ|заяв|объяв|говор|отмет|уточн)\p{L}*/iu;
// Who came to what is over: «участвовали», «приняли участие»; nobody came yet to what is planned.
const came = /(?<!\p{L})(?:участвовал[аи]?|принял[аи]?\s+участие|присутствовал[аи]?|took part|attended)(?!\p{L})/iu;
const arrival = /(?<!\p{L})(?:прибы(?:л|ва)|приехал|развернул)/iu;
// Which way, from where: these states are passed, they take no part. Whose citizens were held counts.
const passive =
  /(?<!\p{L})(?:маршрут|транзит|ввоз|ввез|вывоз|вывез|поставл|переправ|контрабанд|трафик|экспорт|импорт|жител|погиб|беженц|route|smuggl)/iu;

const citizens = /(?<!\p{L})(?:граждан(?:е|ин|ка|ами|ина|ином)?|уроженц\p{L}*|citizens?|nationals?)(?!\p{L})/iu;

// «– Мы сотрудничаем с кыргызскими, таджикскими и узбекскими коллегами»: a speaker's words of partners.
const speech = /^\s*[–—-]|^\s*[«"“][^»"”]{40}|(?<!\p{L})(?:мы|нам|наш\p{L}*|we|our)(?!\p{L})/iu;

// «Тем временем в Армении и Иране идут протесты»
const meanwhile = /^[\s«"–—-]*(?:тем временем|между тем|в то же время|одновременно|meanwhile)(?!\p{L})/iu;

/** «Рота из Казахстана, горные стрелки Киргизии»: two states or more named in one breath are those who take part. */
function listsStates(text: string, s: Sentence): boolean {
  const words = text.slice(s.span.start, s.span.end);
  if (passive.test(words) || speech.test(words) || meanwhile.test(words)) return false;
  const states = s.named.filter((n) => n.entity.kind === "country");
  return states.some((n, i) => {
    const next = states[i + 1];
    return next !== undefined && /^[^.;:!?]{0,70}$/u.test(text.slice(n.span.end, next.span.start));
  });
}

// «Через год к нему присоединились …»: that was another time.
const later = /^[\s«"–—-]*(?:через|спустя|позже|позднее|впоследствии|later|(?:\p{L}+\s+)?years? later)(?!\p{L})/iu;

const isDay = (d: DateMention) => d.role !== "name" && d.edtf !== null && /-\d\d-\d\d/.test(d.edtf);

const gathered = new Set<EventType>(["meeting", "exercise", "operation", "training"]);

// «к розыгрышу активной фазы», «на первом этапе»: of whatever kind the event is.
const isStage = (c: Clue) => c.class === "noun" && /^(?:этап|фаз)/.test(c.word.form);

// «The course was delivered by …», «Занятия вели …»: the event's own noun opens the sentence, undated.
const isResumed = (s: Sentence, h: Happening) =>
  (h.type === "training" || h.type === "exercise") &&
  !s.dates.some((d) => d.role === "event") &&
  s.named.some((n) => isActor(n) || n.entity.kind === "place") &&
  s.clues.some((c) => c.class === "noun" && c.type === h.type && !c.governed && c.at - s.from <= 1);

// «В ходе встречи ее участники …», «На заседании …»
const returnsTo = (s: Sentence, h: Happening) =>
  h.type === "meeting" && s.clues.some((c) => c.class === "noun" && c.type === "meeting" && c.governed && c.at - s.from <= 2);

// The next sentences up to another event, while they go on about this one.
function following(text: string, first: Sentence, h: Happening, scene: Scene): Sentence[] {
  const {sentences, telling, kinds, programmeOnly} = scene;
  if ((h.rules.includes("told") && h.date === null) || h.rules.includes("attended") || h.type === "strategy") return [];
  // What follows a saying goes on about what was said.
  if (h.type === "statement") return [];
  const named = h.rules.includes("named-operation");
  const found: Sentence[] = [];
  let passed = false;
  let listing = false;
  // What the item is about may be gone back to a screen further on, if only to say who was there.
  const reach = named ? 3 : gathered.has(h.type) && scene.places.get(h) === 0 ? 16 : 6;
  for (let i = first.index + 1; i < Math.min(sentences.length, first.index + reach); i++) {
    const s = sentences[i];
    if (!s || (isPoint(first, scene) && s.paragraph !== first.paragraph)) break;
    if (h.sentences.includes(s)) continue;
    const words = text.slice(s.span.start, s.span.end);
    // «В заседании участвуют: – министр …; – министр …»
    if (listing && !telling.has(i) && isListLine(text, s)) {
      found.push(s);
      continue;
    }
    listing = false;
    if (later.test(words)) continue;
    // «В 1999-м Баку и Тбилиси отказались …»
    const [front] = s.dates;
    if (front?.role === "background" && front.edtf && front.span.start - s.span.start < 6 && !compatible(front.edtf, h.when))
      continue;
    // Dated otherwise, it tells of something else.
    if (s.dates.some((d) => isDay(d) && !compatible(d.edtf, h.when))) {
      if (telling.has(i) && !aboutIt.test(words)) passed = true;
      continue;
    }
    if (i >= first.index + 6 && !(attendance.test(words) && distinct(s.named.filter(isActor)) >= 2)) continue;
    // Who told of it was not there by that.
    if (aboutIt.test(words) && !telling.has(i)) continue;
    // What the gathering adopted may stand between: «В работе совета участвовали …» still goes back to it.
    if (telling.has(i) && !(h.type === "meeting" && delegations.test(words) && programmeOnly.has(i))) {
      const stage = s.clues.some(isStage);
      if ((!gathered.has(h.type) || (kinds.get(h.type)?.has(i) && !stage)) && !aboutIt.test(words)) break;
      passed = true;
      continue;
    }
    if (passed && !attendance.test(words) && !returnsTo(s, h)) continue;
    // After something else was told an operation or exercise is gone back to by its word: «В учении участвуют …».
    if (passed && h.type !== "meeting" && !s.clues.some((c) => c.class === "noun" && c.type === h.type)) continue;
    // Of an undated operation only its results follow: «в ходе мероприятия … изъято 7 тонн».
    if (
      named
        ? !/(?<!\p{L})(?:в ходе|в рамках|по итогам|в результате)(?!\p{L})/iu.test(words) || !/\d/.test(words)
        : !goesOn.test(words) &&
          !isResumed(s, h) &&
          !(h.type === "operation" && citizens.test(words)) &&
          (!gathered.has(h.type) || s.dates.some((d) => d.role === "event") || !listsStates(text, s))
    )
      continue;
    // «В ходе встречи ее участники …» goes on about a meeting, not about the plan told in between.
    const nouns = s.clues.filter((c) => c.class === "noun" && c.type !== "strategy" && c.type !== "agreement" && !isStage(c));
    if (nouns.length && !nouns.some((c) => c.type === h.type)) continue;
    if (
      h.status === "planned" &&
      (came.test(words) || s.clues.some((c) => c.status === "happened" && c.class !== "say")) &&
      !arrival.test(words)
    )
      continue;
    // A report is heard at a meeting.
    if (h.type !== "meeting" && h.type !== "training" && /(?<!\p{L})с докладо/iu.test(words)) continue;
    listing = words.trimEnd().endsWith(":");
    found.push(s);
  }
  return found;
}

const telling = "сообщ|отмет|рассказ|заяв|подчеркн|уточн|добав|поясн|напомн|said|told|noted";
const leading = new RegExp(`^[^,.;]{0,200}?(?<!\\p{L})(?:${telling})\\p{L}*[^,.;]{0,60},\\s*(?:что|that)`, "iu");
const trailing = new RegExp(`,\\s*[–—-]?\\s*(?:как\\s+)?(?:${telling}|пиш|переда)\\p{L}*[^.]*\\.?\\s*$`, "iu");

/** Who speaks in a sentence: «Глава казахстанского ведомства отметил, что …», «…, рассказали в МВД». The speaker took no part by that. */
function spoken(text: string, s: Sentence): Span[] {
  const words = text.slice(s.span.start, s.span.end);
  const spans: Span[] = [];
  const before = leading.exec(words);
  if (before) spans.push({start: s.span.start, end: s.span.start + before[0].length});
  const after = trailing.exec(words);
  if (after && !before) spans.push({start: s.span.start + after.index, end: s.span.end});
  return spans;
}

// Whom the item is about: its heading and first sentences where they name two or more; else the sentence that names most,
// one about the same kind of event before others.
function subjectOf(scene: Scene, h: Happening): Named[] {
  const actors = (s: Sentence) => s.named.filter((n) => n.entity.kind === "organization" || n.entity.kind === "country");
  const own = h.sentences[0]?.index;
  const point = h.sentences[0] !== undefined && isPoint(h.sentences[0], scene);
  const opening = point ? [...scene.heads] : scene.opening;
  const sentences = point ? [] : scene.sentences;
  for (const s of opening) if (s.index !== own && distinct(actors(s)) >= 2) return actors(s);
  let best: Named[] = [];
  let most = 0;
  for (const s of sentences.slice(0, 60)) {
    const named = actors(s);
    const score = distinct(named) + (named.length && s.clues.some((c) => c.class === "noun" && c.type === "meeting") ? 1.5 : 0);
    if (score > most) [best, most] = [named, score];
  }
  return best;
}

const distinct = (list: readonly Named[]) => new Set(list.map((n) => n.entity.id)).size;

function collect(text: string, item: Item, h: Happening, names: readonly Named[], g: Gazetteer): Participants {
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
  for (const n of free)
    if (n.entity.kind === "organization" && !(n.inner && n.entity.parent)) addOrganization(n.entity, roleOf(text, n, h));
  const operations = new Map<string, Entity>();
  if (h.about) operations.set(h.about.id, h.about);
  if (h.operation) operations.set(h.operation.id, h.operation);
  else if (h.type !== "operation" || h.stretch.named.some((n) => n.entity.kind === "operation"))
    for (const e of of("operation")) operations.set(e.id, e);
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
    if (owner && !organizations.size) addOrganization(owner);
  }
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

// A country that only gives a medium its name («телеканал «Россия 24»») or a distance («в 20 км от афганской границы»).
function isAside(text: string, n: Named): boolean {
  if (n.entity.kind !== "country") return false;
  const before = text.slice(Math.max(0, n.span.start - 50), n.span.start);
  const after = text.slice(n.span.end, n.span.end + 24);
  return (
    /(?:телеканал|канал|газет|агентств|журнал|радио|портал|издани|сайт|newspaper|channel)\p{L}*\s+(?:\p{L}+\s+){0,2}[«"“][^»"”\n]{0,20}$/iu.test(
      before,
    ) ||
    (/[«"“][^»"”\n]{0,12}$/u.test(before) && /^\s+(?:\d{1,2}|сегодня|today)[»"”]/iu.test(after)) ||
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
