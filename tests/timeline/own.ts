import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {entityFolders, entityKinds, type EntityKind} from "../../src/model/entity.ts";
import {documentSchema, entitySchema, eventSchema} from "../../src/model/schema.ts";
import {addresses} from "../../src/site/address.ts";
import {type EntityPage, type Library, makeLibrary} from "../../src/site/library.ts";
import {part} from "../../src/site/loader/front-matter.ts";
import {readSite} from "../../src/site/settings.ts";
import {timelineData} from "../../src/site/timeline-data.ts";
import {type TimelineData} from "../../src/timeline/item.ts";

/** The pages of a folder, each through the schema of its kind. */
const pages = <T>(folder: string, parse: (data: unknown) => T) =>
  readdirSync(join("content", folder))
    .filter((file) => file.endsWith(".mdx"))
    .map((file) => ({
      ...parse(part(readFileSync(join("content", folder, file), "utf8")).data),
      id: file.replace(/\.mdx$/, ""),
      body: "",
      file: `${folder}/${file}`,
    }));

const library = (): Library =>
  makeLibrary(readSite("content"), {
    events: pages("events", (data) => eventSchema.parse(data)),
    documents: pages("documents", (data) => documentSchema.parse(data)),
    entities: Object.fromEntries(
      entityKinds.map((kind) => [kind, pages(entityFolders[kind], (data) => entitySchema.parse(data))]),
    ) as Record<EntityKind, EntityPage[]>,
  });

/** What the home page of this project's own content shows, as the site makes it. */
export function own(lang: string): TimelineData {
  const all = library();
  return timelineData(all, all.events, lang, addresses("/", lang === all.site.languages[0] ? "" : lang));
}
