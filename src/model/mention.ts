import type {Edtf} from "./edtf.ts";
import type {EntityKind} from "./entity.ts";
import type {Span} from "./span.ts";

/** A span that names an entity. */
export type Mention = {
  kind: EntityKind;
  /** Id of the entity page; for a body of an organisation the body's own id (its `parent` says whom it counts for). */
  id: string;
  span: Span;
  /** The words at the span. */
  form: string;
  /** Name of the rule that found it, for `--explain`. */
  rule: string;
};

/** `count`: the time a figure holds for and no event happened on: «с начала года», «по состоянию на 1 июня». */
export const dateRoles = ["published", "dateline", "crawl", "event", "period", "background", "count", "name"] as const;
export type DateRole = (typeof dateRoles)[number];

/** Where a date's value comes from: the words alone, partly elsewhere in the item, a relative word, a person, nowhere. */
export const bases = ["stated", "inferred", "relative", "editor", "none"] as const;
export type Basis = (typeof bases)[number];

/** A span that names a date: what the text said (`form`) kept apart from what it was resolved to (`edtf`). */
export type DateMention = {
  span: Span;
  form: string;
  /** null: the words stay unresolved («недавно», «накануне» in an undated item). */
  edtf: Edtf | null;
  role: DateRole;
  basis: Basis;
  /** Name of the grammar rule that found the words, e.g. `day-month-year`. */
  rule: string;
  /** Name of the rule that supplied what the words do not say, e.g. `year-from-stamp`; worded by i18n. */
  note: string | null;
  /** The other spans the value was drawn from. */
  from: Span[];
};
