import {mdxToMdast} from "satteri";
import {type BodyNode} from "../model/body-form.ts";
import {type Span} from "../model/span.ts";
import {type Page} from "./page.ts";

/** Seed texts by file name. */
export type Seeds = ReadonlyMap<string, string>;

/** The site's settings of the engine. */
export const features = {gfm: true, smartPunctuation: false};

/** The stretch of a seed that a document is; null where it has none, or the seed is gone. */
export function standing(document: Page, seeds: Seeds): {text: string; within: Span | null; file: string} {
  const seed = document.matter().values?.seed as {file?: unknown; span?: unknown} | null | undefined;
  const file = String(seed?.file);
  const text = seeds.get(file);
  const [start, end] = Array.isArray(seed?.span) ? (seed.span as unknown[]) : [];
  if (text === undefined || typeof start !== "number" || typeof end !== "number") return {text: "", within: null, file};
  return {text, within: {start, end: Math.min(end, text.length)}, file};
}

/** A text on one line. */
export const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** What a document's page says, on one line; its markup is read, not run. Nothing where it does not compile. */
export function said(document: Page): string {
  const {body} = document.matter();
  const words = ({type, value = "", children = []}: BodyNode): string =>
    type === "text" || type === "inlineCode" || type === "code"
      ? value
      : children.map(words).join("") + (/^(?:paragraph|heading|listItem|tableCell|break)$/.test(type) ? " " : "");
  try {
    return flat(words(mdxToMdast(document.text.slice(body.start, body.end), {features}) as BodyNode));
  } catch {
    return "";
  }
}
