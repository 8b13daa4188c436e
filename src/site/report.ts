import {entityKinds} from "../model/entity.ts";
import type {Addresses} from "./address.ts";
import {type Link, link, type Pointer, pointer} from "./event-page.ts";
import type {DocumentPage, Library} from "./library.ts";
import {find, type Inline, readProse, words} from "./prose.ts";
import {documentTitle, type Said} from "./wording.ts";

/** Words about time that no date could be made of, in their document. */
export type Unresolved = {document: Said; href: string; language: string; words: string[]};

/** The first of a list, and how many there are in all. */
export type Some<T> = {shown: T[]; all: number};

/** What the program did not understand, left undated, or made and nobody checked. */
export type Report = {undated: Some<Pointer>; unresolved: Some<Unresolved>; drafts: Some<Link>};

/** Most entries of each list: the page does not grow with the archive. */
const MOST = 200;

const some = <T, S>(list: readonly T[], show: (one: T) => S): Some<S> => ({
  shown: list.slice(0, MOST).map(show),
  all: list.length,
});

/** The honest list of the method page. */
export function report(library: Library, language: string, to: Addresses): Report {
  return {
    undated: some(
      library.events.filter(({when}) => when === null),
      (event) => pointer(library, event, language, to),
    ),
    unresolved: some(
      library.documents.flatMap((page) => {
        const said = openDates(page);
        return said.length ? [{page, said}] : [];
      }),
      ({page, said}) => ({
        document: documentTitle(page, language),
        href: to.document(page.id),
        language: page.language,
        words: said,
      }),
    ),
    drafts: some(
      entityKinds.flatMap((kind) => library.entities[kind].filter(({draft}) => draft).map(({id}) => ({kind, id}))),
      ({kind, id}) => link(library, kind, id, language, to),
    ),
  };
}

const known = new WeakMap<DocumentPage, string[]>();

/** Words of a document no date could be made of, each once; read once for all languages. */
function openDates(page: DocumentPage): string[] {
  if (!page.body.includes('edtf=""')) return [];
  const kept = known.get(page);
  if (kept) return kept;
  const open = readProse(page.body).blocks.flatMap((block) =>
    "children" in block && block.kind !== "quotation"
      ? find(block.children as Inline[], "when").filter(({edtf}) => edtf === null)
      : [],
  );
  const said = [...new Set(open.map((node) => words(node.children)))];
  known.set(page, said);
  return said;
}
