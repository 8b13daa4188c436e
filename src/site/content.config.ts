import {defineCollection} from "astro:content";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {documentSchema, entitySchema, eventSchema, storySchema} from "../model/schema.ts";
import {content} from "./loader/content.ts";
import {contentFolder, isLarge} from "./settings.ts";

const lean = isLarge();

const folder = (name: string, may: {lack?: boolean; lean?: boolean} = {}) =>
  content({base: pathToFileURL(join(contentFolder, name, "/")), lean, ...may});

const entities = (name: string) => defineCollection({loader: folder(name), schema: entitySchema});

export const collections = {
  documents: defineCollection({loader: folder("documents"), schema: documentSchema}),
  events: defineCollection({loader: folder("events"), schema: eventSchema}),
  stories: defineCollection({loader: folder("stories", {lack: true, lean: false}), schema: storySchema}),
  organizations: entities("organizations"),
  countries: entities("countries"),
  people: entities("people"),
  operations: entities("operations"),
  topics: entities("topics"),
  places: entities("places"),
};
