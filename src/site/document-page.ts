import {count, dateNote, messages, number} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import {element, escapeXml, fragment, type Markup} from "../exports/xml.ts";
import {glyph} from "../timeline/glyph.ts";
import {type Addresses, quoteAnchor} from "./address.ts";
import {partBoilerplate} from "./boilerplate.ts";
import {parties, type Party, sentence, whenOf} from "./chronicle.ts";
import {hasPage} from "./entity-pages.ts";
import {headOf, look} from "./lanes.ts";
import type {DocumentPage, EventPage, Library} from "./library.ts";
import {type Block, type Inline, lines, proseOf, readProse, words as plainWords} from "./prose.ts";
import {languageOf, titleOf} from "./wording.ts";

/** A stretch of the text as markup; `boilerplate` ones are shown folded. `paragraphs`: how many it has. */
export type Stretch = {boilerplate: boolean; markup: string; paragraphs: number};
/** A date of the text: its words, how they were read, and why so. */
export type DateRow = {number: number; words: string; reading: string; notes: string[]; edtf: string | null};
export type DocumentView = {stretches: Stretch[]; dates: DateRow[]; readable: boolean; quotes: number};

type State = {
  library: Library;
  language: string;
  to: Addresses;
  /** Number of each event's quotation, in order of place; events quoted together share one. */
  numbers: Map<string, number>;
  /** Of the news so far; null where paragraphs are not numbered, as in boilerplate. */
  paragraphs: number | null;
  dates: DateRow[];
};

/** A document's text with its marks, worded notes beside them, and its dates. */
export function documentView(library: Library, document: DocumentPage, language: string, to: Addresses): DocumentView {
  const prose = proseOf(document);
  const anchors = new Map(
    library
      .eventsIn(document.id)
      .flatMap((event) =>
        event.sources.flatMap((s) => ("document" in s && s.document === document.id ? [[event.id, s.span[0]] as const] : [])),
      ),
  );
  const parts = partBoilerplate(prose.blocks, document.seed?.span ?? null, document.boilerplate, anchors);
  const state: State = {library, language, to, numbers: new Map(), paragraphs: 0, dates: []};
  const stretches: Stretch[] = [];
  for (const {block, boilerplate} of parts) {
    const own = boilerplate ? {...state, paragraphs: null} : state;
    // News pages break a line where print begins a paragraph: each line is shown, and numbered, as one.
    const shown = block.kind === "paragraph" ? lines(block.children).map((children) => ({...block, children})) : [block];
    const markup = shown.map((part) => blockMarkup(part, own).markup).join("");
    const last = stretches.at(-1);
    if (last?.boilerplate === boilerplate) {
      last.markup += markup;
      last.paragraphs += shown.length;
    } else stretches.push({boilerplate, markup, paragraphs: shown.length});
  }
  return {stretches, dates: state.dates, readable: prose.readable, quotes: new Set(state.numbers.values()).size};
}

/** Markup of any body, for pages that only show it: no numbers, no notes. */
export function bodyMarkup(library: Library, body: string, language: string, to: Addresses): string {
  const state: State = {library, language, to, numbers: new Map(), paragraphs: null, dates: []};
  return fragment(...readProse(body).blocks.map((block) => blockMarkup(block, state, false))).markup;
}

function blockMarkup(block: Block, state: State, numbered = true): Markup {
  const inside = (nodes: readonly Inline[]) => inlineMarkup(nodes, state, numbered, false);
  switch (block.kind) {
    case "paragraph": {
      if (state.paragraphs === null) return element("p", {}, inside(block.children));
      state.paragraphs++;
      return element(
        "p",
        {},
        element("span", {class: "paragraph-number", "aria-hidden": "true", "data-pagefind-ignore": ""}, String(state.paragraphs)),
        inside(block.children),
      );
    }
    case "heading":
      // The page has its own h1 and h2; headings of a text stand below them.
      return element(`h${Math.min(6, block.depth + 2)}`, {}, inside(block.children));
    case "list":
      return element(
        block.ordered ? "ol" : "ul",
        {},
        ...block.items.map((item) =>
          element("li", {}, ...item.map((part) => tight(part, inside) ?? blockMarkup(part, state, numbered))),
        ),
      );
    case "quotation":
      return element("blockquote", {}, ...block.children.map((part) => blockMarkup(part, state, numbered)));
    case "code":
      return element("pre", {}, block.text);
    case "table":
      return element(
        "table",
        {},
        ...block.rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, inside(cell))))),
      );
    case "rule":
      return {markup: "<hr>"};
  }
}

const tight = (part: Block, inside: (nodes: readonly Inline[]) => Markup): Markup | null =>
  part.kind === "paragraph" ? inside(part.children) : null;

/** `linked`: inside a link already, where no other may stand. */
function inlineMarkup(nodes: readonly Inline[], state: State, numbered: boolean, linked: boolean): Markup {
  const within = (list: readonly Inline[], inLink = linked) => inlineMarkup(list, state, numbered, inLink);
  return fragment(
    ...nodes.map((node): Markup => {
      switch (node.kind) {
        case "text":
          return fragment(node.text);
        case "code":
          return element("code", {}, node.text);
        case "emphasis":
          return element("em", {}, within(node.children));
        case "strong":
          return element("strong", {}, within(node.children));
        case "delete":
          return element("del", {}, within(node.children));
        case "link":
          return linked ? within(node.children) : element("a", {href: node.href}, within(node.children, true));
        case "mention":
          return mentionMarkup(node, state, linked, within(node.children, true));
        case "when":
          return numbered ? dateMarkup(node, state, linked, within(node.children, true)) : within(node.children);
        case "quote":
          return numbered ? quoteMarkup(node, state, within(node.children)) : within(node.children);
      }
    }),
  );
}

