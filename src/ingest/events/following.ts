import {type DateMention} from "../../model/mention.ts";
import {compatible} from "../same-event.ts";
import {distinct, gathered, isActor, isOrganization} from "./actors.ts";
import {type Clue} from "./clues.ts";
import {type Happening} from "./happening.ts";
import {isListLine} from "./programmes.ts";
import {type Scene, isLasting, isPoint} from "./scene.ts";
import {type Sentence} from "./sentence.ts";
import {namesGuests, tellsAboutIt} from "./speakers.ts";

// Sentences after an event that go on about it: who came, who watched, what came of it.
const goesOn =
  /(?<!\p{L})(?:участв\p{L}*|участи(?:е|я|ем)|участник\p{L}*|наблюда\p{L}*|присутств\p{L}*|поддерж\p{L}*|присоедин\p{L}*|организатор\p{L}*|организован[аоы]?|при поддержке|финансир\p{L}*|координир\p{L}*|задейств\p{L}*|заняты|прислал\p{L}*|эксперт\p{L}*|действовал\p{L}*|выступ(?:ил|али)\p{L}*|представител\p{L}*|раскрыт\p{L}*|выведен\p{L}*|delegations?|representatives|делегаци\p{L}*|подключ\p{L}*|ожидаются|прибы(?:л|ва)\p{L}*|прибуд(?:ет|ут)|приехал\p{L}*|приед(?:ет|ут)|выставил\p{L}*|выстав(?:ит|ят)|слушател\p{L}*|команд[аы]|делятся|следи(?:л|т|ят)\p{L}*|примут|представ(?:ит|ят)|гост(?:и|ями)|представлен[аоы]?|представля(?:л|ю)\p{L}*|направил\p{L}*|направ(?:ит|ят)|съехал\p{L}*|собрал\p{L}*|привлека\p{L}*|привлечен\p{L}*|приглашен\p{L}*|приглас(?:ят|ит|ил[аио]?)|председательствовал[аи]?|охва(?:т|ч)\p{L}*|в работе|в ходе|за столом|в зале|на н[её]м|на ней|изъят\p{L}*|задержан\p{L}*|выявлен\p{L}*|подписи\s(?:под\s[^.,]{1,40}\s)?поставили|took part|attended|coordinated|supported|organi[sz]ed|participat\p{L}*|observers?)(?!\p{L})/iu;

// «Делегации … рассмотрели …», «Представители шести стран: …»: who met, whatever they looked at.
const delegations = /^[^,.;]{0,40}(?<!\p{L})(?:делегаци|представител|участник|эксперт|delegation|representative|participant)/iu;

// «В работе совета участвовал …», «Приглашены были наблюдатели …»: said of a gathering even after its results.
const attendance =
  /(?<!\p{L})(?:в\s+(?:её|ее|его\s+)?(?:работе|заседании|встрече|сессии|совещании|конференции|саммите|форуме|мероприятии|учении|учениях|тренировке|операции|семинаре|тренинге|сборах|маневрах|манёврах)\s[^.]{0,80}?(?:участв|принял|принима)|приглашен|приглашён|наблюдател|присутствовал|(?:в зале|за столом)\s+(?:были|собрались|работали|сидели)|с докладом|с докладами|attended|took part)/iu;

