import type {APIRoute, GetStaticPaths} from "astro";
import {entityPath} from "../../../../address.ts";
import {eventsOf} from "../../../../entity-pages.ts";
import {answer, gathered, hasRecords, need, organizationFiles, SCHEMA} from "../../../../files.ts";
import {ownLanes} from "../../../../lanes.ts";
import {inputs} from "../../../../inputs.ts";
import {changed} from "../../../../kept.ts";
import {addressesIn, languagePaths} from "../../../../page.ts";
import {library as read} from "../../../../read.ts";
import {records} from "../../../../records.ts";
import {stories} from "../../../../stories.ts";
import {nameOf} from "../../../../wording.ts";

export const getStaticPaths = (async ({routePattern}) => {
  const library = await read();
  const {collection, excerpt} = inputs(library, await stories());
  const paths = languagePaths().flatMap(({params, props}) =>
    ownLanes(library).flatMap((id) =>
      organizationFiles("").map(({name}) => ({params: {...params, id, file: name}, props: {...props, id, name}})),
    ),
  );
  return changed(routePattern, paths, ({props: {id, name}}) => (hasRecords(name) ? excerpt(id) : collection(id)));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({props, site}) => {
  const {lang, id, name} = props as {lang: string; id: string; name: string};
  const library = await read();
  const to = addressesIn(lang);
  const absolute = (href: string) => new URL(href, site).href;
  const organization = library.entity("organization", id);
  const home = absolute(to.entity("organization", id));
  const file = need(organizationFiles(absolute(to.file(SCHEMA))), name);
  const self = absolute(to.page(entityPath("organization", id) + name));
  const excerpt = gathered(library, home, () =>
    records(library, lang, to, absolute).excerpt({
      title: organization ? nameOf(organization, lang).text : id,
      home,
      self,
      events: eventsOf(library, "organization", id),
    }),
  );
  return answer(file, {...excerpt, self});
};
