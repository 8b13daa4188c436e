import {gathered, holdable} from "./actors.ts";
import {wentOnThere} from "./back-to-gathering.ts";
import {bare, type Happening, judge, type Verdict} from "./happening.ts";
import {type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

const ratifies = /^(?:ратифицирова|ratified)/;

// «Состоялось заседание», «подписан протокол»: the verb and the noun of its kind.
function heldOrSigned({type, strength, subject, verb}: Verdict, {clues}: Sentence): boolean {
  // The ceremony is that of the event it belongs to.
  if (strength < 3 || !subject || !verb || /^(?:церемони|ceremon)/.test(subject.word.form)) return false;
  if (type === "operation") return false;
  if (type === "strategy") return /^(?:одобр|утвер|приня|согласова)/.test(verb.word.form) && !subject.governed;
  return (
    verb.class === "hold" ||
    /^(?:подпи[сш]|ратифиц|заключ|продл|парафир|завизир|signed|ratified)/.test(verb.word.form) ||
    (/^(?:одобр|утвер|приня)/.test(verb.word.form) &&
      clues.some(
        (c) =>
          c.class === "noun" && !c.governed && /^(?:соглаш|протокол|деклар|заявлен|договор|меморанд|перечень)/.test(c.word.form),
      ))
  );
}

// «Эксперты МОМ обучили 120 таможенников», «УНП ООН передало пограничникам Кыргызстана собак», «в Оше открыт приют», «Молдова
// вышла из соглашения»: done by or with an organisation, and for or in a state.
function outright(text: string, {type, status, verb}: Verdict, {named, span}: Sentence): boolean {
  if (!verb || status !== "happened" || !named.some((n) => n.entity.kind === "organization")) return false;
  if (!named.some((n) => n.entity.kind === "country" || n.entity.kind === "place")) return false;
  if (type === "training") return verb.class === "act";
  if (handsOn.test(text.slice(span.start, span.end))) return false;
  return type === "other" && (done.test(verb.word.form) || membership.test(text.slice(span.start, span.end)));
}

// «Министр встретился с генеральным секретарём ОДКБ»: two sides that the words name.
const metWith = (text: string, {verb, status}: Verdict, {named, span}: Sentence): boolean =>
  status === "happened" &&
  /^встретил(?:ся|ась|ись)$/.test(verb?.word.form ?? "") &&
  named.some((n) => n.entity.kind === "organization") &&
  /^\s*(?:\p{L}+\s){0,3}со?\s/u.test(text.slice(verb?.word.end, span.end));

// «по тридцати адресам сведения передали коллегам»: what one tells another is the work of every day.
const handsOn =
  /(?<!\p{L})(?:сведени|информаци|данн|материал)\p{L}*\s+(?:\p{L}+\s+){0,2}передал|переда(?:л|н)\p{L}*\s+(?:\p{L}+\s+){0,1}(?:сведени|информаци|данн)/iu;
const membership = /(?<!\p{L})стал[аио]?\s+(?:\p{L}+\s+){0,2}(?:член|наблюдател)\p{L}*/iu;
const done = /^(?:переда(?:л|н)|вручил|вручен|откры|вышел|вышл|пере(?:шел|шл)|запущен|запустил|созда|учрежд|образован)/;

// Who adopts papers when no organisation is named beside.
const bodies =
  /(?<!\p{L})(?:члены\s\p{Lu}|руководители|министры|глав(?:ы|ами)\s|депутаты|парламентарии|делегации|президенты|лидеры|отдельным\sрешением|решением\s\p{Lu})/iu;

// «Принято заявление по …», «Утверждён план …»: of those who met, nobody else is named.
const opensDone =
  /^[\s«"–—-]*(?:(?:также|кроме того,?)\s)?(?:был[аои]?\s)?(?:также\s)?(?:принят|подписан|утвержд[её]н|одобрен|заключ[её]н|парафирован)[аоы]?\s(?!\p{L}+\s(?:президент|правительств|указ))/iu;

// «Совет утвердил план работы»: a body that sat just before, by its common noun.
const body =
  /^[\s«"–—-]*(?:Совет|Ассамблея|Комитет|Комиссия|Бюро|Коллегия|Парламентарии)\s(?:\p{Lu}\p{L}+\s)?(?:также\s)?(?:утверд|одобр|приня[лт])/u;

// «В рамках учений самолёты провели разведку»: what they held is another thing than what it was part of.
const holdsAnother = /^[\s«"–—-]*в\s(?:рамках|ходе)\s[^.;,]*(?<!\p{L})пров(?:ел[аи]?|[её]л|одил[аи]?|од[ия]т|ед[еу]т)(?!\p{L})/iu;

// «Там же начнётся учение «Эшелон»»
const sameSpot = /(?<!\p{L})(?:там|здесь)\sже(?!\p{L})/iu;

// «По итогам принята итоговая резолюция», «Участники приняли итоговый документ»
const finalPaper = (words: string, {verb}: Verdict): boolean =>
  verb !== null &&
  /^(?:приня[лт]|одобр|подпис)/.test(verb.word.form) &&
  /(?<!\p{L})(?:(?:итогов|совместн|заключительн)\p{L}+\s(?:документ|резолюци|заявлени|деклараци|коммюнике)|резолюци)\p{L}*/iu.test(
    words.slice(0, 200),
  );

// «Первыми его ратифицировали Беларусь и Армения»: of the paper told of before.
const ofThePaper = (words: string, {verb, subject}: Verdict): boolean =>
  subject === null &&
  verb !== null &&
  /^(?:ратифицировал|подписал)[аи]?$/.test(verb.word.form) &&
  /(?<!\p{L})(?:его|е[её]|их|документ)\s(?:\p{L}+\s){0,2}(?:ратифицировал|подписал)/iu.test(words);

const isVisit = (h: Happening) => h.date !== null && /^(?:посетил|прибыл)/.test(h.verb?.word.form ?? "");

// «Две страны подписали протокол» over a text that tells of the talks alone.
function signedInHeading(text: string, sentences: readonly Sentence[]): Happening[] {
  for (const sentence of sentences) {
    if (!sentence.isTitle || sentence.index > 3) continue;
    const said = judge(sentence, null);
    const states = new Set(sentence.named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : [])));
    if (said?.type !== "agreement" || !said.subject || states.size < 2 || !/^подписал[аи]?$/.test(said.verb?.word.form ?? ""))
      continue;
    const words = text.slice(sentence.span.start, sentence.span.end);
    return [bare(sentence, sentence, said, statusOf(words, said, null, null), ["told", said.rule])];
  }
  return [];
}

/** Sentences a gathering is still the one spoken of. */
const stillSpokenOf = 3;

/** Further on, an undated event must be said outright: it was held, it has a name of its kind, and somebody took part. */
export function toldEvents(text: string, sentences: readonly Sentence[], known: readonly Happening[]): Happening[] {
  const taken = new Set(known.flatMap((h) => h.sentences.map((s) => s.index)));
  const met = new Set(
    known.flatMap((h) => ((h.date && gathered.has(h.type)) || isVisit(h) ? h.sentences.map((s) => s.index) : [])),
  );
  const metBefore = (at: number) => [...Array(stillSpokenOf).keys()].some((k) => met.has(at - 1 - k));
  // «На сессии подписан протокол. … Принято заявление»: what was adopted there goes on.
  const adopted = (s: Sentence, words: string, {subject}: Verdict) =>
    (wentOnThere(words) || opensDone.test(words) || body.test(words)) && !subject?.governed && metBefore(s.index);
  const found: Happening[] = [];
  for (const sentence of sentences) {
    if (sentence.isTitle || taken.has(sentence.index)) continue;
    const said = judge(sentence, null);
    if (!said?.verb) continue;
    const words = text.slice(sentence.span.start, sentence.span.end);
    if (said.subject && said.subject.at < said.verb.at && holdsAnother.test(words)) continue;
    if (!(
      outright(text, said, sentence) ||
      metWith(text, said, sentence) ||
      heldOrSigned(said, sentence) ||
      ofThePaper(words, said) ||
      finalPaper(words, said)
    ))
      continue;
    // «В Бухаре прошло совещание», «Первое заседание принимала Украина»: where it was held does for who held it.
    const held = said.verb.class === "hold" && said.subject !== null && !said.subject.governed && holdable.has(said.type);
    const states = new Set(sentence.named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : [])));
    const someone =
      sentence.named.some(
        (n) => n.entity.kind === "organization" || (held && (n.entity.kind === "place" || n.entity.kind === "country")),
      ) ||
      (held && sameSpot.test(words)) ||
      (said.type === "agreement" && (states.size >= 2 || (states.size === 1 && ratifies.test(said.verb.word.form)))) ||
      /(?<!\p{L})(?:совместн|двусторонн|стороны|сторонами|участники|между\s\p{L}+(?:ами|ями)(?!\p{L}))/iu.test(words) ||
      bodies.test(words) ||
      adopted(sentence, words, said);
    if (!someone) continue;
    if (adopted(sentence, words, said)) met.add(sentence.index);
    // The approving of a programme is a decision where its period is another event; that of a plan always is.
    const decided = sentence.dates.some((d) => d.role === "period") || /^план|^plan/.test(said.subject?.word.form ?? "");
    const type = said.type === "strategy" && decided ? "agreement" : said.type;
    found.push(bare(sentence, sentence, {...said, type}, statusOf(words, said, null, null), ["told", said.rule]));
  }
  if (![...known, ...found].some((h) => h.type === "agreement")) found.push(...signedInHeading(text, sentences));
  return found;
}
