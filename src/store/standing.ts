import {mdxToMdast} from "satteri";
import {type BodyNode} from "../model/body-form.ts";
import {type Span} from "../model/span.ts";
import {type Page} from "./page.ts";

/** Seed texts by file name, whether they are held or read when asked for. */
export type Seeds = {get: (file: string) => string | undefined};

/** The site's settings of the engine. */
export const features = {gfm: true, smartPunctuation: false};

/** Where a document stands, as its page says. */
export type Place = {file: string; span: [number, number] | null};

export function placeOf(document: Page): Place {
  const seed = document.matter().values?.seed as {file?: unknown; span?: unknown} | null | undefined;
  const [start, end] = Array.isArray(seed?.span) ? (seed.span as unknown[]) : [];
  return {file: String(seed?.file), span: typeof start === "number" && typeof end === "number" ? [start, end] : null};
}

/** The stretch of a seed that a document is; null where it has none, or the seed is gone. */
export function standing({file, span}: Place, seeds: Seeds): {text: string; within: Span | null} {
  const text = seeds.get(file);
  if (text === undefined || span === null) return {text: "", within: null};
  return {text, within: {start: span[0], end: Math.min(span[1], text.length)}};
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