/** A name as a link to its entity's page; plain words where it has none, or inside another link. */
export function mentionMarkup(
  node: Pick<Inline & {kind: "mention"}, "entity" | "id">,
  {library, to}: Pick<State, "library" | "to">,
  linked: boolean,
  inside: Markup,
): Markup {
  const entity = library.entity(node.entity, node.id);
  const organization = node.entity === "organization" ? library.entity("organization", headOf(library, node.id)) : undefined;
  const name = organization ? `mention lane-${look(organization).ink}` : "mention faint";
  return entity && !linked && hasPage(library, node.entity, entity)
    ? element("a", {class: name, href: to.entity(node.entity, node.id)}, inside)
    : element("span", {class: name}, inside);
}

function dateMarkup(node: Inline & {kind: "when"}, state: State, linked: boolean, inside: Markup): Markup {
  const {language} = state;
  const words = messages(language);
  const n = state.dates.length + 1;
  const note = dateNote(language, node.note);
  state.dates.push({
    number: n,
    words: plainWords(node.children),
    reading: node.edtf === null ? words.document.unresolved : whenWords(node.edtf, language),
    notes:
      node.edtf !== null && node.basis !== "stated"
        ? [words.basis[node.basis], ...(note ? [sentence(note)] : [])]
        : note
          ? [sentence(note)]
          : [],
    edtf: node.edtf,
  });
  const name = node.edtf === null ? "date-words open" : "date-words";
  return linked ? element("span", {class: name}, inside) : element("a", {class: name, href: `#d-${n}`, id: `w-${n}`}, inside);
}

function quoteMarkup(node: Inline & {kind: "quote"}, state: State, inside: Markup): Markup {
  const events = node.events.flatMap((id) => state.library.event(id) ?? []);
  if (!events.length) return inside;
  // Words of an event told before may be the first of another: only the others get a number, a note and their anchors.
  const fresh = events.filter(({id}) => !state.numbers.has(id));
  const [first] = fresh;
  if (!first) return element("mark", {"data-note": String(state.numbers.get(events[0]?.id ?? ""))}, inside);
  const n = new Set(state.numbers.values()).size + 1;
  for (const {id} of fresh) state.numbers.set(id, n);
  return fragment(
    noteMarkup(n, events, state),
    element(
      "mark",
      {id: quoteAnchor(first.id), "data-note": String(n)},
      ...fresh.slice(1).map(({id}) => element("span", {id: quoteAnchor(id), class: "anchor"})),
      element("sup", {class: "quote-number", "aria-hidden": "true", "data-pagefind-ignore": ""}, String(n)),
      inside,
    ),
  );
}

/** The note in the margin: which events rest on the words beside it. */
function noteMarkup(n: number, events: readonly EventPage[], {library, language, to}: State): Markup {
  const words = messages(language);
  return element(
    "span",
    {
      class: "note",
      role: "note",
      "data-pagefind-ignore": "",
      id: `n-${n}`,
      lang: language,
      "aria-label": words.event.quoteNumber(n),
    },
    element("span", {class: "note-number", "aria-hidden": "true"}, String(n)),
    ...events.map((event) => {
      const title = titleOf(event, language, languageOf(event, library));
      const note = dateNote(language, event.whenNote);
      return element(
        "span",
        // The note's place follows the text, its words the page.
        {class: "note-event", dir: words.direction},
        element(
          "span",
          {class: event.when === null ? "note-date undated" : "note-date"},
          whenOf(event, language),
          event.status !== "happened" && element("span", {class: "tag"}, words.statuses[event.status]),
        ),
        element("a", {href: to.event(event.id), lang: title.lang}, title.text),
        chordMarkup(parties(library, event, language, to)),
        note && element("span", {class: "note-why"}, sentence(note)),
      );
    }),
  );
}

function chordMarkup(list: readonly Party[]): Markup {
  return element(
    "span",
    {class: "chord"},
    ...list.map(({name, shape, ink}, i) =>
      fragment(
        i > 0 && element("span", {class: "join"}, element("span", {class: "visually-hidden"}, ", ")),
        element(
          "span",
          {class: "party", lang: name.lang},
          {
            markup: `<svg class="glyph lane-${ink}" width="13" height="13" viewBox="-7.5 -7.5 15 15" aria-hidden="true"><path class="head" d="${escapeXml(glyph(shape, 0, 0))}"/></svg>`,
          },
          name.text,
        ),
      ),
    ),
  );
}

/** «БЕЛТА, 13 декабря 2023 г.»: a sentence, whose full stop an abbreviation may bring along. */
export function whoAndWhen({publisher, published}: Pick<DocumentPage, "publisher" | "published">, language: string): string {
  const who = publisher ?? messages(language).document.publisherUnknown;
  const said = published ? `${who}, ${whenWords(published, language)}` : who;
  return said.endsWith(".") ? said : `${said}.`;
}

/** «Из текста взято 6 событий, из них без даты: 1.» */
export function takenFrom(events: readonly EventPage[], language: string): string {
  const words = messages(language);
  if (!events.length) return words.document.fromNone;
  const undated = events.filter(({when}) => when === null).length;
  const said = words.document.from({events: count(language, events.length, words.counts.events)});
  return `${said}${undated ? words.document.undatedOf(number(language, undated)) : ""}.`;
}
