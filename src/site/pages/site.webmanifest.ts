import type {APIRoute} from "astro";
import {icons} from "../icons.ts";
import {addressesIn} from "../page.ts";
import {readSite} from "../settings.ts";
import {localized} from "../wording.ts";

export const GET: APIRoute = () => {
  const site = readSite();
  const [language = "en"] = site.languages;
  const to = addressesIn(language);
  const name = localized(site.title, language)?.text ?? "";
  return new Response(
    `${JSON.stringify({
      name,
      short_name: name,
      description: localized(site.lead, language)?.text,
      lang: language,
      start_url: to.home,
      scope: to.home,
      display: "minimal-ui",
      icons: [
        {src: to.file("favicon.svg"), sizes: "any", type: "image/svg+xml"},
        ...icons
          .filter(({name}) => name.startsWith("icon-"))
          .map(({name, size}) => ({src: to.file(name), sizes: `${size}x${size}`, type: "image/png", purpose: "any maskable"})),
      ],
    })}\n`,
    {headers: {"content-type": "application/manifest+json"}},
  );
};
