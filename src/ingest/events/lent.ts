import {type Named} from "../names/read.ts";
import {compatible} from "../same-event.ts";
import {distinct, gathered, hasActor, idOf, isActor, isOrganization, speaksOfIt, statesOf} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {type Scene, isPoint} from "./scene.ts";
import {type Sentence} from "./sentence.ts";
import {namesGuests} from "./speakers.ts";
import {amongStates, isNational} from "./states-own.ts";

/** Kinds of events that may have their people from the item. */
export const inheriting = new Set(["agreement", "meeting", "training", "strategy", "operation", "exercise"]);

const among = /(?<!\p{L})(?:наш(?:их|ими)|(?:двух|трех|трёх|четырех|четырёх|пяти|много)сторонн\p{L}*)(?!\p{L})/iu;

const sides = /(?<!\p{L})(?:стороны|сторонами|the sides|both sides)(?!\p{L})/iu;

// «По итогам встречи подписан План …»: a paper of those who met.
const afterMeeting =
  /^[\s«"–—-]*(?:по\s(?:итогам|результатам)|в\sходе|в\sзавершение|после)\s(?:(?:двусторонн|эт)\p{L}+\s)?(?:встреч|переговор|визит|бесед|консультаци)\p{L}*/iu;

const both =
  /(?<!\p{L})(?:(?:двух|двумя|обе|обеих|обеими)\s+(?:\p{L}+\s+)?(?:организаци|структур|объединени)\p{L}*|(?:two|both)\s+(?:organi[sz]ations|bodies))(?!\p{L})/iu;

const bilateral =
  /(?<!\p{L})(?:белорус|росси|украин|казах|кыргыз|киргиз|таджик|узбек|туркмен|армян|азербайджан|молдав|афган|китай)\p{L}*о-\p{L}+ск(?:ая|ое|ие|ий|ой|ого|ую|их)(?!\p{L})/iu;

const betweenTwo =
  /(?<!\p{L})(?:(?:двусторонн\p{L}*|обменял\p{L}*|bilateral)(?!\p{L})|между \p{Lu}\p{L}+(?:ом|ем|ой|ей) и \p{Lu})/u;
const ofTwo = /(?<!\p{L})(?:(?:двух|обеих) (?:стран|государств|республик)|(?:two|both) (?:countries|states))(?!\p{L})/iu;

const signing = /^(?:подпис|ратифиц|заключ|парафир|signed|concluded|ratified)/;

// «Подобный праздник», «такие же занятия»: the same people held them elsewhere; the guest is the one told of.
const alike = /(?<!\p{L})(?:аналогичн\p{L}*|подобн\p{L}*|так(?:ой|ая|ое|ие)\s+же|гость|гостья|similar)(?!\p{L})/iu;

// «Он состоялся под Балыкчи», «второй прошёл в Астрахани»: one of what the organisation held.
const oneOfThem =
  /^[\s,«"]*(?:(?:а|и|но)\s+)?(?:он|она|оно|они|перв|втор|трет|четв[её]рт|последн|предыдущ|следующ)\p{L}*[,\s]\s*(?:[^.;]{0,40}\s)?(?:состоя[лв]|состоит|прош|пройд|заверш|начал|стартовал|held)/iu;

// «Завтра в Оше состоится торжественное закрытие», «активная фаза начнётся 5 мая»: of what the item is about, or of nothing.
const ofTheSame =
  /(?<!\p{L})(?:закрыти|открыти|церемони|построени|розыгрыш|(?:активн|заключительн|основн)\p{L}+\s(?:фаз|стади|част))\p{L}*(?!\p{L})(?!\s+(?:\p{Ll}+(?:ой|ого|их|ых)\s+)?(?:центр|курс|пункт|выставк|школ|лаборатори|памятник|границ|офис|посольств))/iu;

// Whoever enters, leaves or leads an organisation does so to the one told of: «Узбекистан приостановил членство».
const joining =
  /(?<!\p{L})(?:присоедин\p{L}*|примкну\p{L}*|вступ(?:ил|ят|ит)\p{L}*|член(?:ом|ами|ство|ства|стве)|председательств\p{L}*|статус\p{L}*\s+(?:наблюдател|партн[её]р)\p{L}*|вышл[аи]\s+из|вышел\s+из|покинул[аи]?|joined|acceded|membership)(?!\p{L})/iu;

// «шесть стран», «главы семи государств»: as many as then took part, not those the sentence before names.
const countsThem = /(?<!\p{L})(?:две|три|четыре|пять|шесть|семь|восемь|девять|\d+)\s+(?:стран|государств|countries|states)/iu;

// «Следующий этап», «предыдущее заседание»: who came to this one says nothing of that one.
const nextOne =
  /(?<!\p{L})(?:следующ|предыдущ)\p{L}*|(?<!\p{L})(?:перв|втор|трет|четв[её]рт|заключительн)\p{L}*\s+(?:этап|фаз)|(?<!\p{L})(?:next|previous)\s/iu;

// «Первое такое учение», «a similar workshop»
const another = /(?<!\p{L})(?:(?:аналогичн|подобн)\p{L}*|так(?:ое|ая|ой|ие)(?:\s+же)?|similar)\s/iu;

const inSeries =
  /(?<!\p{L})(?:(?:следующ|очередн|предыдущ|аналогичн|подобн)\p{L}*|(?:перв|втор|трет|четв[её]рт|заключительн)\p{L}*\s+(?:этап|фаз)\p{L}*|так(?:ое|ая|ой|ие)(?:\s+же)?\s|similar\s|(?:саммит|заседани|сесси|встреч|учени|форум)\p{L}*\s+(?:организации|объединения|союза|блока))(?!\p{L})/iu;

/** Whom an event that names nobody of its own, or «our» and «joint», has from the item: its subject, the sentence before, its series. */
export function lentActors(
  text: string,
  first: Sentence,
  h: Happening,
  scene: Scene,
  names: readonly Named[],
  former: boolean,
): {series: readonly Named[]; actors: readonly Named[]} {
  const {sentences} = scene;
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  if (both.test(words) && !names.some(isActor)) return {series: [], actors: lastTwo(first, scene)};
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
  const asMet = afterMeeting.test(text.slice(first.span.start, first.span.end)) && distinct(scene.states) >= 2;
  const lent: readonly Named[] =
    bilateral || (amongStates.test(text.slice(first.span.start, first.span.end)) && !own.length) || isNational(text, h, first)
      ? []
      : own.length === 0 && (asMet || (sides.test(words) && distinct(scene.states) >= 2))
        ? scene.states
        : own.length === 0 || amongThem
          ? near.length && !own.length
            ? before && namesGuests(text, before)
              ? []
              : near
            : subjectOf(text, scene, h)
          : together(words, organizations, scene);
  // «Следующий саммит состоится в Самарканде»: another of the same series, so of the same organisation.
  const series = !organizations.size && !lent.length && inSeries.test(words.slice(0, 80)) ? seriesOf(h, scene) : [];
  // Countries are lent with the scene they met in; who meets elsewhere meets without them.
  const elsewhere = (h.type === "strategy" && !asMet) || [...names, ...series].some((n) => n.entity.kind === "place");
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
        // A paper or an operation has parties of its own, whoever the item is about; «аналогичные операции» have the same.
        (h.type === "meeting" || lent === near || lent === scene.states || h.rules.includes("alike")) &&
        // «во исполнение Соглашения от 25 ноября 2005 года»: those who speak of a paper today need not be its parties.
        !h.rules.includes("cited") &&
        !alone &&
        !nextOne.test(words.slice(0, 80)) &&
        !(h.type !== "operation" && h.status !== "ongoing" && another.test(words.slice(0, 80))) &&
        !(lent === near && (apart || otherYear)) &&
        !ofAnother &&
        !(lent === near && countsThem.test(words))),
  );
  return {series, actors};
}

