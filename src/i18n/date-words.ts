export type Form = "long" | "short";
/** `of`: the case that follows «около», «с», «до»; languages without cases ignore it. */
export type Case = "plain" | "of";

/** What a language must say to word any date; dashes, order and doubt are put together in when.ts. */
export type DateWords = {
  none: string;
  /** 1-12. `day`: beside a day number. */
  month(n: number, beside: "day" | "alone", form: Form, c: Case): string;
  season(n: number, c: Case): string;
  quarter(n: number, form: Form, c: Case): string;
  half(n: number, form: Form, c: Case): string;
  /** First year of the decade or century. */
  decade(year: number, form: Form, c: Case): string;
  century(year: number, form: Form, c: Case): string;
  /** A year standing last in a date: «2016 г.», «45 г. до н. э.», "45 BCE". */
  year(year: number, form: Form): string;
  /** Two years that last. */
  years(first: number, last: number, form: Form): string;
  /** `count` in `unit`s ago, for deep time. */
  ago(count: number, unit: "thousand" | "million" | "billion"): string;
  yearUnknown(date: string, form: Form): string;
  time(clock: string, zone: string | null): string;
  about(date: string, form: Form): string;
  perhaps(date: string, form: Form): string;
  since(date: string): string;
  until(date: string, form: Form): string;
  endUnknown(date: string, form: Form): string;
  startUnknown(date: string, form: Form): string;
};

export const NBSP = "\u00a0";

/** Years BCE as people count them: astronomical 0 is 1 BCE. */
export const bce = (year: number): number => 1 - year;

export const roman = (n: number): string => {
  let out = "";
  let rest = n;
  for (const [value, sign] of [
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as const)
    for (; rest >= value; rest -= value) out += sign;
  return out;
};

/** The twelve names of months that Intl has for a language, as they stand alone. */
export const monthNames = (tag: string, form: Form): string[] => {
  const {format} = new Intl.DateTimeFormat(tag, {month: form, timeZone: "UTC"});
  return Array.from({length: 12}, (_, i) => format(Date.UTC(2000, i, 15)));
};
