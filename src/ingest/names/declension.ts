import {type Case} from "./posts.ts";

export type Gender = "masculine" | "feminine";

/** One way to read a form of a name: its nominative, the cases it may stand in, and how sure we are of the nominative. */
export type Reading = {nominative: string; gender: Gender; cases: Case[]; known: boolean};

const oblique: Case[] = ["genitive", "dative", "accusative", "instrumental", "prepositional"];
const all: Case[] = ["nominative", ...oblique];

// First names settle what endings leave open: «Валерия Семерикова» is Валерий's genitive or a woman's nominative.
const masculine = new Set(
  `антониу гурген жак жан жером пьер франсуа джон джеймс майкл мартин томас питер петер уильям ричард роберт дэвид ханс ганс патрик янош улугмурод абдусалим хайрулло бейбут зейнал мухтар шахриёр
  александр алексей альберт анатолий андрей антон аркадий арсен артем артур ахмед азамат акылбек алмаз асет аскар ара армен абдусаттор
  бакыт бахтиер бахытжан бердымухамед богдан борис бауыржан булат вадим ваагн валентин валерий василий виктор виталий владимир владислав всеволод
  вячеслав геннадий георгий герман глеб григорий грант давид дамир даниил данияр деян денис дмитрий евгений егор ерлан ермек жанибек жээнбек закир
  заки златко иван игорь илья ильдар ильхам имангали ислам исмаил камчыбек касым-жомарт кайрат кирилл константин кубатбек кубанычбек кыялбек лев леонид
  максим малик марат марк махмуд михаил мурат мухаммад мухаммадали махмадамин нарендра никита николай никол нурлан нурсултан нурбек нурланбек
  олег олжас павел петр пулат рамазон рамазан рамиль рамиз рафаэль рашид ринат роман рустам ратмир рахмон сапар садыр сергей сирожиддин сооронбай
  сайфулло станислав степан султан сурен таалатбек тагир талгат тахир тигран тимур токтасын улан улугбек фарид федор феликс филипп хайдар хикматулла
  чингиз чынгыз шавкат шамиль шариф шерали эдуард эдвард эмомали эмиль эрик эрнест юрий юсуф якуб ян ярослав ярмухаммад`.split(
    /\s+/,
  ),
);
const feminine = new Set(
  `александра алла алина анастасия анна валентина валерия вера виктория галина дарья дина динара екатерина елена жанна зарина зухра инна ирина карина
  кристина ксения лариса лидия любовь людмила маргарита марина мария надежда наталья наталия нина ольга оксана полина раиса светлана софия софья
  тамара татьяна ульяна юлия яна гульнара айгуль жылдыз лилия эльвира мадина камила роза асель назгуль индира`.split(/\s+/),
);

/** Whether the word is a case form of a first name we know. */
export const isFirstName = (form: string): boolean => firstNameReadings(form).some((r) => r.known);

/** Ways to read a first name, lower case and ё folded to е. */
export function firstNameReadings(form: string): Reading[] {
  const found: Reading[] = [];
  const add = (nominative: string, gender: Gender, cases: Case[], known: boolean) =>
    found.push({nominative, gender, cases, known});
  for (const [nominative, gender, cases] of candidates(form)) {
    const known = (gender === "masculine" ? masculine : feminine).has(nominative);
    add(nominative, gender, cases, known);
  }
  if (masculine.has(form)) add(form, "masculine", /[оеиуыэю]$/.test(form) ? all : ["nominative"], true);
  if (feminine.has(form)) add(form, "feminine", /[^аяь]$/.test(form) ? all : ["nominative"], true);
  const known = found.filter((r) => r.known);
  if (known.length) return known;
  if (/[оеиуыэю]$/.test(form)) return [{nominative: form, gender: "masculine", cases: all, known: false}, ...found];
  const own: Reading[] = [
    {nominative: form, gender: /[ая]$/.test(form) ? "feminine" : "masculine", cases: ["nominative"], known: false},
  ];
  // A woman's name on a consonant never changes: «Бермет», «Гюзель» in any case.
  if (/[^аеиоуыэюя]$/.test(form)) own.push({nominative: form, gender: "feminine", cases: all, known: false});
  return [...own, ...found];
}

