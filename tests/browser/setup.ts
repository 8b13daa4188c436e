import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {browserPath} from "./browser.ts";

/**
 * Finds or unpacks the browser once, before the workers start: two of them unpacking into one place would race.
 * Makes the folder in which the first test that asks for it builds the fixture's site; gone at the end.
 */
export default async function setup(): Promise<() => void> {
  process.env.CHROME_PATH = await browserPath();
  const folder = mkdtempSync(join(tmpdir(), "letopis-site-"));
  process.env.LETOPIS_TEST_SITE = folder;
  return () => rmSync(folder, {recursive: true, force: true});
}
