import {type Entity} from "../../model/entity.ts";
import {slug} from "../../model/slug.ts";
import {isFirstName, looksLikeSurname, nominativeName, surnameForms, type Gender} from "./declension.ts";
import {type Found} from "./disambiguate.ts";
import {draftEntity} from "./draft.ts";
import {type Gazetteer} from "./gazetteer.ts";
import {type Case, postAdjective, posts} from "./posts.ts";
import {type Word} from "./words.ts";

/** A person found by post and name; words of the name alone. */
export type NamedPerson = {entity: Entity; from: number; to: number; rule: string};

/**
 * People nobody has a page for: a post, then a first name (or initials) and a surname, in any case. `found` are the
 * names already settled; a person's own page wins over what is guessed here.
 */
export function findPeople(text: string, list: readonly Word[], found: readonly Found[], g: Gazetteer): NamedPerson[] {
  const covered = cover(list.length, found);
  const people: NamedPerson[] = [];
  for (let i = 0; i + 1 < list.length; i++) {
    if (list[i]?.shape !== "capital" || covered[i]) continue;
    const to = nameEnd(text, list, covered, i);
    if (to === null) continue;
    const post = postBefore(text, list, covered, found, i, people[people.length - 1]?.to ?? 0);
    // «встреча А.А. Бегуна и В.А. Семерикова»: initials name whom a page names, in any case.
    if (!post && isInitial(list[i])) {
      const entity = byInitials(text, list, i, to, g);
      if (entity) people.push({entity, from: i, to, rule: "initials"});
      if (entity) i = to - 1;
    }
    if (!post) continue;
    const person = settle(text, list, i, to, post);
    if (!person) continue;
    people.push({entity: known(person.entity, g) ?? person.entity, from: i, to, rule: "post-and-name"});
    i = to - 1;
  }
  return people;
}

/** The same people later in the item by surname alone; `list` words not covered by other names. */
export function findSurnames(
  list: readonly Word[],
  people: readonly Entity[],
  found: readonly {from: number; to: number}[],
): NamedPerson[] {
  if (!people.length) return [];
  const byForm = new Map<string, Entity | null>();
  for (const entity of people) {
    const surname = surnameOf(entity);
    if (!surname) continue;
    const gender: Gender = /(?:ова|ева|ина|ына|ая)$/.test(surname) ? "feminine" : "masculine";
    for (const form of surnameForms(surname, gender)) {
      const other = byForm.get(form);
      byForm.set(form, other === undefined || other?.id === entity.id ? entity : null);
    }
  }
  const covered = new Uint8Array(list.length);
  for (const f of found) covered.fill(1, f.from, f.to);
  const hits: NamedPerson[] = [];
  list.forEach((word, i) => {
    if (covered[i] || (word.shape !== "capital" && word.shape !== "upper")) return;
    const entity = byForm.get(word.form);
    if (!entity) return;
    const first = list[i - 1];
    // The first name again, in whatever case: «Алексея Бегуна».
    const whole = !!first && !covered[i - 1] && word.joins && first.shape === "capital" && startsAlike(first.form, entity);
    hits.push({entity, from: whole ? i - 1 : i, to: i + 1, rule: whole ? "name-again" : "surname"});
  });
  return hits;
}

const startsAlike = (form: string, entity: Entity) =>
  form.slice(0, 3) === (entity.names.ru ?? "").toLowerCase().replaceAll("ё", "е").slice(0, 3);

const surnameOf = (entity: Entity) =>
  (entity.names.ru ?? Object.values(entity.names)[0] ?? "").toLowerCase().replaceAll("ё", "е").split(/\s+/).at(-1) ?? "";

function cover(length: number, found: readonly Found[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const f of found)
    if (!f.inner && f.entity.kind !== "topic") covered.fill(f.entity.kind === "person" ? 2 : 1, f.from, f.to);
  return covered;
}

const isInitial = (word: Word | undefined) => word?.shape === "capital" && word.end - word.start === 1;

