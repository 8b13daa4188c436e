import type {APIRoute} from "astro";
import {lastChanges} from "../../exports/lastmod.ts";
import {entityFolders, entityKinds} from "../../model/entity.ts";
import {documentPath, entityPath, eventPath, storyPath} from "../address.ts";
import {hasPage} from "../entity-pages.ts";
import {addressesIn, alternates} from "../page.ts";
import {library as read} from "../read.ts";
import {records} from "../records.ts";
import {sitemapFiles} from "../sitemap.ts";
import {stories} from "../stories.ts";
import {stretchPath, yearPages, years} from "../years.ts";

/** `sitemap`, and its parts where there are too many pages for one file. */
export async function getStaticPaths() {
  return (await files()).map(({name, text}) => ({params: {sitemap: name.replace(/\.xml$/, "")}, props: {text}}));
}

export const GET: APIRoute<{text: string}> = ({props}) =>
  new Response(props.text, {headers: {"content-type": "application/xml"}});

async function files() {
  const library = await read();
  const absolute = (href: string) => new URL(href, import.meta.env.SITE).href;
  const paths = [
    "",
    ...["together/", "documents/", "data/", "table/", "method/"],
    ...["", ...yearPages(years(library.events)).map(({path}) => path)].map((path) => stretchPath(path)),
    ...entityKinds.map((kind) => `${entityFolders[kind]}/`),
    ...((told) => (told.length ? ["stories/", ...told.map(({id}) => storyPath(id))] : []))(await stories()),
    ...library.events.map(({id}) => eventPath(id)),
    ...library.documents.map(({id}) => documentPath(id)),
    ...entityKinds.flatMap((kind) =>
      library.entities[kind].filter((page) => hasPage(library, kind, page)).map(({id}) => entityPath(kind, id)),
    ),
  ];
  const changes = new Map(
    library.site.languages.flatMap((language) => {
      const {entries, documents} = records(library, language, addressesIn(language), absolute).everything("");
      return [...lastChanges(entries, documents)];
    }),
  );
  const entries = paths.map((path) => ({
    versions: alternates(path).map(({language, href}) => ({
      language,
      href: absolute(href),
      changed: changes.get(absolute(href)),
    })),
  }));
  return sitemapFiles(entries, absolute(import.meta.env.BASE_URL.replace(/\/?$/, "/")));
}
