import cyrillicSans from "@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2?url";
import latinSans from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import cyrillicSerif from "@fontsource-variable/stix-two-text/files/stix-two-text-cyrillic-wght-normal.woff2?url";
import latinSerif from "@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2?url";
import {join} from "node:path";
import {oneScript} from "./one-script.ts";

// As fonts.css has them.
const cyrillic = "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116";
const latin =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+2190-2193, U+20AC, U+2122, U+2212, U+2215, U+2248";
const sans = {family: "Source Sans 3", weight: "200 900"};
const serif = {family: "STIX Two Text", weight: "400 700"};
const fonts = [
  {...sans, href: cyrillicSans, unicodeRange: cyrillic},
  {...sans, href: latinSans, unicodeRange: latin},
  {...serif, href: cyrillicSerif, unicodeRange: cyrillic},
  {...serif, href: latinSerif, unicodeRange: latin},
];

let made: Promise<string> | undefined;

/** The script, in one file: a host copies one line, and no other request of ours waits behind it. */
export const elementScript = (): Promise<string> =>
  (made ??= oneScript(join(process.cwd(), "src/site/scripts/element.ts"), {LETOPIS_FONTS: JSON.stringify(fonts)}));
