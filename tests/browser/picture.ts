// `npm run picture`: the README's picture of the built site, .github/home.png.
import {mkdir} from "node:fs/promises";
import {basePath, outFolder} from "../../src/cli/site.ts";
import {serve} from "../../src/cli/serve.ts";
import {launch} from "./browser.ts";

const server = await serve(outFolder, {base: basePath()});
const browser = await launch();
const page = await browser.newPage({viewport: {width: 1440, height: 900}, colorScheme: "light", reducedMotion: "reduce"});
await page.goto(server.url);
await page.evaluate(() => document.fonts.ready);
await mkdir(".github", {recursive: true});
await page.screenshot({path: ".github/home.png"});
await browser.close();
await server.close();
console.log("The picture stands in .github/home.png");