// Undo one case ending in every way the declensions allow.
function candidates(f: string): [string, Gender, Case[]][] {
  const out: [string, Gender, Case[]][] = [];
  const undo = (ending: string, put: string, gender: Gender, cases: Case[]) => {
    if (f.length > ending.length + 1 && f.endsWith(ending)) out.push([f.slice(0, -ending.length) + put, gender, cases]);
  };
  const m = "masculine";
  const w = "feminine";
  for (const [e, cases] of [
    ["а", ["genitive", "accusative"]],
    ["у", ["dative"]],
    ["ом", ["instrumental"]],
    ["ем", ["instrumental"]],
    ["е", ["prepositional"]],
  ] as [string, Case[]][])
    undo(e, "", m, cases);
  for (const put of ["й", "ь"]) {
    undo("я", put, m, ["genitive", "accusative"]);
    undo("ю", put, m, ["dative"]);
    undo("ем", put, m, ["instrumental"]);
    undo("е", put, m, ["prepositional"]);
  }
  undo("ии", "ий", m, ["prepositional"]);
  // Павел, Лев, Петр.
  if (/^павл/.test(f))
    for (const [e, c] of [
      ["а", "genitive"],
      ["у", "dative"],
      ["ом", "instrumental"],
      ["е", "prepositional"],
    ] as [string, Case][])
      if (f === "павл" + e) out.push(["павел", m, [c]]);
  if (/^льв/.test(f))
    for (const [e, c] of [
      ["а", "genitive"],
      ["у", "dative"],
      ["ом", "instrumental"],
      ["е", "prepositional"],
    ] as [string, Case][])
      if (f === "льв" + e) out.push(["лев", m, [c]]);
  for (const gender of [w, m] as Gender[]) {
    undo("ы", "а", gender, ["genitive"]);
    undo("и", "а", gender, ["genitive"]);
    undo("е", "а", gender, ["dative", "prepositional"]);
    undo("у", "а", gender, ["accusative"]);
    undo("ой", "а", gender, ["instrumental"]);
    undo("и", "я", gender, ["genitive", "dative", "prepositional"]);
    undo("е", "я", gender, ["dative", "prepositional"]);
    undo("ю", "я", gender, ["accusative"]);
    undo("ей", "я", gender, ["instrumental"]);
  }
  undo("и", "ь", w, ["genitive", "dative", "prepositional"]);
  undo("ью", "ь", w, ["instrumental"]);
  return out;
}

const possessive = "(?:ов|ев|ин|ын)";

