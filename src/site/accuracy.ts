import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {count, messages, number} from "../i18n/messages.ts";
import {type Figure, figures} from "../model/accuracy.ts";
import {type Accuracy, accuracySchema} from "../model/schema.ts";
import {contentFolder} from "./settings.ts";
import {localized, type Said} from "./wording.ts";

/** What content/accuracy.json says; null for a site without one. */
export function readAccuracy(folder = contentFolder): Accuracy | null {
  const file = join(folder, "accuracy.json");
  return existsSync(file) ? accuracySchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

type Measure = NonNullable<Accuracy["sets"][number]["figures"][Figure]>;

/** The accuracy as a table: a column for each set, a row for each figure that any of them has. */
export type AccuracyTable = {
  columns: {name: Said | null; note: Said | null; documents: string}[];
  rows: {name: string; cells: string[]}[];
};

export function accuracyTable({sets}: Accuracy, language: string): AccuracyTable {
  const words = messages(language);
  const share = new Intl.NumberFormat(language, {minimumFractionDigits: 3, maximumFractionDigits: 3});
  const said = (measure: Measure | undefined): string => {
    if (!measure) return "—";
    if ("f1" in measure) return share.format(measure.f1);
    if ("count" in measure) return number(language, measure.count);
    return words.method.of({right: number(language, measure.right), of: number(language, measure.of)});
  };
  return {
    columns: sets.map(({name, note, documents}) => ({
      name: localized(name, language),
      note: localized(note, language),
      documents: count(language, documents, words.counts.documents),
    })),
    rows: figures
      .filter((figure) => sets.some((set) => set.figures[figure]))
      .map((figure) => ({name: words.method.figures[figure], cells: sets.map((set) => said(set.figures[figure]))})),
  };
}
