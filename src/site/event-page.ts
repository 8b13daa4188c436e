import {dateNote, messages, number} from "../i18n/messages.ts";
import {plainWhen} from "../i18n/when.ts";
import {entityKinds, type EntityKind} from "../model/entity.ts";
import type {Addresses} from "./address.ts";
import {anatomy, type DatePart} from "./anatomy.ts";
import {type Citation, citations, doubtOf, meta, parties, type Party, sentence, whenOf} from "./chronicle.ts";
import type {Line} from "./name-line.ts";
import {hasPage} from "./entity-pages.ts";
import {type EventPage, type Library, named} from "./library.ts";
import {neighbours, related} from "./neighbours.ts";
import {type Passage, passage} from "./passage.ts";
import {proseOf} from "./prose.ts";
import {figureWords} from "./timeline-data.ts";
import {byLetters, inTongue, languageOf, nameOf, type Said, shortOf, titleOf} from "./wording.ts";

/** A link with its words. */
export type Link = {words: Said; href: string | null; note?: Said | undefined; party?: Party | undefined};
/** A row of the facts: a heading and what stands beside it. */
export type Fact = {name: string; links: Link[]};
/** Another event in one line. */
export type Pointer = {id: string; when: string; title: Said; href: string};

export type EventView = {
  title: Said;
  summary: string | null;
  when: string;
  /** «год предположительно»; null for a sure date. */
  doubt: string | null;
  tag: string | null;
  year: string | null;
  parties: Party[];
  meta: Line;
  sources: {citation: Citation; passage: Passage | null}[];
  /** Sources outside the site that bring no words. */
  outside: Link[];
  parts: DatePart[];
  /** Why the date is what it is, in sentences of one or more runs. */
  reasons: Said[][];
  edtf: string | null;
  facts: Fact[];
  set: {ordinal: string; before: Pointer | null; after: Pointer | null};
  related: {name: string; events: Pointer[]}[];
  media: {href: string; words: string; credit: string | null}[];
};

/** An event's page, worded. */
export function eventView(library: Library, event: EventPage, language: string, to: Addresses): EventView {
  const words = messages(language);
  const title = titleOf(event, language, languageOf(event, library));
  const near = neighbours(library, event);
  const point = (other: EventPage | null): Pointer | null => other && pointer(library, other, language, to);
  const doubt = doubtOf(event, language);
  return {
    title,
    summary: event.translations[language]?.summary ?? null,
    when: doubt ? plainWhen(event.when ?? "", language) : whenOf(event, language),
    doubt,
    tag: event.status === "happened" ? null : words.statuses[event.status],
    year: /^-?\d{4}/.exec(event.when ?? "")?.[0] ?? null,
    parties: parties(library, event, language, to),
    meta: meta(library, event, language, true),
    sources: sourcesOf(library, event, language, to),
    outside: event.sources.flatMap((s) =>
      "url" in s
        ? [
            {
              words: byLetters(s.title ?? s.publisher ?? s.url, language, library.site.languages),
              href: s.url,
              note: s.title && s.publisher ? byLetters(s.publisher, language, library.site.languages) : undefined,
            },
          ]
        : [],
    ),
    parts: anatomy(event, language),
    reasons: reasonsOf(event, language, languageOf(event, library)),
    edtf: event.when,
    facts: factsOf(library, event, language, to),
    set: {
      ordinal:
        near.of > 1 ? words.event.ordinal({n: number(language, near.n), of: number(language, near.of)}) : words.event.onlyOne,
      before: point(near.before),
      after: point(near.after),
    },
    related: relatedOf(library, event, language, to),
    media: event.media.map(({url, alt, caption, credit}) => ({
      href: url,
      words: pick(caption, language) ?? pick(alt, language) ?? url,
      credit: credit ?? null,
    })),
  };
}

const pick = (text: string | Record<string, string> | undefined, language: string): string | undefined =>
  typeof text === "string" ? text : (text?.[language] ?? Object.values(text ?? {})[0]);

/** Each document once, with all of the event's words in it; its further quotations stand in the same passage. */
function sourcesOf(library: Library, event: EventPage, language: string, to: Addresses): EventView["sources"] {
  const seen = new Set<string>();
  return citations(library, event, language, to).flatMap((citation) => {
    const id = citation.document?.id;
    if (id === undefined) return [{citation, passage: null}];
    if (seen.has(id)) return [];
    seen.add(id);
    const page = library.document(id);
    return [{citation, passage: page ? passage(proseOf(page), event.id) : null}];
  });
}

