/** Units a date phrase counts in. */
export type Unit = "day" | "week" | "decad" | "month" | "quarter" | "half" | "year" | "decade" | "century" | "hour" | "minute";

/**
 * What a word can mean inside a date phrase. Words of no use to the grammar are not listed and part phrases from each other.
 * `month.bare`: the form may stand alone («в мае»); abbreviations and genitives need a number beside them.
 * `rel`: 0 this, -1 last, 1 next; `day`: the same for вчера, завтра.
 */
export type Word =
  | {t: "month"; v: number; form: "name" | "genitive" | "case" | "short"}
  | {t: "weekday"; v: number; short: boolean}
  | {t: "unit"; v: Unit; plural: boolean}
  | {t: "ordinal"; v: number}
  | {t: "cardinal"; v: number}
  | {t: "season"; v: number; adverb: boolean}
  /** `past`: минувший, истекший, which look for the last one that is over. */
  | {t: "rel"; v: number; past?: boolean}
  | {t: "demonstrative"}
  | {t: "same"}
  | {t: "day"; v: number}
  | {t: "dayadj"; v: number}
  | {t: "yearadj"; v: number}
  | {t: "monthadj"; v: number}
  | {t: "weekend"}
  | {t: "noughties"}
  | {t: "eve"}
  | {t: "then"}
  | {t: "ago"}
  | {t: "hence"}
  | {t: "since"}
  | {t: "prep"; v: Prep}
  | {t: "and"}
  | {t: "edge"; v: "start" | "middle" | "end"}
  | {t: "halfword"}
  | {t: "approx"}
  | {t: "span"; v: -1 | 1}
  | {t: "suffix"}
  | {t: "vague"}
  | {t: "daypart"; v: "night" | "day"}
  | {t: "roman"; v: number}
  | {t: "jubilee"}
  | {t: "turns"}
  | {t: "few"; v: number}
  | {t: "number-of-month"}
  | {t: "zone"; v: string}
  | {t: "abbreviation"; v: string}
  | {t: "begin"}
  | {t: "late"}
  | {t: "early"}
  | {t: "not"}
  | {t: "article"};

/** Prepositions by what they do to a date. */
type Prep = "in" | "from" | "to" | "upto" | "by" | "for" | "of" | "on" | "after" | "before" | "between" | "about";
export type {Prep};

/** A lexicon: lower-case forms to meanings. */
export type Lexicon = Map<string, Word>;

/** Adds each blank-separated form, and its spelling with е for ё. */
export function add(lexicon: Lexicon, forms: string, word: Word): void {
  for (const form of forms.split(/\s+/)) {
    if (!form) continue;
    if (!lexicon.has(form)) lexicon.set(form, word);
    const plain = form.replaceAll("ё", "е");
    if (!lexicon.has(plain)) lexicon.set(plain, word);
  }
}

/** `stem` with each of the endings; `-` is the bare stem. */
export const inflect = (stem: string, endings: string): string =>
  endings
    .split(" ")
    .map((e) => stem + (e === "-" ? "" : e))
    .join(" ");