// «Среди участников саммита – президент России …», «Участниками семинара стали …»
const ofThoseWhoCame = /^[\s«"–—-]*(?:среди\sучастников|участниками)(?!\p{L})/iu;

// «Прибор закупило УНП ООН на средства США»: who paid for it.
const paid =
  /(?<!\p{L})(?:на\s+(?:средства|деньги)|за\s+сч[её]т|выделил[аио]?|выделен[аоы]?|закупил[аио]?|закуплен[аоы]?|оплатил[аио]?|оплачен[аоы]?|оплачива\p{L}*|профинансир\p{L}*)(?!\p{L})/iu;

// «Ещё 112 дел возбуждено в Казахстане», «48 задержанных переданы Узбекистану»: what an operation came to.
const results =
  /(?<!\p{L})(?:передан[аоы]?|возбужден[аоы]?|возбуждён|выдворен[аоы]?|депортирован[аоы]?|этапирован[аоы]?|доставлен[аоы]?|перекрыт[аоы]?|проверен[аоы]?|выдворил[аио]?|передал[аио]?)(?!\p{L})/iu;

// «Ещё одни учения пройдут в сентябре. Их проведут спецслужбы СНГ в Донецке»
const heldBy = /^[\s«"–—-]*(?:их|его|е[её])\s(?:пров[её]л|провод|провед|организ|устро|прим(?:ет|ут)|принима)/iu;

// «Мероприятие организовано МОМ при поддержке ОБСЕ», «Тренинг прошёл в рамках проекта»: the one just told of.
const wasHeld =
  /^[\s«"–—-]*(?:по\s(?:е[её]|его|их)\s(?:данным|словам),\s)?(?:(?:данн|эт)\p{L}{1,2}\s)?(?:мероприяти[ея]|форум|встреча|тренинг|семинар|курсы?|учени[ея]|конференция|занятия|упражнения)\s(?:был[аои]?\s)?(?:организован|провод|провед|прош)\p{L}*\s/iu;

// «Штаб работал в Тбилиси»: where an operation is led from it is held.
const staff =
  /(?<!\p{L})штаб\p{L}{0,2}\s+(?:(?:операции|учения)\s+|по\s[^.;,]{3,50}\s)?(?:был\s)?(?:работа|размещ|разв[её]р|находи|располаг|расположи|действ|дислоц)\p{L}*/iu;

// «Подписи под документами поставили …», «Такая договорённость достигнута в ходе заседания …»: the parties to a paper, and where.
const signatures =
  /^[\s«"–—-]*(?:(?:свои\s)?подписи\s(?:\p{L}+\s){0,3}поставил[аи]?|(?:так|эт|данн)(?:ая|ое|о|а)\s(?:договор[её]нность|решение|соглашение)\s(?:был[ао]\s)?(?:достигнут|принят|заключ[её]н)[ао]?\s(?:в ходе|во время|на|по итогам))(?!\p{L})/iu;

// «Целью операции было создать заслон вокруг Афганистана»: what it was for.
const aims =
  /^[^.;:]{0,110}(?<!\p{L})(?:цел|задач)(?:ь|ью|ями|и|а|ей|ами)\s(?:\p{L}+\s){0,3}?(?:был[аои]?|явля\p{L}+|стал[аои]?|ставил\p{L}*|[–—-])(?!\p{L})/iu;

// «Туркмения участвовать отказалась»: who stays away.
const staysAway =
  /(?<!\p{L})(?:отказал\p{L}*|воздержал\p{L}*|не\s+(?:\p{L}+\s+)?(?:участв\p{L}*|прислал\p{L}*|направил\p{L}*|назначил\p{L}*|приехал\p{L}*|прибыл\p{L}*))/iu;

// «решено о предоставлении ШОС статуса наблюдателя», «наделении ШОС статусом наблюдателя»: what was decided of it.
const givesStatus = /(?<!\p{L})(?:предоставл|присво|надел)\p{L}+\s[^.;:]{0,60}\sстатус\p{L}*(?!\p{L})/iu;

// «В ШОС входят Россия, Китай …», «Статус наблюдателей имеют …», «ОДКБ объединяет шесть государств»: who belongs to a body.
const membership =
  /(?<!\p{L})(?:вход(?:ят|ит)\s(?:(?:\d+|\p{Ll}+)\s(?:стран|государств)\p{L}*[\s:,–—-]{1,3})?\p{Lu}|объединяет\s(?:\p{Lu}|(?:\d+|\p{Ll}+)\s(?:стран|государств))|[Сс]татус\p{L}{0,2}\s(?:наблюдател|партн[её]р)\p{L}{1,3}\s(?:\p{Ll}+\s){0,3}(?:имеют|имеет|обладают|у\s)|(?:[Чч]ленами|[Уу]частниками|[Уу]частницами)\s[^.]{0,60}являются|являются\s(?:\p{Ll}+\s)?(?:членами|участниками|участницами)|(?:consists? of|comprises|unites)\s(?:\p{Lu}|\p{Ll}+\s(?:states|countries|members))|members?\s(?:of\s[^.]{0,40}|states?\s)?are\s\p{Lu})/u;

const ofOthers = /^[\s«"–—-]*(?:похож|аналогичн|подобн)\p{L}*\s|^[\s«"–—-]*так(?:ой|ая|ое|ие)\s+же\s/iu;

const inItsCourse = /(?<!\p{L})(?:в ходе|в рамках|по итогам|в результате)(?!\p{L})/iu;

// Who came to what is over: «участвовали», «приняли участие»; nobody came yet to what is planned.
const came = /(?<!\p{L})(?:участвовал[аи]?|принял[аи]?\s+участие|присутствовал[аи]?|took part|attended)(?!\p{L})/iu;

const arrival = /(?<!\p{L})(?:прибы(?:л|ва)|приехал|развернул)/iu;

// Which way, from where: these states are passed, they take no part. Whose citizens were held counts.
const passive =
  /(?<!\p{L})(?:маршрут|транзит|ввоз|ввез|вывоз|вывез|поставл|поступа|производи|изготов|переправ|контрабанд|трафик|экспорт|импорт|жител|погиб|беженц|route|smuggl)/iu;

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

const spoke = /(?<!\p{L})(?:с докладо|выступ)/iu;

const isDay = (d: DateMention) => d.role !== "name" && d.edtf !== null && /-\d\d-\d\d/.test(d.edtf);

// «к розыгрышу активной фазы», «на первом этапе»: of whatever kind the event is.
const isStage = (c: Clue) => c.class === "noun" && /^(?:этап|фаз)/.test(c.word.form);

// «В церемонии открытия приняли участие …»: of what was opened.
const isRite = (c: Clue) => c.class === "noun" && /^(?:церемони|открыти|закрыти|ceremony)/.test(c.word.form);

// «The course was delivered by …», «Занятия вели …»: the event's own noun opens the sentence, undated.
const isResumed = (s: Sentence, h: Happening) =>
  (h.type === "training" || h.type === "exercise") &&
  !s.dates.some((d) => d.role === "event") &&
  s.named.some((n) => isActor(n) || n.entity.kind === "place") &&
  s.clues.some((c) => c.class === "noun" && c.type === h.type && !c.governed && c.at - s.from <= 1);

// «В ходе встречи ее участники …», «На заседании …»
const returnsTo = (s: Sentence, h: Happening) =>
  h.type === "meeting" && s.clues.some((c) => c.class === "noun" && c.type === "meeting" && c.governed && c.at - s.from <= 2);

// «В нём приняли участие представители | 🇦🇿Азербайджана | 🇧🇾Белоруссии»: the list goes on below, a name a line.
const brokenOff =
  /(?<!\p{L})(?:представител|делегаци|руководител|эксперт|сотрудник|специалист|министр)(?:и|ы)\s*$|(?<!\p{L})(?:были|участвовали|участвуют|участие|присутствовали|присутствуют|собрались|приехали)\s*$/iu;
const opensWithName = (text: string, s: Sentence) =>
  s.named.some((n) => isActor(n) && !/\p{L}/u.test(text.slice(s.span.start, n.span.start))) &&
  !s.clues.some((c) => c.class !== "noun");

/** Sentences a paper's signatures stand below it at most. */
const signaturesBelow = 3;

const signedBy = (text: string, first: Sentence, h: Happening, {sentences}: Scene): Sentence[] =>
  sentences
    .slice(first.index + 1, first.index + 1 + signaturesBelow)
    .filter((s) => !h.sentences.includes(s) && signatures.test(text.slice(s.span.start, s.span.end)));

/** The next sentences up to another event, while they go on about this one. */
export function following(text: string, first: Sentence, h: Happening, scene: Scene): Sentence[] {
  const {sentences, telling, kinds, programmeOnly} = scene;
  // «Участники из Казахстана и России приняли итоговый документ»: those who met.
  const adoptedThere = (s: Sentence) => kinds.get("agreement")?.has(s.index) === true && !s.dates.some(isDay);
  if (h.rules.includes("attended") || h.type === "strategy" || isLasting(h)) return [];
  // What follows a saying goes on about what was said.
  if (h.type === "statement") return [];
  const named = h.rules.includes("named-operation");
  // What is told without a day may be over with its sentence: the very next one alone may say who came or paid.
  const inPassing =
    h.rules.includes("told") && h.date === null && !(gathered.has(h.type) && h.subject !== null && scene.places.get(h) === 0);
  const found: Sentence[] = [];
  let passed = false;
  // The paragraph in which an operation or an exercise was told since: who took part there took part in that.
  let others = -1;
  let listing = false;
  // Told further on, and nobody named for it.
  const aside = (scene.places.get(h) ?? 0) > 0 && h.operation === null && !h.stretch.named.some(isOrganization);
  // What the item is about may be gone back to a screen further on, if only to say who was there.
  const reach = inPassing ? 2 : named ? 3 : gathered.has(h.type) && scene.places.get(h) === 0 ? 16 : 6;
  if (h.type === "agreement") found.push(...signedBy(text, first, h, scene));
  for (let i = first.index + 1; i < Math.min(sentences.length, first.index + reach); i++) {
    const s = sentences[i];
    if (!s || ((isPoint(first, scene) || inPassing) && s.paragraph !== first.paragraph)) break;
    if (h.sentences.includes(s) || found.includes(s)) continue;
    const words = text.slice(s.span.start, s.span.end);
    // «В заседании участвуют: – министр …; – министр …»
    if (listing && !telling.has(i) && (isListLine(text, s) || opensWithName(text, s))) {
      found.push(s);
      continue;
    }
    listing = false;
    if (later.test(words) || (gathered.has(h.type) && aims.test(words))) continue;
    // «Похожий документ готовит и СНГ»: another's, of the same kind.
    if (ofOthers.test(words)) break;
    // Guests named in a paragraph of their own came to what the item is about, not to the stage told of last.
    if (aside && s.paragraph !== first.paragraph && namesGuests(text, s)) continue;
    // «В 1999-м Баку и Тбилиси отказались …»
    const [front] = s.dates;
    if (front?.role === "background" && front.edtf && front.span.start - s.span.start < 6 && !compatible(front.edtf, h.when))
      continue;
    if (h.type === "meeting" && (kinds.get("operation")?.has(i) || kinds.get("exercise")?.has(i))) others = s.paragraph;
    // Dated otherwise, it tells of something else.
    if (s.dates.some((d) => isDay(d) && !compatible(d.edtf, h.when))) {
      if (telling.has(i) && !tellsAboutIt(words)) passed = true;
      continue;
    }
    if (i >= first.index + 6 && !(attendance.test(words) && distinct(s.named.filter(isActor)) >= 2)) continue;
    // Who told of it was not there by that.
    if (tellsAboutIt(words) && !telling.has(i)) continue;
    if (i <= first.index + 3 && gathered.has(h.type) && !s.dates.some(isDay) && wasHeld.test(words)) {
      found.push(s);
      continue;
    }
    // What the gathering adopted may stand between: «В работе совета участвовали …» still goes back to it.
    if (telling.has(i) && !(h.type === "meeting" && delegations.test(words) && (programmeOnly.has(i) || adoptedThere(s)))) {
      const stage = s.clues.some(isStage);
      if ((!gathered.has(h.type) || (kinds.get(h.type)?.has(i) && !stage)) && !tellsAboutIt(words)) break;
      // A paper on its agenda, or that it carries out, does not end what is told of a gathering, nor does who told of it.
      passed ||= !(gathered.has(h.type) && programmeOnly.has(i)) && !tellsAboutIt(words);
      continue;
    }
    if (returnsTo(s, h)) others = -1;
    if (others === s.paragraph && !spoke.test(words)) continue;
    if (passed && !attendance.test(words) && !returnsTo(s, h)) continue;
    // After something else was told an operation or exercise is gone back to by its word: «В учении участвуют …».
    if (passed && h.type !== "meeting" && !s.clues.some((c) => c.class === "noun" && c.type === h.type)) continue;
    // Of an undated operation only its results follow, «в ходе мероприятия … изъято 7 тонн», and the states that took part.
    if (
      named
        ? !(goesOn.test(words) && listsStates(text, s)) && !(inItsCourse.test(words) && /\d/.test(words))
        : !goesOn.test(words) &&
          !isResumed(s, h) &&
          !paid.test(words) &&
          !(i === first.index + 1 && heldBy.test(words)) &&
          !(h.type === "operation" && (results.test(words) || staff.test(words))) &&
          !(h.type === "operation" && citizens.test(words)) &&
          (!gathered.has(h.type) || s.dates.some((d) => d.role === "event") || !listsStates(text, s))
    )
      continue;
    // What was seized is no part of a meeting that heard of it.
    if (h.type === "meeting" && s.clues.some((c) => c.class === "act" && c.type === "operation")) continue;
    // «В ходе встречи ее участники …» goes on about a meeting, not about the plan told in between.
    const nouns = s.clues.filter(
      (c) => c.class === "noun" && c.type !== "strategy" && c.type !== "agreement" && !isStage(c) && !isRite(c),
    );
    if (nouns.length && ((inPassing && !ofThoseWhoCame.test(words)) || !nouns.some((c) => c.type === h.type))) {
      // «В заседании участвуют …» after the operation told of: what follows is of the gathering.
      if (nouns.some((c) => gathered.has(c.type) && c.at - s.from <= 2)) passed = true;
      continue;
    }
    if (
      h.status === "planned" &&
      (came.test(words) || s.clues.some((c) => c.status === "happened" && c.class !== "say")) &&
      !arrival.test(words)
    )
      continue;
    // A report is heard at a meeting.
    if (h.type !== "meeting" && h.type !== "training" && /(?<!\p{L})с докладо/iu.test(words)) continue;
    if (staysAway.test(words) || membership.test(words) || givesStatus.test(words)) continue;
    listing = words.trimEnd().endsWith(":") || brokenOff.test(words);
    found.push(s);
  }
  return found;
}
