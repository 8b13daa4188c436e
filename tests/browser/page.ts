import {type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {type Serving, serve} from "../../src/cli/serve.ts";
import {BASE, fixtureSite} from "../site/site.ts";
import {launch} from "./browser.ts";

/** A page of the fixture's site, with what went wrong on it so far. */
export type Visit = {page: Page; url: string; wrong: string[]; close: () => Promise<void>};

/**
 * Starts a browser and serves the fixture's site, or another one, for the tests of a file; call at its top. `visit` opens a page by its path
 * and gathers errors of the console, of scripts and of the policy, failed requests, and requests that leave the site.
 */
export function site(
  built = fixtureSite,
  base = BASE,
): {visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>} {
  let browser: Browser;
  let serving: Serving;
  beforeAll(async () => {
    const folder = await built();
    serving = await serve(folder, {base});
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });
  return {
    async visit(path, options = {}) {
      const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...options});
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
      });
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith(new URL(serving.url).origin) && !request.url().startsWith("data:"))
          wrong.push(`request leaves the site: ${request.url()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(serving.url + path);
      return {page, url: serving.url, wrong, close: () => context.close()};
    },
  };
}
