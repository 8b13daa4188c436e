import {type APIRoute, type GetStaticPaths} from "astro";
import {documentPicture, eventPicture, sitePicture} from "../../../../exports/share.ts";
import {ownLanes} from "../../../lanes.ts";
import {inputs} from "../../../inputs.ts";
import {changed} from "../../../kept.ts";
import {addressesIn, languagePaths} from "../../../page.ts";
import {library as read} from "../../../read.ts";
import {records} from "../../../records.ts";
import {drawn, hasOwnPictures, shareImage} from "../../../share.ts";
import {stories} from "../../../stories.ts";
import {localized, shortOf} from "../../../wording.ts";

export const getStaticPaths = (async ({routePattern}) => {
  const library = await read();
  const digests = inputs(library, await stories());
  const own = hasOwnPictures(library);
  const paths = [
    {path: "site", kind: "site", id: ""},
    ...(own ? library.events.map(({id}) => ({path: `events/${id}`, kind: "event", id})) : []),
    ...(own ? library.documents.map(({id}) => ({path: `documents/${id}`, kind: "document", id})) : []),
  ];
  const all = languagePaths().flatMap(({params, props}) =>
    paths.map(({path, kind, id}) => ({params: {...params, path}, props: {...props, kind, id}})),
  );
  return changed(routePattern, all, ({props: {kind, id}}) => {
    const event = kind === "event" ? library.event(id) : undefined;
    const document = kind === "document" ? library.document(id) : undefined;
    return event ? digests.eventPicture(event) : document ? digests.documentPicture(document) : digests.all;
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({props, site}) => {
  const {lang, kind, id} = props as {lang: string; kind: string; id: string};
  const library = await read();
  const record = records(library, lang, addressesIn(lang), (href) => new URL(href, site).href);
  const name = localized(library.site.title, lang)?.text ?? "";
  const event = kind === "event" ? library.event(id) : undefined;
  const document = kind === "document" ? library.document(id) : undefined;
  const picture = event
    ? eventPicture(record.entry(event), name, lang, (party) => drawn(library, party))
    : document
      ? documentPicture(record.document(document), name)
      : sitePicture(
          {title: localized(library.site.heading, lang)?.text ?? name, lead: localized(library.site.lead, lang)?.text ?? ""},
          name,
          ownLanes(library).flatMap((organization) => {
            const entity = library.entity("organization", organization);
            return entity ? [{name: shortOf(entity, lang).text, ...drawn(library, {id: organization})}] : [];
          }),
        );
  return new Response(new Uint8Array(await shareImage(picture)), {headers: {"content-type": "image/png"}});
};
