import {parentPort, workerData} from "node:worker_threads";
import type {Made, Order} from "./threads.ts";

type Route = {routeData: {route: string; component: string}; styles: unknown[]};
/** What the module that Astro builds for prerendering exports, as Astro's own prerenderer uses it. */
type Entry = {
  app: {
    setInternals: (internals: object) => void;
    setOptions: (options: object) => void;
    render: (request: Request, options: {routeData: object}) => Promise<Response>;
  };
  manifest: {routes: Route[]; entryModules: Record<string, string>};
};

// A thread of a build: makes the pages it is asked for from what Astro has built for it, see threads.ts.
const {app, manifest} = (await import(workerData as string)) as Entry;
const keyOf = ({route, component}: {route: string; component: string}) => `${route}&${component}`;
const routes = new Map(manifest.routes.map((route) => [keyOf(route.routeData), route]));

// Astro's builder hands these over by reference; of them, pages need the styles of their route.
app.setInternals({
  pagesByKeys: new Map(
    [...routes].map(([key, {styles}]) => [key, {styles: styles.map((sheet, order) => ({sheet, depth: 0, order}))}]),
  ),
  entrySpecifierToBundleMap: new Map(Object.entries(manifest.entryModules)),
});
app.setOptions({settings: {scripts: []}, logger: {options: {destination: {write: said}}}});

parentPort?.on("message", (order: Order) => {
  void make(order);
});

async function make({id, url, ...name}: Order): Promise<void> {
  try {
    const route = routes.get(keyOf(name));
    if (!route) throw new Error(`no route ${name.route} in what Astro built`);
    const response = await app.render(new Request(url), route);
    const body = await response.arrayBuffer();
    const made: Made = {id, status: response.status, headers: [...response.headers], body};
    parentPort?.postMessage(made, [body]);
  } catch (error) {
    parentPort?.postMessage({id, error} satisfies Made);
  }
}

function said({level, message}: {level: string; message: string}): boolean {
  if (level === "warn" || level === "error") console.error(message);
  return true;
}