/** Ways to read a surname, lower case; conservative: a form that fits no rule is taken as a nominative. */
export function surnameReadings(form: string): Reading[] {
  const found: Reading[] = [];
  const match = (re: RegExp) => re.exec(form)?.[1];
  const add = (nominative: string, gender: Gender, ...cases: Case[]) => found.push({nominative, gender, cases, known: true});
  const possessiveBase = match(new RegExp(`^(.+${possessive})(?:а|у|ым|е)?$`));
  if (possessiveBase && form === possessiveBase) add(form, "masculine", "nominative");
  else if (possessiveBase) {
    if (form.endsWith("а")) {
      add(possessiveBase, "masculine", "genitive", "accusative");
      add(form, "feminine", "nominative");
    } else if (form.endsWith("у")) {
      add(possessiveBase, "masculine", "dative");
      add(possessiveBase + "а", "feminine", "accusative");
    } else add(possessiveBase, "masculine", form.endsWith("ым") ? "instrumental" : "prepositional");
  }
  const hers = match(new RegExp(`^(.+${possessive})ой$`));
  if (hers) add(hers + "а", "feminine", "genitive", "dative", "instrumental", "prepositional");
  const skBase = match(/^(.+[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую)$/);
  if (skBase) {
    const ending = form.slice(skBase.length);
    const his: Record<string, Case[]> = {
      ий: ["nominative"],
      ого: ["genitive", "accusative"],
      ому: ["dative"],
      им: ["instrumental"],
      ом: ["prepositional"],
    };
    const herCases: Record<string, Case[]> = {
      ая: ["nominative"],
      ой: ["genitive", "dative", "instrumental", "prepositional"],
      ую: ["accusative"],
    };
    if (his[ending]) add(skBase + "ий", "masculine", ...his[ending]);
    if (herCases[ending]) add(skBase + "ая", "feminine", ...herCases[ending]);
  }
  if (found.length) return found;
  // «-ко», «-их», «-швили», «-оглы» never change.
  if (/(?:[оеиуыэю]|[иы]х)$/.test(form) && !/[^аеиоуыэюяй](?:у|е)$/.test(form)) {
    add(form, "masculine", ...all);
    add(form, "feminine", ...all);
    return found;
  }
  // «-ем» after a hushing sound only: «Засем» is of «Зась».
  const stem = match(/^(.+[^аеиоуыэюяьй])(?:а|у|ом|(?<=[жшщчц])ем|е)$/);
  if (stem) {
    const ending = form.slice(stem.length);
    const cases: Record<string, Case[]> = {
      а: ["genitive", "accusative"],
      у: ["dative"],
      ом: ["instrumental"],
      ем: ["instrumental"],
      е: ["prepositional"],
    };
    add(stem, "masculine", ...(cases[ending] ?? []));
  }
  const ofJ = match(/^(.+[аеиоу])(?:я|ю|ем|е)$/);
  if (ofJ)
    add(
      ofJ + "й",
      "masculine",
      form.endsWith("я") ? "genitive" : form.endsWith("ю") ? "dative" : form.endsWith("ем") ? "instrumental" : "prepositional",
    );
  // «Зась»: Зася, Засю, Засем, Засе.
  const softStem = match(/^(.+[^аеиоуыэюяйьъкгхжшщцч])(?:я|ю|ем|е)$/);
  if (softStem) {
    const cases: Record<string, Case[]> = {
      я: ["genitive", "accusative"],
      ю: ["dative"],
      ем: ["instrumental"],
      е: ["prepositional"],
    };
    add(softStem + "ь", "masculine", ...(cases[form.slice(softStem.length)] ?? []));
  }
  add(form, "masculine", "nominative");
  // A woman's surname on a consonant never changes: «Мария Жигич», «Марией Жигич».
  add(form, "feminine", ...(/[^аеиоуыэюя]$/.test(form) ? all : (["nominative"] as Case[])));
  return found;
}

/** Whether a capitalised word looks like a surname in some case. */
export function looksLikeSurname(form: string): boolean {
  return (
    /(?:ов|ев|ин|ын)(?:а|у|ым|е|ой)?$/.test(form) ||
    /[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)$/.test(form) ||
    /(?:енко|ко|дзе|швили|заде|оглы|улы|кызы|иани)$/.test(form) ||
    /(?:ук|юк|ич|ян|бек|баев)(?:а|у|ом|ем|е)?$/.test(form)
  );
}

/** All case forms of a surname, for finding it again: «Бегуна», «Бегуном». */
export function surnameForms(nominative: string, gender: Gender): string[] {
  const n = nominative;
  const sk = /^(.+[сц]к)(?:ий|ая)$/.exec(n)?.[1];
  if (sk)
    return gender === "masculine" ? ["ий", "ого", "ому", "им", "ом"].map((e) => sk + e) : ["ая", "ой", "ую"].map((e) => sk + e);
  if (gender === "feminine") {
    const base = new RegExp(`^(.+${possessive})а$`).exec(n)?.[1];
    if (base) return [n, base + "ой", base + "у"];
    return /[ая]$/.test(n) ? [n, n.slice(0, -1) + "ы", n.slice(0, -1) + "е", n.slice(0, -1) + "у", n.slice(0, -1) + "ой"] : [n];
  }
  if (new RegExp(possessive + "$").test(n)) return ["", "а", "у", "ым", "е"].map((e) => n + e);
  if (/[оеиуыэю]$|[иы]х$/.test(n)) return [n];
  if (/й$/.test(n)) return [n, ...["я", "ю", "ем", "е"].map((e) => n.slice(0, -1) + e)];
  if (/ь$/.test(n)) return [n, ...["я", "ю", "ем", "е"].map((e) => n.slice(0, -1) + e)];
  if (/[ая]$/.test(n)) return [n, ...["ы", "и", "е", "у", "ой", "ей"].map((e) => n.slice(0, -1) + e)];
  return [n, ...["а", "у", "ом", "ем", "е"].map((e) => n + e)];
}

/** Nominative of a first name and surname together; `cases` are those their post may stand in, empty when unknown. */
export function nominativeName(
  first: string,
  surname: string,
  cases: readonly Case[],
): {first: string; surname: string; gender: Gender} | null {
  let best: {score: number; first: string; surname: string; gender: Gender} | null = null;
  for (const a of firstNameReadings(first))
    for (const b of surnameReadings(surname)) {
      if (a.gender !== b.gender) continue;
      const shared = a.cases.filter((c) => b.cases.includes(c));
      if (!shared.length) continue;
      const agrees = cases.length ? shared.some((c) => cases.includes(c)) : shared.includes("nominative");
      const score =
        (agrees ? 4 : 0) + (a.known ? 2 : 0) + (shared.includes("nominative") ? 1 : 0) + (a.gender === "masculine" ? 0.5 : 0);
      if (!best || score > best.score) best = {score, first: a.nominative, surname: b.nominative, gender: a.gender};
    }
  return best;
}
