import {createReadStream} from "node:fs";
import {readFile, stat} from "node:fs/promises";
import {createServer, type Server, type ServerResponse} from "node:http";
import {extname, join, normalize, sep} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {type HeaderBlock, headersOf, readHeaders} from "./headers.ts";

/** A running server: its address with the base path and a `/` at the end, and the way to stop it. */
export type Serving = {url: string; port: number; close: () => Promise<void>};

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".jsonld": "application/ld+json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".rss": "application/rss+xml; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".bib": "application/x-bibtex; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder of static files under `base` on this machine only, as a plain file host does: a folder gives its
 * index.html, an unknown address the folder's 404.html, and the folder's `_headers` go with every answer. `port` 0 takes any
 * free one; a busy port moves on to the next.
 */
export async function serve(folder: string, {port = 0, base = "/"}: {port?: number; base?: string} = {}): Promise<Serving> {
  const root = base.endsWith("/") ? base : `${base}/`;
  const blocks = readHeaders(await readFile(join(folder, "_headers"), "utf8").catch(() => ""));
  const server = createServer((request, response) => {
    const packed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    void answer({folder, base: root, blocks}, request.url ?? "/", request.method ?? "GET", packed, response);
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}${root}`,
    port: taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  for (let attempt = port; ; attempt++) {
    const taken = await new Promise<number | null>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" && port !== 0 && attempt < port + 50 ? resolve(null) : reject(error),
      );
      server.listen(attempt, "localhost", () => {
        const address = server.address();
        resolve(address && typeof address === "object" ? address.port : attempt);
      });
    });
    server.removeAllListeners("error");
    if (taken !== null) return taken;
  }
}

type Host = {folder: string; base: string; blocks: readonly HeaderBlock[]};

/** `packed`: the reader takes gzip. */
async function answer(
  {folder, base, blocks}: Host,
  url: string,
  method: string,
  packed: boolean,
  response: ServerResponse,
): Promise<void> {
  const path = decode(url.split(/[?#]/)[0] ?? "/");
  if (path === null || (method !== "GET" && method !== "HEAD")) return plain(response, path === null ? 400 : 405);
  if (path + "/" === base || !path.startsWith(base)) return redirect(response, base);
  const wanted = normalize(join(folder, path.slice(base.length)));
  if (wanted !== normalize(folder) && !wanted.startsWith(normalize(folder + sep))) return plain(response, 400);
  const found = await find(wanted, path.endsWith("/"));
  const headers = headersOf(blocks, `/${path.slice(base.length)}`);
  if (found === "folder") return redirect(response, `${encodeURI(path)}/`);
  if (found === null) {
    const page = await readFile(join(folder, "404.html")).catch(() => null);
    if (!page) return plain(response, 404);
    response.writeHead(404, {...headers, "content-type": types[".html"]});
    response.end(method === "HEAD" ? undefined : page);
    return;
  }
  const type = types[extname(found.file).toLowerCase()] ?? "application/octet-stream";
  // Hosts send text packed; its length is not known before, and HEAD says what GET would.
  const gzip = packed && isText(type);
  response.writeHead(200, {
    "content-type": type,
    ...(gzip ? {"content-encoding": "gzip"} : {"content-length": found.size}),
    ...(isText(type) && {vary: "accept-encoding"}),
    "cache-control": "no-cache",
    ...headers,
  });
  if (method === "HEAD") {
    response.end();
    return;
  }
  const parts = [createReadStream(found.file), ...(gzip ? [createGzip()] : []), response];
  await pipeline(parts).catch(() => response.destroy());
}

const isText = (type: string): boolean => /charset|svg/.test(type);

/** The file an address stands for; `folder` when only the `/` at the end is missing. */
async function find(wanted: string, slash: boolean): Promise<{file: string; size: number} | "folder" | null> {
  const it = await stat(wanted).catch(() => null);
  if (it?.isFile()) return {file: wanted, size: it.size};
  if (!it?.isDirectory()) return null;
  const index = join(wanted, "index.html");
  const page = await stat(index).catch(() => null);
  if (!page?.isFile()) return null;
  return slash ? {file: index, size: page.size} : "folder";
}

function decode(path: string): string | null {
  try {
    const text = decodeURIComponent(path);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function plain(response: ServerResponse, status: number): void {
  response.writeHead(status, {"content-type": types[".txt"]});
  response.end(`${status}\n`);
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, {location: to});
  response.end();
}
