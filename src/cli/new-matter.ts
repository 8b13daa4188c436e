import {type EntityKind} from "../model/entity.ts";
import {type Answers} from "./new-asks.ts";

/** Where an event is told. */
export type Source = {document: string; quote: string; span: [number, number]} | {url: string};

const filled = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(typeof value === "object" && value !== null && !Object.keys(value).length),
    ),
  );

/** Front matter of a new event. */
export const eventMatter = (a: Answers, sources: Source[]) =>
  filled({
    title: a.title?.[0],
    when: a.when?.[0] ?? null,
    whenBasis: a.when?.[0] ? "editor" : "none",
    status: a.status?.[0] ?? "happened",
    type: a.type?.[0] ?? "other",
    organizations: (a.organization ?? []).map((text) => {
      const [id, role] = text.split(":");
      return role ? {id, role} : {id};
    }),
    countries: a.country,
    people: a.person,
    places: a.place,
    operations: a.operation,
    topics: a.topic,
    sources,
  });

/** Front matter of a new document. */
export const documentMatter = (a: Answers) =>
  filled({
    title: a.title?.[0],
    language: a.language?.[0] ?? "ru",
    published: a.published?.[0] ?? null,
    publisher: a.publisher?.[0] ?? null,
    url: a.url?.[0] ?? null,
    author: a.author?.[0] ?? null,
  });

/** Front matter of a new organisation, country, person … */
export const entityMatter = (kind: EntityKind, id: string, a: Answers) =>
  filled({
    id,
    kind,
    names: localized(a.name ?? []),
    short: localized(a.short ?? []),
    aliases: a.alias,
    parent: a.parent?.[0],
    countries: a.country,
    post: a.post?.[0],
    organization: a.of?.[0],
    signals: a.signal,
  });

/** «en: Name» is a name in English; without a language it is Russian. */
export function localized(list: string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((text) => {
      const m = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*):\s*(.+)$/s.exec(text);
      return m ? [m[1] ?? "", m[2] ?? ""] : ["ru", text];
    }),
  );
}
