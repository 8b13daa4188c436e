import {type Fetched, type Files, nextTry, toFetch} from "./pyramid.ts";

/** Files below one address, asked for once, and again when they failed. */
export type Loader = {
  files: Files;
  /** Names what is needed now and what may come after it; replaces what was named before. */
  want: (needed: readonly string[], ahead: readonly string[]) => void;
  /** Asks at once for all that failed. */
  again: () => void;
  stop: () => void;
};

/** `base`: address of the folder; `arrived` is called after files have come or failed. */
export function loader(base: string, arrived: () => void): Loader {
  const files = new Map<string, Fetched>();
  const asked = new Set<string>();
  let needed: readonly string[] = [];
  let ahead: readonly string[] = [];
  let timer = 0;
  const stopped = new AbortController();

  async function fetchOne(name: string): Promise<void> {
    asked.add(name);
    const before = files.get(name);
    // A file that failed stays so until it is here: the picture does not flicker with every attempt.
    if (!before) files.set(name, {state: "loading"});
    try {
      const answer = await fetch(new URL(name, base), {signal: stopped.signal});
      if (!answer.ok) throw new Error(String(answer.status));
      files.set(name, {state: "ready", value: (await answer.json()) as unknown});
    } catch {
      if (stopped.signal.aborted) return;
      files.set(name, {state: "failed", tries: before?.state === "failed" ? before.tries + 1 : 1, at: Date.now()});
    } finally {
      asked.delete(name);
    }
    arrived();
    pump();
  }

  function pump(): void {
    clearTimeout(timer);
    const now = Date.now();
    const free = (names: readonly string[]) => toFetch(names, files, now).filter((name) => !asked.has(name));
    for (const name of free(needed)) void fetchOne(name);
    // What lies a step away waits until all in view is here.
    if (!needed.some((name) => asked.has(name))) for (const name of free(ahead)) void fetchOne(name);
    const next = nextTry(
      [...needed, ...ahead].filter((name) => !asked.has(name)),
      files,
    );
    if (next !== null && !stopped.signal.aborted) timer = window.setTimeout(pump, Math.max(0, next - now));
  }

  const again = () => {
    for (const [name, file] of files) if (file.state === "failed") files.set(name, {...file, at: -Infinity});
    pump();
  };
  addEventListener("online", again, {signal: stopped.signal});

  return {
    files,
    want(now, later) {
      needed = [...new Set(now)];
      ahead = later.filter((name) => !needed.includes(name));
      pump();
    },
    again,
    stop() {
      stopped.abort();
      clearTimeout(timer);
    },
  };
}
