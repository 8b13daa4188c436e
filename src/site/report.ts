import {entityKinds} from "../model/entity.ts";
import {type Addresses} from "./address.ts";
import {type Link, link, type Pointer, pointer} from "./event-page.ts";
import {type Library} from "./library.ts";
import {find, type Inline, readProse, words} from "./prose.ts";
import {documentTitle, type Said} from "./wording.ts";

/** Words about time that no date could be made of, in their document. */
export type Unresolved = {document: Said; href: string; language: string; words: string[]};

/** What the program did not understand, left undated, or made and nobody checked. */
export type Report = {undated: Pointer[]; unresolved: Unresolved[]; drafts: Link[]};

/** The honest list of the method page. */
export function report(library: Library, language: string, to: Addresses): Report {
  return {
    undated: library.events.filter(({when}) => when === null).map((event) => pointer(library, event, language, to)),
    unresolved: library.documents.flatMap((page): Unresolved[] => {
      if (!page.body.includes('edtf=""')) return [];
      const open = readProse(page.body).blocks.flatMap((block) =>
        "children" in block && block.kind !== "quotation"
          ? find(block.children as Inline[], "when").filter(({edtf}) => edtf === null)
          : [],
      );
      const said = [...new Set(open.map((node) => words(node.children)))];
      return said.length
        ? [{document: documentTitle(page, language), href: to.document(page.id), language: page.language, words: said}]
        : [];
    }),
    drafts: entityKinds.flatMap((kind) =>
      library.entities[kind].filter(({draft}) => draft).map(({id}) => link(library, kind, id, language, to)),
    ),
  };
}
