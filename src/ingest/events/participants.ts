import {contains} from "../../model/span.ts";
import {type Item} from "../item.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {gathered, hasActor, isActor, isOrganization, statesOf} from "./actors.ts";
import {type Participants, collect} from "./collected.ts";
import {byCommonNoun} from "./common-noun.ts";
import {countedSides} from "./counted-sides.ts";
import {following} from "./following.ts";
import {type Happening} from "./happening.ts";
import {carriedOrganizations, inheriting, lentActors} from "./lent.ts";
import {sameCityBefore, unnamedCountry} from "./national.ts";
import {type Scene, isBeforeFounding, isPoint, nearby} from "./scene.ts";
import {type Sentence} from "./sentence.ts";
import {onlyTeller, spoken} from "./speakers.ts";

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
  const former = h.date?.rule === "year-adjective" && h.when === null;
  const names: Named[] = former ? h.stretch.named.filter((n) => n.entity.kind === "topic") : [...h.stretch.named];
  const sources = [...h.sentences];
  // «Первый этап начался в январе, второй прошёл в Астрахани»: where the other was held.
  const ofAnother = (n: Named) =>
    n.entity.kind === "place" &&
    n.span.start >= h.stretch.span.end &&
    nearby(scene, h).some((o) => o !== h && o.sentences[0] === first && o.stretch !== first && contains(o.stretch.span, n.span));
  // A programme's sentence may be about anything; of its names only the organisations are the programme's.
  if (first && !former && !hasActor(names) && h.stretch !== first && !h.rules.includes("listed-operation"))
    names.push(
      ...first.named.filter(
        (n) =>
          (!ofAnother(n) && h.type !== "strategy" && !h.rules.some((r) => r === "stage" || r === "elliptic")) ||
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
          (!(s.isTitle && n.entity.kind === "country" && placed) && !scene.own.has(s.index) && s !== h.naming) ||
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
  const nobody = !names.some(isActor);
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
  // «Тогда же утверждено Положение»: then, and there.
  if (first && (h.date?.rule === "same-time" || h.rules.includes("same-then")) && !names.some((n) => n.entity.kind === "place")) {
    const then = nearby(scene, h).findLast(
      (o) =>
        o !== h && o.when === h.when && o.sentences[0]?.index === first.index - 1 && o.sentences[0].paragraph === first.paragraph,
    );
    if (then && !statesOf(names).length) names.push(...(then.sentences[0]?.named ?? []).filter((n) => n.entity.kind === "place"));
  }
  // «Проект стартовал 1 сентября» after «по проекту МОМ отремонтировали»: whose project it is.
  if (
    first &&
    /^проект$|^программа$/.test(h.subject?.word.form ?? "") &&
    h.subject?.at === first.from &&
    !h.stretch.named.some(isOrganization)
  )
    for (const s of sentences.slice(Math.max(0, first.index - 3), first.index)) {
      const owners = s.named.filter(
        (n) => isOrganization(n) && /(?:проект|программ)\p{L}{0,3}\s+$/iu.test(text.slice(n.span.start - 14, n.span.start)),
      );
      names.push(...owners);
    }
  // «Она охватит Казахстан и Кыргызстан и продлится до 2027 года»: where a programme runs.
  if (
    first &&
    h.rules.includes("programme-continued") &&
    /(?<!\p{L})охва[тч]/iu.test(text.slice(first.span.start, first.span.end))
  )
    names.push(...first.named.filter((n) => n.entity.kind === "country"));
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
  if (first && !former && h.type === "agreement" && thePaper.test(words)) names.push(...partiesBefore(h, first, scene, names));
  if (first && !former && !names.some(isOrganization) && goesOnAboutPaper(h, words))
    names.push(...ownersBefore(text, h, first, scene));
  if (first && !former && h.type === "agreement" && h.rules.some((r) => r === "told" || r === "main") && signedThere.test(words))
    names.push(...whoMetBefore(h, first, scene, names));
  if (first && !former) {
    const sharing = countedSides(text, h, scene, names, g);
    names.push(...sharing);
    if (sharing.length) rules.push("counted-sides");
  }
  if (first && !former && !names.some(isOrganization)) {
    const body = byCommonNoun(text, first, h, scene);
    names.push(...body);
    if (body.length) rules.push("common-noun");
  }
  if (adopted && !names.some(isActor)) names.push(...adopted.stretch.named.filter(isOrganization));
  if (first && inheriting.has(h.type) && !h.operation?.organization) {
    const lent = lentActors(text, first, h, scene, names, former);
    // «Сам совет соберётся в октябре. Примет участие и МОМ»: guests come to somebody, whom the sentence before them leaves out.
    const hosts =
      nobody && !rules.includes("common-noun") && gathered.has(h.type) && names.some(isOrganization) && !lent.actors.length
        ? lentActors(
            text,
            first,
            h,
            scene,
            names.filter((n) => !isActor(n)),
            former,
          ).actors.filter(isOrganization)
        : [];
    names.push(...[...lent.series, ...lent.actors, ...hosts].filter((n) => !isBeforeFounding(h.when, n, scene)));
    if (lent.actors.length + hosts.length) rules.push("from-subject");
  }
  // Guests alone came to somebody, and partners alone did it together with somebody.
  const bodies = names.filter(isOrganization);
  const guestsOnly =
    (gathered.has(h.type) && bodies.every((n) => isGuest(text, n, h))) ||
    (!statesOf(names).length && bodies.every((n) => isPartner(text, n, h)));
  if (first && !former && !h.operation?.organization && (guestsOnly || !names.some(isOrganization))) {
    const carried = carriedOrganizations(text, first, h, scene).filter((n) => !isBeforeFounding(h.when, n, scene));
    names.push(...carried);
    if (carried.length) rules.push("carried-subject");
  }
  // A meeting names who met; an arrest is nobody's operation.
  const isNamed = h.type !== "meeting" && gathered.has(h.type) && (h.subject !== null || h.operation !== null);
  if (first && !former && isNamed && !h.operation?.organization && !names.some(isOrganization))
    names.push(...onlyTeller(text, sentences));
  if (
    first &&
    !former &&
    !h.operation?.countries.length &&
    !names.some((n) => n.entity.kind === "country" || n.entity.kind === "place")
  ) {
    const city = sameCityBefore(text, h, first, sentences, scene.opening);
    const countries = city.length ? city : unnamedCountry(text, h, first, sentences, g, scene.house);
    names.push(...countries);
    if (countries.length) rules.push("unnamed-country");
  }
  const who = collect(text, item, h, names, g);
  const own = first && (isPoint(first, scene) || withOthers(text, h, first) || (!who.countries.length && byHouse.test(words)));
  if (own && scene.house && !who.countries.includes(scene.house.id)) {
    who.countries.push(scene.house.id);
    rules.push("own-report");
  }
  return {who, sources, rules};
}

// «представителя МОМ пригласили», «с участием ОБСЕ»: guests, who come to somebody.
const isGuest = (text: string, n: Named, h: Happening) =>
  isOrganization(n) &&
  (/\((?:совместно|вместе)\sс(?:о)?\s[^()]{0,40}$|(?<!\p{L})(?:с участием|при участии|приглас\p{L}+|приглаш\p{L}+|наблюдател\p{L}+)\s[^.;:]{0,60}$/iu.test(
    text.slice(Math.max(h.stretch.span.start, n.span.start - 80), n.span.start),
  ) ||
    /^[^.;:,]{0,20}(?<!\p{L})(?:приглас(?:или|ят)|приглаш[её]н|присутств|наблюда)\p{L}*/iu.test(
      text.slice(n.span.end, Math.min(n.span.end + 40, h.stretch.span.end)),
    ));

// «вместе с МОМ провели семинар», «меморандум с УНП ООН продлён»: the other side, which the words do not name.
const isPartner = (text: string, n: Named, h: Happening) =>
  /(?<!\p{L})(?:(?:совместн\p{L}+|вместе|во взаимодействии|в партн[её]рстве|в сотрудничестве|together|jointly|in partnership)|(?:меморандум|соглашени|договор|протокол|документ|memorandum|agreement)\p{L}*(?: о \p{L}+)?)\s(?:со?|with)\s(?:\p{L}+\s){0,2}[«"(]?$/iu.test(
    text.slice(Math.max(h.stretch.span.start, n.span.start - 80), n.span.start),
  );

// «Совместно с пограничниками Казахстана проведена операция»: who reports it on its own page was the other side.
const withOthers = (text: string, h: Happening, first: Sentence) =>
  h.status === "happened" &&
  (gathered.has(h.type) || h.type === "other") &&
  !h.stretch.named.some((n) => isOrganization(n) && !n.inner && n.span.start - first.span.start < 20) &&
  /(?<!\p{L})(?:(?:совместно|вместе|во взаимодействии)\s+с|взаимодействия\s+с)(?!\p{L})/iu.test(
    text.slice(h.stretch.span.start, h.stretch.span.end),
  );

// «Управление приняло участие в операции»: whose page it is.
const byHouse =
  /(?<!\p{L})(?:[Уу]правлени|[Мм]инистерств|[Вв]едомств|[Дд]епартамент|[Сс]лужб|[Кк]омитет|[Пп]олици|[Мм]илици)(?:е|о|а|я|ом|ем|ой|ей|ам|ами)?(?=\s\p{Ll})(?!\s(?:министр|глав|секретар|национальн|по\s))/u;

const inForce = /^[\s«"]*(?:он|она|оно|документ|соглашение|договор|протокол|конвенция|it)\s+(?:\p{L}+\s+)?(?:вступ|entered)/iu;

// «Документ подписан в Астане», «Соглашение заработает …»: the paper told of before.
const thePaper =
  /(?:^|,\s)[\s«"]*(?:(?:этот|сам|новый|данный)\s+)?(?:документ|соглашение|договор|протокол|меморандум|он|оно)\s+(?:\p{L}+\s+){0,2}?(?:подпис|вступ|заработа|действ|рассчитан|ратифиц|парафир|заключ|signed)/iu;

// «Первыми его ратифицировали …», «Документ передали на согласование», «Сенат рассмотрит документ»: what becomes of the paper told of.
const goesOnAboutPaper = (h: Happening, words: string): boolean =>
  (h.type === "agreement" || h.type === "meeting" || h.type === "other") &&
  (thePaper.test(words) ||
    /(?<!\p{L})(?:документ(?:а|у|ом)?|(?:эт|данн)\p{L}+\s(?:соглашени|договор|протокол|конвенци|меморандум)\p{L}*)(?!\p{L})(?!\s(?:о|об|по|между|«))/iu.test(
      words,
    ) ||
    (h.type === "agreement" && /(?<!\p{L})(?:его|е[её])\s(?:\p{L}+\s){0,2}(?:ратифиц|подпис|одобр)/iu.test(words)));

/** Sentences a paper is still the one spoken of. */
const reach = 6;

/** The organisations whose paper was told of before: those its own agreement or programme names. */
function ownersBefore(text: string, h: Happening, first: Sentence, scene: Scene): Named[] {
  const told = (o: Happening) => first.index - (o.sentences[0]?.index ?? first.index);
  const before = nearby(scene, h).filter((o) => told(o) > 0 && told(o) <= reach);
  for (const o of before.reverse()) {
    const owners = o.type === "agreement" || o.type === "strategy" ? o.stretch.named.filter(isOrganization) : [];
    if (owners.length) return owners;
    // «Документ подписан в Москве. … Первыми его ратифицировали …»: still the same paper.
    if (!goesOnAboutPaper(o, text.slice(o.stretch.span.start, o.stretch.span.end))) return [];
  }
  return [];
}

// «По итогам встречи подписан меморандум», «Между университетами заключён договор»: theirs who met or came just before.
const signedThere =
  /^[\s«"–—-]*(?:(?:по\s(?:итогам|результатам|окончании|завершении)|в\s(?:ходе|завершение|результате))\s|между\s\p{Ll}+(?:ами|ями)\s|(?:был[аои]?\s)?(?:также\s)?(?:подписан|заключ[её]н)[аоы]?\s)/iu;

function whoMetBefore(h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  if (names.some(isActor)) return [];
  const before = nearby(scene, h).findLast((o) => {
    const back = first.index - (o.sentences[0]?.index ?? first.index);
    return (
      back > 0 &&
      back <= 2 &&
      o.stretch.named.some(isActor) &&
      (gathered.has(o.type) || /^(?:посетил|прибыл)/.test(o.verb?.word.form ?? ""))
    );
  });
  return before ? before.stretch.named.filter((n) => isActor(n) && n.entity.kind !== "person") : [];
}

/** The two states whose paper was told of before, for a sentence that goes on about «документ» and names at most a place. */
function partiesBefore(h: Happening, first: Sentence, scene: Scene, names: readonly Named[]): Named[] {
  if (names.some(isActor)) return [];
  const sides = (o: Happening) => o.stretch.named.filter((n) => n.entity.kind === "country");
  const before = nearby(scene, h).findLast((o) => {
    const back = first.index - (o.sentences[0]?.index ?? first.index);
    return o.type === "agreement" && back > 0 && back <= 4 && statesOf(sides(o)).length === 2;
  });
  return before ? sides(before) : [];
}