function reasonsOf(event: EventPage, language: string, source: string | undefined): Said[][] {
  const words = messages(language);
  const note = dateNote(language, event.whenNote);
  const own = (text: string): Said[] => [{text, lang: undefined}];
  if (event.when === null)
    return [
      own(words.event.noDate),
      ...(note ? [own(sentence(note))] : []),
      ...(event.notAfter === null ? [] : [own(sentence(words.event.notAfter(plainWhen(event.notAfter, language))))]),
    ];
  return [
    own(words.basis[event.whenBasis]),
    ...(event.whenText ? [around(words.event.saidWords, inTongue(event.whenText, source, language))] : []),
    ...(note ? [own(sentence(note))] : []),
  ];
}

/** A sentence of ours around words of another language. */
function around(say: (words: string) => string, inner: Said): Said[] {
  const [before = "", after = ""] = say("\ufffc").split("\ufffc");
  return [{text: before, lang: undefined}, inner, {text: after, lang: undefined}];
}

function factsOf(library: Library, event: EventPage, language: string, to: Addresses): Fact[] {
  const words = messages(language);
  const roles = new Map(event.organizations.map(({id, role}) => [id, role]));
  const headings: Record<EntityKind, string> = {
    organization: words.event.participants,
    country: words.event.countries,
    person: words.event.people,
    operation: words.event.operations,
    topic: words.event.topics,
    place: words.event.places,
  };
  const rows: Fact[] = entityKinds.map((kind) => ({
    name: headings[kind],
    links: [...new Set(named(event, kind))].map((id): Link => {
      const role = kind === "organization" ? roles.get(id) : undefined;
      const entity = library.entity(kind, id);
      const post = kind === "person" ? entity?.post : undefined;
      const note = role ? {text: words.roles[role], lang: undefined} : post && byLetters(post, language, library.site.languages);
      return {...link(library, kind, id, language, to), note: note || undefined};
    }),
  }));
  const source = languageOf(event, library);
  const plainRow = (name: string, texts: string[], tongue = language): Fact => ({
    name,
    links: texts.map((text) => ({words: inTongue(text, tongue, language), href: null})),
  });
  rows.push(
    plainRow(words.event.type, [words.types[event.type]]),
    plainRow(words.event.status, [words.statusNotes[event.status]]),
    plainRow(
      words.event.figures,
      event.figures.map((figure) => figureWords(figure, source ?? language)),
      source,
    ),
    {
      name: words.event.source,
      links: [...new Set(event.sources.flatMap((s) => ("document" in s ? [s.document] : [])))].flatMap((id): Link[] => {
        const page = library.document(id);
        return page
          ? [
              {
                words: {text: `${words.kinds.document.one} ${number(language, page.number)}`, lang: undefined},
                href: to.document(page.id),
                note: page.publisher === null ? undefined : inTongue(page.publisher, page.language, language),
              },
            ]
          : [];
      }),
    },
  );
  return rows.filter(({links}) => links.length);
}

/** An entity as a link; without a page, as its id. */
export function link(library: Library, kind: EntityKind, id: string, language: string, to: Addresses): Link {
  const entity = library.entity(kind, id);
  if (!entity) return {words: {text: id, lang: undefined}, href: null};
  return {
    words: kind === "organization" ? shortOf(entity, language) : nameOf(entity, language),
    href: hasPage(library, kind, entity) ? to.entity(kind, id) : null,
  };
}

/** An event in one line. */
export function pointer(library: Library, event: EventPage, language: string, to: Addresses): Pointer {
  return {
    id: event.id,
    when: whenOf(event, language),
    title: titleOf(event, language, languageOf(event, library)),
    href: to.event(event.id),
  };
}

function relatedOf(library: Library, event: EventPage, language: string, to: Addresses): {name: string; events: Pointer[]}[] {
  const groups = new Map<string, Pointer[]>();
  for (const tie of related(library, event)) {
    const name = messages(language).relations[tie.relation][tie.side];
    groups.set(name, [...(groups.get(name) ?? []), pointer(library, tie.event, language, to)]);
  }
  return [...groups].map(([name, events]) => ({name, events}));
}