/** «Обе организации», «между двумя организациями»: those named last. */
function lastTwo(first: Sentence, {sentences}: Scene): Named[] {
  const before = sentences
    .slice(Math.max(0, first.index - 6), first.index)
    .flatMap((s) => s.named.filter(isOrganization))
    .reverse();
  const last = [...new Map(before.map((n) => [idOf(n), n])).values()].slice(0, 2);
  return last.sort((a, b) => a.span.start - b.span.start);
}

const withOneState = (text: string, {stretch: {named}}: Happening): boolean =>
  statesOf(named).length === 1 &&
  named.some((n) => n.entity.kind === "country" && /(?<!\p{L})со?\s$/iu.test(text.slice(n.span.start - 3, n.span.start)));

// «…, но с 1 июня запустила»: a clause without a subject, up to its verb.
const goesOnActing =
  /^[\s,]*(?:(?:а|но|и|а также|однако|and|but)\s+)?(?:(?:(?:с|в|во|на|к|до|by|in|on|from|since)\s|\d)[\p{L}\d\s.–-]{1,40}?\s)?(?:\p{L}+[аеиоуыяё]л[аои]?(?:сь)?|(?:про)?в[её]л[аои]?|launched|opened|held)(?!\p{L})/iu;

/** The organisations an event is of when its own words name none: those named last in its paragraph, else the item's subject. */
export function carriedOrganizations(text: string, first: Sentence, h: Happening, scene: Scene): readonly Named[] {
  const words = text.slice(first.span.start, first.span.end);
  if (amongStates.test(words) || isNational(text, h, first)) return [];
  // «Россия и Казахстан подписали протокол» on the margins of an organisation's meeting: theirs alone.
  if (h.type === "agreement" && h.verb && signing.test(h.verb.word.form) && statesOf(h.stretch.named).length === 2) return [];
  // «Соглашение с Казахстаном было подписано ещё в 2002 году»: of the two sides alone.
  if (h.type === "agreement" && h.date?.role === "background" && withOneState(text, h)) return [];
  // «белорусско-украинская отработка»: the two states' own.
  if (gathered.has(h.type) && bilateral.test(text.slice(h.stretch.span.start, h.stretch.span.end))) return [];
  // «Погранслужбы Киргизии и Китая обменялись опытом», «на границе двух стран»: theirs as well.
  const acting = statesOf(h.stretch.named).length;
  const own = text.slice(h.stretch.span.start, h.stretch.span.end);
  if ((acting === 2 && betweenTwo.test(own)) || (acting <= 2 && ofTwo.test(own))) return [];
  // «МОМ отменила семинар, но с 1 июня запустила курс»: whoever opens the sentence goes on acting.
  const [head] = first.named.filter((n) => n.entity.kind !== "topic");
  const acts = head && isOrganization(head) && head.span.start - first.span.start < 3 && head.span.end <= h.stretch.span.start;
  if (acts && goesOnActing.test(text.slice(h.stretch.span.start, h.stretch.span.end))) return [head];
  // A fact of its own about a country or a place is not the organisation's: «теракты в Москве».
  const stretch = text.slice(h.stretch.span.start, h.stretch.span.end);
  const ownCountry = h.stretch.named.some((n) => n.entity.kind === "country" || n.entity.kind === "place");
  if (
    (h.type === "other" || h.type === "statement") &&
    ownCountry &&
    !h.isMain &&
    !joining.test(words) &&
    !alike.test(words) &&
    !speaksOfIt(words) &&
    !oneOfThem.test(stretch) &&
    !ofTheSame.test(stretch)
  )
    return [];
  const {sentences} = scene;
  if (both.test(words)) return lastTwo(first, scene);
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
    if (namesGuests(text, s)) continue;
    if (!scene.subject.length || front.span.start - s.span.start < 20) return named;
    break;
  }
  if (!isPoint(first, scene)) return scene.subject;
  const heads = [...scene.heads].flatMap((s) => s.named.filter(isOrganization));
  // Whose page it is stands above every point of it.
  return heads.length ? heads : scene.subject.filter((n) => n.rule === "masthead");
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