// Where a first name (hyphenated perhaps), an initial or two, a patronymic and a surname end, or null.
function nameEnd(text: string, list: readonly Word[], covered: Uint8Array, at: number): number | null {
  const next = (i: number, gap: RegExp) => {
    const a = list[i - 1];
    const b = list[i];
    return a && b && !covered[i] && b.shape === "capital" && gap.test(text.slice(a.end, b.start));
  };
  let i = at + 1;
  if (isInitial(list[at])) {
    while (isInitial(list[i]) && next(i, /^\.?[\s\u00a0-]{0,2}$/)) i++;
    return next(i, /^\.?[\s\u00a0]{0,2}$/) && !isInitial(list[i]) ? i + 1 : null;
  }
  while (next(i, /^-$/)) i++;
  if (!next(i, /^[ \u00a0\n]$/)) return null;
  const second = list[i];
  if (!second || isInitial(second)) return null;
  i++;
  // A patronymic stands between: «Сергей Николаевич Лебедев».
  if (/(?:вич|вича|вичу|вичем|виче|вна|вны|вне|вну|вной)$/.test(second.form) && next(i, /^[ \u00a0]$/)) i++;
  while (next(i, /^-$/)) i++;
  const first = list[at];
  const last = list[i - 1];
  if (!first || !last) return null;
  return isFirstName(text.slice(first.start, second.start).trim().toLowerCase()) ||
    isFirstName(first.form) ||
    looksLikeSurname(last.form)
    ? i
    : null;
}

type Post = {text: string; cases: Case[]; organization: string | null; countries: string[]};

// The post in front of a name: from its head word, whose case the name shares, to the name.
function postBefore(
  text: string,
  list: readonly Word[],
  covered: Uint8Array,
  found: readonly Found[],
  name: number,
  floor: number,
): Post | null {
  let head: number | null = null;
  let cases: Case[] = [];
  for (let i = name - 1, steps = 0; i >= floor && steps < 32; i--, steps++) {
    const word = list[i];
    const after = list[i + 1];
    if (!word || !after || covered[i] === 2) break;
    const gap = text.slice(word.end, after.start);
    if (/[.!?;:«»"“”]|\n\n/.test(gap) || (gap.includes(",") && i !== name - 1)) break;
    if (gap.includes(",") && !posts.has(word.form)) break;
    if (!covered[i] && word.shape === "lower" && isVerb(word.form)) break;
    const post = covered[i] && covered[i] !== 0 ? undefined : posts.get(word.form);
    if (post) {
      // «заместителем Генерального секретаря»: the head is the farthest that agrees with the nearest reading.
      head = i;
      cases = post.cases;
    }
    if (!covered[i] && word.shape === "lower" && /^(?:с|со|и|от|при|за|для|между)$/.test(word.form) && head !== null) break;
  }
  // «делегация во главе с Гургеном Аракеляном»: who leads it, whatever his post.
  if (head !== null && isLed(list, head, name)) return {text: "", cases: ["instrumental"], organization: null, countries: []};
  if (head === null) return null;
  let start = head;
  while (start > floor && joinsHead(list, start, covered)) start--;
  const first = list[start];
  const end = list[name - 1];
  if (!first || !end) return null;
  const inside = between(found, start, name);
  const organization = inside.find((f) => f.entity.kind === "organization")?.entity;
  return {
    text: nominativePost(text, list, start, head, end.end),
    cases,
    organization: organization ? (organization.parent ?? organization.id) : null,
    countries: [...new Set(inside.filter((f) => f.entity.kind === "country").map((f) => f.entity.id))].slice(0, 1),
  };
}

// «во главе с» right before the name.
const isLed = (list: readonly Word[], head: number, name: number) =>
  head === name - 2 && list[head]?.form === "главе" && /^со?$/.test(list[name - 1]?.form ?? "") && list[head - 1]?.form === "во";

// Found names lie in order of their first words; a binary search keeps texts with many people linear.
function between(found: readonly Found[], start: number, end: number): Found[] {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((found[mid]?.from ?? 0) < start) low = mid + 1;
    else high = mid;
  }
  const inside: Found[] = [];
  for (let i = low; i < found.length; i++) {
    const f = found[i];
    if (!f || f.from >= end) break;
    if (f.to <= end) inside.push(f);
  }
  return inside;
}

function joinsHead(list: readonly Word[], start: number, covered: Uint8Array): boolean {
  const before = list[start - 1];
  return (
    !!before && !covered[start - 1] && list[start]?.joins === true && (postAdjective.test(before.form) || posts.has(before.form))
  );
}

const isVerb = (form: string) =>
  form.length > 4 &&
  /(?:[аиеуыя]л|[аиеуыя]л[аои]|лся|лась|лись|лось|ется|ится|ются|ятся)$/.test(form) &&
  !/^(?:отдел|раздел|предел|дела|начал|финал|капитал|капитала|сигнал|филиал|журнал|материал)/.test(form);

function nominativePost(text: string, list: readonly Word[], start: number, head: number, end: number): string {
  const parts: string[] = [];
  let at = list[start]?.start ?? 0;
  const last = doubled(text, list, head, end);
  for (let i = start; i <= last; i++) {
    const word = list[i];
    if (!word) break;
    const raw = text.slice(word.start, word.end);
    const nominative = posts.get(word.form)?.nominative ?? adjectiveNominative(raw);
    parts.push(text.slice(at, word.start), word.shape === "capital" ? capital(nominative) : nominative);
    at = word.end;
  }
  return (parts.join("") + text.slice(at, end)).replace(/\s+/g, " ").trim();
}

// «статс-секретаря – заместителя Министра»: a second post after a dash stands in the same case.
function doubled(text: string, list: readonly Word[], head: number, end: number): number {
  const a = list[head];
  const b = list[head + 1];
  return a && b && b.end < end && posts.has(b.form) && /[–—-]/.test(text.slice(a.end, b.start)) ? head + 1 : head;
}

const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);
const adjectiveNominative = (raw: string) => raw.replace(/(?:ого|ому|ым|ом)$/, "ый").replace(/(?:его|ему|им|ем)$/, "ий");

