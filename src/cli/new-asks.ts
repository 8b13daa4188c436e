import {isEdtf} from "../model/edtf.ts";
import {entityKinds} from "../model/entity.ts";
import {eventTypes, roles, statuses} from "../model/event.ts";
import {address} from "../model/schema.ts";
import {slug} from "../model/slug.ts";
import {type Folder} from "../store/wanted.ts";

/** What can be written anew. */
export const kinds = ["event", "document", ...entityKinds] as const;
export type Kind = (typeof kinds)[number];

/**
 * One thing to be told of a new page. `many`: may be given several times. `fault`: what is wrong with an answer, in words for
 * a person; null when nothing is. `folder`: the answer is the name of a page there.
 */
export type Ask = {
  flag: string;
  question: string;
  required?: boolean;
  many?: boolean;
  fault?: (answer: string) => string | null;
  folder?: Folder;
};

const oneOf = (words: readonly string[]) => (answer: string) =>
  words.includes(answer) ? null : `«${answer}» is none of: ${words.join(", ")}.`;
const date = (answer: string) =>
  isEdtf(answer) ? null : `«${answer}» is not an EDTF date; write it like 2024-05-10, 2024-05, 2024-05-10~ (about), 2012/2013.`;
const link = (answer: string) =>
  address.safeParse(answer).success ? null : `«${answer}» is not an address; it begins with http://, https:// or mailto:.`;
const role = (answer: string) => {
  const [, word] = answer.split(":");
  return word === undefined || roles.some((one) => one === word) ? null : `«${word}» is none of: ${roles.join(", ")}.`;
};
const name = (answer: string) =>
  slug(answer) === answer || /^[A-Z]{2}$/.test(answer)
    ? null
    : `«${answer}» cannot be the name of a page; use small Latin letters, digits and hyphens, for a country its two letters.`;
const language = (answer: string) => {
  try {
    return Intl.getCanonicalLocales(answer).length ? null : "";
  } catch {
    return `«${answer}» is not a language tag, like ru, en or pt-BR.`;
  }
};

const countries = {flag: "country", question: "Country, by its two letters", many: true, folder: "countries"} as const;
const entityAsks: Ask[] = [
  {flag: "id", question: "Short name of its address, e.g. csto", fault: name},
  {
    flag: "name",
    question: "Name, as «ru: Название» (one language a time; also --name-ru, --name-en …)",
    required: true,
    many: true,
  },
  {flag: "short", question: "Abbreviation, as «ru: ОДКБ» (also --short-ru …)", many: true},
  {flag: "alias", question: "Another name", many: true},
  countries,
];
/** What each kind of page can be told, in the order of asking. */
export const asks: Record<Kind, Ask[]> = {
  event: [
    {flag: "title", question: "Title", required: true},
    {flag: "when", question: "When, e.g. 2024-05-10, 2024-05, 2024-05-10~ (about), 2012/2013", fault: date},
    {flag: "type", question: `Type: ${eventTypes.join(", ")}`, fault: oneOf(eventTypes)},
    {flag: "status", question: `Status: ${statuses.join(", ")}`, fault: oneOf(statuses)},
    {flag: "organization", question: "Organisation, e.g. csto or csto:host", many: true, fault: role, folder: "organizations"},
    countries,
    {flag: "person", question: "Person, by the name of the page", many: true, folder: "people"},
    {flag: "place", question: "Place, by the name of the page", many: true, folder: "places"},
    {flag: "operation", question: "Operation, by the name of the page", many: true, folder: "operations"},
    {flag: "topic", question: "Topic, by the name of the page", many: true, folder: "topics"},
    {flag: "document", question: "Document it is told in, by the name of the page", folder: "documents"},
    {flag: "quote", question: "The words of that document that tell of it"},
    {flag: "url", question: "Address of a source", many: true, fault: link},
    {flag: "text", question: "What happened, in your words"},
  ],
  document: [
    {flag: "title", question: "Title", required: true},
    {flag: "language", question: "Language, e.g. ru", fault: language},
    {flag: "published", question: "Published, e.g. 2024-05-10", fault: date},
    {flag: "publisher", question: "Publisher"},
    {flag: "author", question: "Author"},
    {flag: "url", question: "Address", fault: link},
    {flag: "text-file", question: "File with its text"},
  ],
  organization: [...entityAsks, {flag: "parent", question: "Organisation it is a body of", folder: "organizations"}],
  country: entityAsks,
  person: [...entityAsks, {flag: "post", question: "Post"}, {flag: "of", question: "Organisation", folder: "organizations"}],
  operation: entityAsks,
  topic: [...entityAsks, {flag: "signal", question: "Word that signals it", many: true}],
  place: entityAsks,
};

/** What was answered, by flag. */
export type Answers = Record<string, string[]>;
