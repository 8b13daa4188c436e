// A large set through its tiles in a browser, for the bench of tiles.
import {type TimelineItem} from "../../src/timeline/item.ts";
import {launch} from "../browser/browser.ts";
import {largeOf, serveLarge} from "../browser/tiled.ts";
import {quantile} from "./measure.ts";
import {turn} from "./timeline.ts";

/** ms: from the page's address to the first picture; main-thread time of a frame, the middle one and the 95th of a hundred. */
export type Drawn = {first: number; frame: number; late: number};

export async function drawn(items: TimelineItem[], texts: Map<string, string>): Promise<Drawn> {
  const {url, server} = await serveLarge(largeOf(items, texts));
  const browser = await launch();
  const run = await turn(browser, url, 260);
  await browser.close();
  server.close();
  if (typeof run === "string") return {first: NaN, frame: NaN, late: NaN};
  return {first: run.first, frame: quantile(run.frames, 0.5), late: quantile(run.frames, 0.95)};
}
