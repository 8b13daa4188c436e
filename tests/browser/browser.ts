import {existsSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";
import {type Browser, chromium as playwright} from "playwright-core";

export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
];

/** Where browsers of the Chromium family are installed, by system. */
const places: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/microsoft-edge",
  ],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) => [
    `/Applications/${name}.app/Contents/MacOS/${name}`,
    join(homedir(), `Applications/${name}.app/Contents/MacOS/${name}`),
  ]),
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((name) => {
    const root = process.env[name];
    return root
      ? [
          join(root, "Google\\Chrome\\Application\\chrome.exe"),
          join(root, "Microsoft\\Edge\\Application\\msedge.exe"),
          join(root, "Chromium\\Application\\chrome.exe"),
        ]
      : [];
  }),
};

/** The browser that stands on this machine: CHROME_PATH, else an installed Chrome, Chromium or Edge. */
function installed(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file`);
  return named ?? places[process.platform]?.find((path) => existsSync(path));
}

/** Path of a browser; where none is installed, the one inside the npm package, unpacked with the libraries it needs. */
export async function browserPath(): Promise<string> {
  const path = installed();
  if (path) return path;
  // The package unpacks its shared libraries (NSS and others a bare machine lacks) only where it believes to run on Lambda.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const {default: packed} = await import("@sparticuz/chromium");
  return packed.executablePath();
}

/** A headless browser. */
export async function launch(): Promise<Browser> {
  return playwright.launch({
    executablePath: await browserPath(),
    headless: true,
    args: flags,
    env: {...process.env} as Record<string, string>,
  });
}
