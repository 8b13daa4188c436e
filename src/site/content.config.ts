import {defineCollection} from "astro:content";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {documentSchema, entitySchema, eventSchema, storySchema} from "../model/schema.ts";
import {content} from "./loader/content.ts";
import {contentFolder} from "./settings.ts";

const folder = (name: string, may: {lack?: boolean} = {}) =>
  content({base: pathToFileURL(join(contentFolder, name, "/")), ...may});

const entities = (name: string) => defineCollection({loader: folder(name), schema: entitySchema});

export const collections = {
  documents: defineCollection({loader: folder("documents"), schema: documentSchema}),
  events: defineCollection({loader: folder("events"), schema: eventSchema}),
  stories: defineCollection({loader: folder("stories", {lack: true}), schema: storySchema}),
  organizations: entities("organizations"),
  countries: entities("countries"),
  people: entities("people"),
  operations: entities("operations"),
  topics: entities("topics"),
  places: entities("places"),
};
