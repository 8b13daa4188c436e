import {messages} from "../i18n/messages.ts";
import {type DateEnd, parseEdtf} from "../model/edtf.ts";
import type {Entry, Party} from "./entry.ts";
import type {Picture, PictureLane} from "./picture.ts";
import type {Collection, DocumentEntry} from "./records.ts";

/** How an organisation is drawn on the timeline: its head and its ink. */
export type Drawn = (organization: Party) => Omit<PictureLane, "name">;

/** The share picture of an event. `site`: the site's title. */
export function eventPicture(entry: Entry, site: string, language: string, drawn: Drawn): Picture {
  const words = messages(language);
  const [source] = entry.sources;
  const planned = entry.status === "planned";
  const plain = entry.status === "happened" || entry.status === "ongoing";
  return {
    site,
    over: plain ? entry.whenWords : `${entry.whenWords} · ${words.statuses[entry.status]}`,
    title: entry.title,
    under: source?.quote ? {text: source.quote, quoted: true} : entry.summary ? {text: entry.summary, quoted: false} : null,
    foot: source ? [words.event.source, source.publisher ?? source.title ?? source.url].filter(Boolean).join(": ") : null,
    lanes: entry.organizations.map((party) => ({name: party.short, ...drawn(party)})),
    planned,
    uncertain: inDoubt(entry.when),
  };
}

/** The share picture of a document: its title and who published it. */
export const documentPicture = (document: DocumentEntry, site: string): Picture => ({
  ...blank(site),
  over: document.published === null ? null : document.publishedWords,
  title: document.title,
  foot: document.publisher,
});

/** The share picture of the site, or of a part of it: its heading, its lead, its lanes. */
export const sitePicture = ({title, lead}: Pick<Collection, "title" | "lead">, site: string, lanes: PictureLane[]): Picture => ({
  ...blank(site),
  title,
  under: lead ? {text: lead, quoted: false} : null,
  lanes,
});

const blank = (site: string): Picture => ({
  site,
  over: null,
  title: "",
  under: null,
  foot: null,
  lanes: [],
  planned: false,
  uncertain: false,
});

function inDoubt(when: string | null): boolean {
  const value = when === null ? null : parseEdtf(when);
  const doubted = (end: DateEnd) => typeof end !== "string" && end.uncertain;
  return value !== null && (value.kind === "interval" ? doubted(value.start) || doubted(value.end) : value.uncertain);
}
