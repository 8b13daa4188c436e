import {element, fragment} from "../exports/xml.ts";
import {messages} from "../i18n/messages.ts";
import type {StoryMatter} from "../model/schema.ts";
import type {Step} from "../timeline/step.ts";
import type {Addresses} from "./address.ts";
import {parties, type Party} from "./chronicle.ts";
import {type Pointer, pointer} from "./event-page.ts";
import type {Library} from "./library.ts";
import {localized, type Said} from "./wording.ts";

/** An event a story rests on; `number` is its place in the story, from 1. */
export type Evidence = Pointer & {number: number; parties: Party[]};
/** A sentence and the events it rests on. */
export type Sentence = {words: Said; evidence: Evidence[]};
export type StoryStep = {
  title: Said;
  /** The view as in the address bar, without `?`. */
  view: string;
  /** The same view on the timeline. */
  href: string;
  sentences: Sentence[];
  /** Events of all its sentences, in order of number. */
  evidence: Evidence[];
  picture: Step;
};
export type StoryView = {title: Said; lead: Said; steps: StoryStep[]};

const none: Said = {text: "", lang: undefined};

/** A story's page, worded. Events are numbered as the text comes to them; one that is not shown on the site has no link. */
export function storyView(library: Library, story: StoryMatter, language: string, to: Addresses): StoryView {
  const numbers = new Map<string, Evidence>();
  const evidenceOf = (id: string): Evidence[] => {
    const event = library.event(id);
    if (!event) return [];
    const found = numbers.get(id) ?? {
      ...pointer(library, event, language, to),
      id,
      number: numbers.size + 1,
      parties: parties(library, event, language, to),
    };
    numbers.set(id, found);
    return [found];
  };
  return {
    title: localized(story.title, language) ?? none,
    lead: localized(story.lead, language) ?? none,
    steps: story.steps.map(({title, view, sentences}): StoryStep => {
      const told = sentences.map(({text, events}) => ({
        words: localized(text, language) ?? none,
        evidence: events.flatMap(evidenceOf).sort((a, b) => a.number - b.number),
      }));
      const evidence = [...new Set(told.flatMap((sentence) => sentence.evidence))].sort((a, b) => a.number - b.number);
      const heading = localized(title, language) ?? none;
      return {
        title: heading,
        view,
        href: view ? `${to.home}?${view}` : to.home,
        sentences: told,
        evidence,
        picture: {view, events: evidence.map(({id}) => id), label: heading.text},
      };
    }),
  };
}

/** The sentences of a step as markup, each followed by the numbers of its events; a number never begins a line. */
export function paragraph(sentences: readonly Sentence[], language: string): string {
  const {event} = messages(language).stories;
  const notes = (evidence: readonly Evidence[]) =>
    evidence.flatMap(({id, number, href, title}) => [
      "\u00a0",
      element(
        "a",
        {class: "rest", href, "data-event": id},
        element("span", {class: "visually-hidden"}, `${event} `),
        String(number),
        // The title may be in another language, which an aria-label could not say.
        element(
          "span",
          {class: "visually-hidden", "data-pagefind-ignore": ""},
          ": ",
          element("span", {lang: title.lang}, title.text),
        ),
      ),
    ]);
  return sentences
    .map(({words, evidence}) => fragment(element("span", {lang: words.lang}, words.text), ...notes(evidence)).markup)
    .join(" ");
}