function settle(text: string, list: readonly Word[], from: number, to: number, post: Post): {entity: Entity} | null {
  const first = list[from];
  const last = list[to - 1];
  if (!first || !last) return null;
  // The surname may be hyphenated; the first name runs to the first blank.
  let s = to - 1;
  while (s - 1 > from && text.slice(list[s - 1]?.end, list[s]?.start) === "-") s--;
  const surnameWord = list[s];
  if (!surnameWord) return null;
  const surnameRaw = last.form;
  const surnameLead = text.slice(surnameWord.start, last.start);
  const initials = isInitial(first);
  let f = from;
  while (!initials && f + 1 < s && text.slice(list[f]?.end, list[f + 1]?.start) === "-") f++;
  const firstRaw = text.slice(first.start, list[f]?.end).toLowerCase().replaceAll("ё", "е");
  const settled = initials
    ? nominativeName(post.cases.includes("nominative") ? "иван" : formOf("иван", post.cases), surnameRaw, post.cases)
    : nominativeName(firstRaw, surnameRaw, post.cases);
  if (!settled) return null;
  const given = initials
    ? text.slice(first.start, surnameWord.start).trim()
    : shaped(settled.first, text.slice(first.start, list[f]?.end));
  const surname = surnameLead + shaped(settled.surname, text.slice(last.start, last.end));
  const id = slug(`${surname} ${given}`);
  return {
    entity: draftEntity("person", id, `${given} ${surname}`, {
      post: post.text || null,
      organization: post.organization,
      countries: post.countries,
    }),
  };
}

function byInitials(text: string, list: readonly Word[], from: number, to: number, g: Gazetteer): Entity | null {
  for (const cases of [["nominative"], ["genitive"], ["dative"], ["instrumental"], ["prepositional"]] as Case[][]) {
    const person = settle(text, list, from, to, {text: "", cases, organization: null, countries: []});
    const entity = person && g.people.get(initialOf(person.entity));
    if (entity) return entity;
  }
  return null;
}

// «а. бегун» of «А.А. Бегун».
const initialOf = (entity: Entity) => {
  const name = (entity.names.ru ?? entity.names.en ?? "").toLowerCase().replaceAll("ё", "е");
  return `${name.charAt(0)}. ${name.split(/\s+/).at(-1) ?? ""}`;
};

const ivan: Partial<Record<Case, string>> = {
  genitive: "ивана",
  accusative: "ивана",
  dative: "ивану",
  instrumental: "иваном",
  prepositional: "иване",
};
const formOf = (nominative: string, cases: readonly Case[]) => cases.map((c) => ivan[c]).find((f) => f) ?? nominative;

// Capitals and ё as the source has them: «касым-жомарт» → «Касым-Жомарт», «федор» → «Фёдор».
function shaped(form: string, raw: string): string {
  const letters = [...form];
  return letters
    .map((c, i) => {
      const r = raw.charAt(i);
      if (r && r.toLowerCase().replace("ё", "е") === c) return r;
      return i === 0 || form[i - 1] === "-" ? c.toUpperCase() : c;
    })
    .join("");
}

// A person's page by the full name, or by initials and surname.
function known(draft: Entity, g: Gazetteer): Entity | undefined {
  return g.people.get((draft.names.ru ?? draft.names.en ?? "").toLowerCase().replaceAll("ё", "е"));
}