// «проведение совместных мероприятий» in an item about two bodies: both of them, though the sentence names one.
function together(words: string, own: ReadonlySet<string>, {opening}: Scene): Named[] {
  if (own.size !== 1 || !/(?<!\p{L})совместн/iu.test(words)) return [];
  const head = opening.slice(0, -1).flatMap((s) => s.named);
  const partners = head.filter((n) => n.entity.kind === "organization");
  const ids = new Set(partners.map((n) => n.entity.parent ?? n.entity.id));
  return ids.size === 2 && [...own].every((id) => ids.has(id)) ? partners : [];
}

// Whom the item is about: its heading and first sentences where they name two or more; else the sentence that names most,
// one about the same kind of event before others.
function subjectOf(text: string, scene: Scene, h: Happening): Named[] {
  const actors = (s: Sentence) => s.named.filter((n) => n.entity.kind === "organization" || n.entity.kind === "country");
  const own = h.sentences[0]?.index;
  const point = h.sentences[0] !== undefined && isPoint(h.sentences[0], scene);
  const opening = point ? [...scene.heads] : scene.opening;
  const sentences = point ? [] : scene.sentences;
  for (const s of opening)
    if (s.index !== own && distinct(actors(s)) >= 2 && (s.isTitle || !namesGuests(text, s))) return actors(s);
  let best: Named[] = [];
  let most = 0;
  let guests = false;
  for (const s of sentences.slice(0, 60)) {
    const named = actors(s);
    const score = distinct(named) + (named.length && s.clues.some((c) => c.class === "noun" && c.type === "meeting") ? 1.5 : 0);
    if (score <= most || (guests && s.index > (own ?? 0))) continue;
    // «Присутствовали наблюдатели из …»: whoever they are, it is not about them, nor about whom is named below the event.
    if (namesGuests(text, s)) guests = true;
    else [best, most] = [named, score];
  }
  return best;
}
