import type {APIRoute, GetStaticPaths} from "astro";
import {documentPicture, eventPicture, sitePicture} from "../../../../exports/share.ts";
import {eventsOf, hasPage} from "../../../entity-pages.ts";
import {lanesOf, ownLanes} from "../../../lanes.ts";
import {inputs} from "../../../inputs.ts";
import {changed} from "../../../kept.ts";
import type {Library} from "../../../library.ts";
import {addressesIn, languagePaths} from "../../../page.ts";
import {library as read} from "../../../read.ts";
import {records} from "../../../records.ts";
import {drawn, hasOwnPictures, shareImage} from "../../../share.ts";
import {stories} from "../../../stories.ts";
import {localized, nameOf, shortOf} from "../../../wording.ts";

export const getStaticPaths = (async ({routePattern}) => {
  const library = await read();
  const digests = inputs(library, await stories());
  const own = hasOwnPictures(library);
  const paths = [
    {path: "site", kind: "site", id: ""},
    ...(own ? library.events.map(({id}) => ({path: `events/${id}`, kind: "event", id})) : []),
    ...(own ? library.documents.map(({id}) => ({path: `documents/${id}`, kind: "document", id})) : []),
    ...(own ? organizations(library).map(({id}) => ({path: `organizations/${id}`, kind: "organization", id})) : []),
    ...(own ? (await stories()).map(({id}) => ({path: `stories/${id}`, kind: "story", id})) : []),
  ];
  const all = languagePaths().flatMap(({params, props}) =>
    paths.map(({path, kind, id}) => ({params: {...params, path}, props: {...props, kind, id}})),
  );
  return changed(routePattern, all, ({props: {kind, id}}) => {
    const event = kind === "event" ? library.event(id) : undefined;
    const document = kind === "document" ? library.document(id) : undefined;
    return event ? digests.eventPicture(event) : document ? digests.documentPicture(document) : digests.shown;
  });
}) satisfies GetStaticPaths;

const organizations = (library: Library) =>
  library.entities.organization.filter((page) => hasPage(library, "organization", page));

/** The lanes of those an organisation acted with. */
const partnersOf = (library: Library, id: string) => {
  const near = new Set(eventsOf(library, "organization", id).flatMap((event) => lanesOf(library, event)));
  return ownLanes(library).filter((lane) => lane !== id && near.has(lane));
};

export const GET: APIRoute = async ({props, site}) => {
  const {lang, kind, id} = props as {lang: string; kind: string; id: string};
  const library = await read();
  const record = records(library, lang, addressesIn(lang), (href) => new URL(href, site).href);
  const name = localized(library.site.title, lang)?.text ?? "";
  const lanes = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const entity = library.entity("organization", id);
      return entity ? [{name: shortOf(entity, lang).text, ...drawn(library, {id})}] : [];
    });
  const event = kind === "event" ? library.event(id) : undefined;
  const document = kind === "document" ? library.document(id) : undefined;
  const organization = kind === "organization" ? library.entity("organization", id) : undefined;
  const story = kind === "story" ? (await stories()).find((each) => each.id === id) : undefined;
  const part = organization
    ? {
        title: nameOf(organization, lang).text,
        lead: localized(organization.note, lang)?.text ?? "",
        lanes: lanes([id, ...partnersOf(library, id)]),
      }
    : {
        title: localized(story ? story.title : library.site.heading, lang)?.text ?? name,
        lead: localized(story ? story.lead : library.site.lead, lang)?.text ?? "",
        lanes: lanes(ownLanes(library)),
      };
  const picture = event
    ? eventPicture(record.entry(event), name, lang, (party) => drawn(library, party))
    : document
      ? documentPicture(record.document(document), name)
      : sitePicture(part, name, part.lanes);
  return new Response(new Uint8Array(await shareImage(picture)), {headers: {"content-type": "image/png"}});
};
