import {type DateMention} from "../../model/mention.ts";
import {type Clue} from "./clues.ts";
import {type Happening, judge, type Verdict} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

// What may stand for an event told before: a pronoun, the same noun again, or a word for its kind.
const pronouns = "он|она|оно|они|it";
const papers =
  "документ\\p{L}*|соглашение|меморандум|протокол|договор|декларация|заявление|план|подпис[иь]|подписание|the document|the signing";
const gatherings =
  "встреч[аи]|заседани[ея]|совещани[ея]|консультации|переговоры|беседа|саммит|форум|конференция|сессия|мероприяти[ея]|церемония(?:\\s(?:открытия|закрытия|подписания|передачи|вручения))?|передача|вручение|обучение|занятия|тренинг|семинар|курсы?|сборы?|учени[ея]|тренировка|манёвры|маневры|(?:спец)?операция|the (?:meeting|event|training|workshop|exercise|ceremony)";
// «Документ 10 июня подписан …», «Подписи под ним 14 июня поставили …», «Сама встреча прошла …»: nothing says which but the words before.
const opening = new RegExp(
  `^[\\s«"–—-]*(?:(?:сам[аио]?|эт[аои]|этот|данн(?:ый|ая|ое|ые)|соответствующ(?:ий|ая|ее|ие))\\s+)?(${pronouns}|${papers}|${gatherings})(?:\\s+под\\s+(?:ним|ней|документом|соглашением))?(?=[\\s,])`,
  "iu",
);
const inverted = /^[\s«"–—-]*(?:прош(?:ёл|ел|ла|ло|ли)|состоял(?:ся|ась|ось|ись)|проходил[аио]?)\s+(он|она|оно|они)(?!\p{L})/iu;
const holding =
  /(?<!\p{L})(?:состоял(?:ся|ась|ось|ись)|ид[её]т|идут|длится|длятся|продлится|продлятся|длил(?:ся|ась|ось|ись)|продолжал(?:ся|ась|ось|ись)|ш(?:ёл|ел|ла|ло|ли)|(?:заверш|законч)ил(?:ся|ась|ось|ись)|начал(?:ся|ась|ось|ись)|стартовал[аио]?|состо(?:ится|ятся)|прош(?:ёл|ел|ла|ло|ли)|пройд(?:ёт|ет|ут)|проход(?:ил[аио]?|ит|ят)|провел[аио]?|провёл|вел[аи]?|вёл|проводил\p{L}*|проведен[аоы]?|проведён|организован[аоы]?|назначен[аоы]?|запланирован[аоы]?|намечен[аоы]?|took place|takes place|was held|were held|will be held|ran)(?!\p{L})/iu;
const lasted = /^(?:дли[лт]|для|продл|продолжа|ш[её]л|шл|ид)/;
const signing =
  /(?<!\p{L})(?:подписал[аи]?|подписан[аоы]?|подпишут|заключ[её]н[аоы]?|заключили|поставил[аи]?|was signed|were signed)(?!\p{L})/iu;
const signed = /^(?:подпис|подпиш|заключ|скреп|signed|concluded)/;
const lawNext = /^\s(?:\p{Ll}+\s)?(?:закон|указ|постановлени|распоряжени)/iu;
const sitting = /^(?:заседани|совещани|сесси)/iu;
const adopts = /^(?:утвер|одобр|приня|согласова)/;
const met = /^(?:встрет|договор|переговор|совеща|обменял|met)/;
const meetingWord = /^(?:встреч|переговор|консультаци|бесед|совещани|the meeting)/iu;
const anyGathering = /^(?:мероприяти|церемони|занятия|the event|the ceremony)/iu;
const rite = /^(?:церемони|передач|вручени|the ceremony)/iu;
const handed = /^(?:переда|вручи|вручен|откры|подари|handed|donated|presented|opened)/;

const gathered = new Set(["meeting", "training", "exercise", "operation"]);

/**
 * «Главы МВД встретились в Ташкенте. Встреча прошла 10 июня»: a sentence whose subject is a pronoun or a word for the
 * event told just before says when that one was. The event keeps its own words and takes the date.
 */
export function resumed(text: string, h: Happening, sentences: readonly Sentence[], known: readonly Happening[]): Happening {
  const own = h.sentences[0];
  const {date} = h;
  if (!own || !date?.edtf || h.type === "strategy") return h;
  // «Она длилась пять дней»: of an operation its pronoun was enough.
  if (h.type === "operation" && h.rules.includes("by-pronoun") && lasted.test(h.verb?.word.form ?? "")) return h;
  const subject = subjectOf(text, own, date);
  if (!subject) return h;
  const pronoun = new RegExp(`^(?:${pronouns})$`, "iu").test(subject);
  for (let i = own.index - 1; i >= Math.max(0, own.index - (pronoun ? 1 : 2)); i--) {
    const before = sentences[i];
    if (!before || before.isTitle !== own.isTitle) return h;
    const told = antecedent(text, before, subject, pronoun);
    if (!told) continue;
    // What has a date of its own needs none, unless it is that of a clause on something else; a plan is not what took place.
    const inClause = (k: Happening) => k.rules.includes("clause") && k.type !== told.type;
    if (known.some((k) => k.sentences[0] === before && k.date?.edtf && k.type !== "strategy" && !inClause(k))) return h;
    if (told.verb && (told.status === "planned") !== (h.status === "planned")) return h;
    return {
      ...h,
      sentences: [before, own],
      stretch: before,
      subject: told.subject,
      verb: told.verb,
      type: told.type,
      operation:
        told.type === "operation" ? (before.named.find((n) => n.entity.kind === "operation")?.entity ?? h.operation) : null,
      rules: [...h.rules, "resumed"],
    };
  }
  return h;
}

// The word that opens the sentence and stands for an event, where nothing but a date and a verb of holding or signing follows it.
function subjectOf(text: string, s: Sentence, date: DateMention): string | null {
  const words = text.slice(s.span.start, s.span.end);
  const turned = inverted.exec(words)?.[1];
  if (turned) return turned;
  const m = opening.exec(words);
  if (!m?.[1]) return null;
  const at = [holding, signing].map((verb) => verb.exec(words)).find((v) => v !== null);
  if (!at || at.index < m[0].length) return null;
  // «Встреча министров прошла …», «Встреча в Минске прошла …» say which; a date in between does not.
  const between = withoutDate(words, m[0].length, at.index, s, date);
  return /^\s*(?:,[^,]{2,40},\s*)?(?:(?:был[аои]?|также|же|уже|и)\s*)?$/iu.test(between) ? m[1] : null;
}

function withoutDate(words: string, from: number, to: number, s: Sentence, date: DateMention): string {
  const start = date.span.start - s.span.start;
  const end = date.span.end - s.span.start;
  if (start < from || end > to) return words.slice(from, to);
  return words.slice(from, start).replace(/(?:^|\s)(?:в|во|с|on|in)\s*$/iu, " ") + words.slice(end, to);
}

// What the sentence before tells of that the word can stand for.
function antecedent(text: string, before: Sentence, subject: string, pronoun: boolean): Verdict | null {
  const said = judge(before, null);
  // «примет участие в рабочей встрече. Она назначена на 27 марта»
  if (pronoun && said?.rule === "noun" && said.subject && gathered.has(said.type) && before.clues.at(-1) === said.subject)
    return said;
  const visited = attendedIn(text, before);
  if (visited && !pronoun && (anyGathering.test(subject) || sameNoun(visited, subject)))
    return {type: visited.type, subject: visited, verb: null, status: null, strength: 2, rule: "noun"};
  if (!said?.verb || said.strength < 2) return null;
  const verb = said.verb.word.form;
  const paper = new RegExp(`^(?:${papers})$`, "iu").test(subject);
  if (paper) {
    // «Президент подписал Закон «О ратификации …». Соглашение подписали 14 октября»: another paper.
    const law = lawNext.test(text.slice(said.verb.word.end, before.span.end)) && !/^документ/iu.test(subject);
    return said.type === "agreement" && said.verb.class === "act" && signed.test(verb) && !law ? said : null;
  }
  // «Совет утвердил план. Заседание прошло 18 декабря»: where a body did so is its meeting.
  const seated = sitting.test(subject) && said.verb.class === "act" && adopts.test(verb);
  if (seated && before.named.some((n) => n.entity.kind === "organization")) return {...said, type: "meeting"};
  // «УНП ООН передало службе 12 автомобилей. Церемония прошла вчера», «подписан протокол. Церемония прошла во вторник»
  if (rite.test(subject) && said.verb.class === "act" && (said.type === "other" ? handed : signed).test(verb)) return said;
  if (!gathered.has(said.type)) return null;
  if (said.verb.class === "act") return said.type === "meeting" && met.test(verb) && meetingWord.test(subject) ? said : null;
  if (!said.subject) return null;
  if (pronoun || anyGathering.test(subject)) return said;
  return sameNoun(said.subject, subject) || (said.type === "training" && /^(?:обучение|занятия|the training)/iu.test(subject))
    ? said
    : null;
}

// «принял участие в 11-м заседании группы. Мероприятие проводилось с 28 по 30 сентября»: the gathering one went to.
const attendedIn = (text: string, {clues, span}: Sentence): Clue | undefined =>
  clues.find((c) => c.class === "noun" && gathered.has(c.type) && went.test(text.slice(span.start, c.word.start)));
const went = /(?<!\p{L})(?:участи[ея]\sво?|участв\p{L}+\sво?|выступил[аи]?\sна)\s[^,.;:]{0,50}$/iu;

const sameNoun = (noun: Clue, subject: string) =>
  noun.word.form.slice(0, 5) === subject.toLowerCase().replace(/^the /, "").replaceAll("ё", "е").slice(0, 5);
