// Heads of event phrases by declension: what a form's ending becomes in the nominative of the same number.
const heads: {stem: RegExp; one: string; many: string; gender: "m" | "f" | "n"}[] = [
  {
    stem: /^(.*(?:операци|стратеги|концепци|конференци|сесси|деклараци|конвенци|консультаци|церемони|комисси|коллеги))/,
    one: "я",
    many: "и",
    gender: "f",
  },
  {stem: /^(.*(?:встреч|тренировк|стажировк|выставк))/, one: "а", many: "и", gender: "f"},
  {stem: /^(.*(?:программ|фаз))/, one: "а", many: "ы", gender: "f"},
  {
    stem: /^(.*(?:соглашени|заседани|заняти|совещани|мероприяти|учени|решени|подписани|обучени|постановлени|открыти|создани|образовани|основани|учреждени|приняти|формировани))/,
    one: "е",
    many: "я",
    gender: "n",
  },
  {
    stem: /^(.*(?:меморандум|план|договор|протокол|устав|саммит|форум|семинар|сбор|рейд|визит|проект|курс|съезд|закон|законопроект|тренинг|пленум|брифинг|теракт|этап|выбор|маневр|переговор|чемпионат|конгресс|симпозиум|совет|комитет))/,
    one: "",
    many: "ы",
    gender: "m",
  },
];

/** The phrase with its head and the adjectives before it in the nominative; unchanged when it is not one we know. */
export function nominativePhrase(phrase: string, head: string, verb: string | null): string {
  const tokens = phrase.split(" ");
  const at = tokens.findIndex((t) => fold(t.replace(/[^\p{L}]+$/u, "")) === head);
  if (at < 0) return phrase;
  // «ПРОГРАММА | сотрудничества …»: the heading's capitals are its own.
  const raw = shouted.test(tokens[at] ?? "")
    ? (tokens[at] ?? "").charAt(0) + (tokens[at] ?? "").slice(1).toLowerCase()
    : (tokens[at] ?? "");
  const word = raw.replace(/[^\p{L}]+$/u, "");
  const kind = heads.find((h) => h.stem.test(fold(word)));
  if (!kind) return phrase;
  const stem = word.slice(0, kind.stem.exec(fold(word))?.[1]?.length ?? word.length);
  const ending = fold(word).slice(stem.length);
  const before = tokens.slice(0, at);
  // «проведены операции», «пройдут учения»: the verb says how many.
  const plural =
    isPlural(ending, before, kind.gender) ||
    (verb !== null && /(?:ны|ты|ли|лись|ут|ют|ат|ят|утся|ются|ятся)$/.test(verb) && /^(?:и|я|ы)$/.test(ending));
  tokens[at] = stem + (plural ? kind.many : kind.one) + raw.slice(word.length);
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] ?? "";
    const changed = adjectiveTo(token, plural ? "p" : kind.gender);
    if (changed === null) break;
    tokens[i] = changed;
  }
  return tokens.join(" ");
}

const shouted = /^\p{Lu}{4,}$/u;

// Adjectives that are stressed on the ending: «второй», «очередной», «областной».
const stressed =
  /(?:^втор|^шест|^седьм|^восьм|очередн|областн|^прост|^молод|^жил|^больш|^проводн|^миров|^делов|^передов|^рядов|^боев|^полев)$/;

const fold = (s: string) => s.toLowerCase().replaceAll("ё", "е");

function isPlural(ending: string, before: string[], gender: "m" | "f" | "n"): boolean {
  if (/^(?:ям|ями|ях|ам|ами|ах|ов)$/.test(ending)) return true;
  if (gender !== "m" && ending === "й") return true;
  if (gender === "f" && ending === "") return true;
  if (gender === "n" && ending === "я" && /(?:ые|ие)$/.test(fold(before[before.length - 1] ?? ""))) return true;
  // «операции», «заседания», «планы» may be either: the adjective in front says which.
  const adjective = fold(before[before.length - 1] ?? "");
  if (/(?:ые|ие|ых|их|ым|им|ыми|ими)$/.test(adjective) && /^(?:и|я|ы)$/.test(ending)) return true;
  return gender === "m" && ending === "ы";
}

// An adjective's nominative by gender, or null for a word that is none.
function adjectiveTo(token: string, gender: "m" | "f" | "n" | "p"): string | null {
  if (/^[IVXLC]+$/.test(token)) return token;
  const figure = /^(\d+)-\p{L}{1,2}$/u.exec(token)?.[1];
  if (figure) return `${figure}-${{m: "й", f: "я", n: "е", p: "е"}[gender]}`;
  const m = /^([а-яё-]*?[а-яё]{2})(ого|ому|ым|ом|ой|ую|ая|ое|ые|ых|ыми|ый|его|ему|им|ем|ей|юю|яя|ее|ие|их|ими|ий)$/iu.exec(token);
  if (!m) return null;
  const [, base = "", ending = ""] = m;
  const last = base.charAt(base.length - 1);
  if (/^так$|^друг$/.test(fold(base))) return base + {m: "ой", f: "ая", n: "ое", p: "ие"}[gender];
  if (/[кгх]/.test(last)) return base + {m: "ий", f: "ая", n: "ое", p: "ие"}[gender];
  if (/[жшчщ]/.test(last)) return base + {m: "ий", f: "ая", n: "ее", p: "ие"}[gender];
  const soft = /^(?:его|ему|им|ем|ей|юю|яя|ее|ие|их|ими|ий)$/.test(ending);
  if (stressed.test(fold(base)) && !soft) return base + {m: "ой", f: "ая", n: "ое", p: "ые"}[gender];
  return base + (soft ? {m: "ий", f: "яя", n: "ее", p: "ие"} : {m: "ый", f: "ая", n: "ое", p: "ые"})[gender];
}
