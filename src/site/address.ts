import {entityFolders, type EntityKind} from "../model/entity.ts";

/** Where things stand on the site, in one language. Every address begins with the base path and a page's ends with `/`. */
export type Addresses = {
  home: string;
  /** Any page by its path from the language's root, `""` for the home page: the same path in every language. */
  page: (path: string) => string;
  event: (id: string) => string;
  document: (id: string) => string;
  /** The place in a document where an event was read. */
  quote: (document: string, event: string) => string;
  entity: (kind: EntityKind, id: string) => string;
  /** A file that is the same in every language. */
  file: (path: string) => string;
};

const segment = (id: string) => id.split("/").map(encodeURIComponent).join("/");

export const eventPath = (id: string): string => `events/${segment(id)}/`;
export const documentPath = (id: string): string => `documents/${segment(id)}/`;
export const entityPath = (kind: EntityKind, id: string): string => `${entityFolders[kind]}/${segment(id)}/`;
export const storyPath = (id: string): string => `stories/${segment(id)}/`;
/** Anchor of an event's words in its document. */
export const quoteAnchor = (event: string): string => `e-${event}`;

/** Addresses in a language; `base` is the site's path, `folder` the language's own folder, empty for the first language. */
export function addresses(base: string, folder: string): Addresses {
  const root = base.endsWith("/") ? base : `${base}/`;
  const home = folder ? `${root}${folder}/` : root;
  return {
    home,
    page: (path) => home + path,
    event: (id) => home + eventPath(id),
    document: (id) => home + documentPath(id),
    quote: (document, event) => `${home}${documentPath(document)}#${encodeURIComponent(quoteAnchor(event))}`,
    entity: (kind, id) => home + entityPath(kind, id),
    file: (path) => root + path,
  };
}
