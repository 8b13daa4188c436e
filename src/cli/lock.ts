import {closeSync, existsSync, mkdirSync, openSync, readFileSync, rmdirSync, statSync, unlinkSync, writeSync} from "node:fs";
import {hostname, uptime} from "node:os";
import {dirname} from "node:path";
import {Told} from "../model/told.ts";
import {DiskError, reason} from "../store/files.ts";

/** Another run holds the lock; the message says which, and what to do if it does not. */
export class LockedError extends Told {}

type Holder = {pid: number; host: string; since: string};

/** Takes the lock of a file's name and returns what gives it back. A lock whose run is dead is taken over. Throws LockedError, and DiskError where none can be written. */
export function lock(path: string): () => void {
  writing(() => mkdirSync(dirname(path), {recursive: true}));
  if (!create(path)) {
    takeOver(path);
    if (!create(path)) throw locked(path);
  }
  return () => {
    if (holderOf(path)?.pid === process.pid) unlinkSync(path);
  };
}

function create(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw refused(error);
  }
  const holder: Holder = {pid: process.pid, host: hostname(), since: new Date().toISOString()};
  try {
    writeSync(file, JSON.stringify(holder));
  } catch (error) {
    unlinkSync(path);
    throw refused(error);
  } finally {
    closeSync(file);
  }
  return true;
}

const refused = (error: unknown) => new DiskError(`${reason(error)} Nothing was changed.`);

function writing(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    throw refused(error);
  }
}

// Two runs may find the same dead lock; the folder lets only one of them look again and remove it.
function takeOver(path: string): void {
  const door = `${path}.stale`;
  try {
    mkdirSync(door);
  } catch {
    if (existsSync(door) && Date.now() - statSync(door).mtimeMs > 10_000) rmdirSync(door);
    throw locked(path);
  }
  try {
    if (existsSync(path)) {
      if (!isDead(path)) throw locked(path);
      unlinkSync(path);
    }
  } finally {
    rmdirSync(door);
  }
}

function isDead(path: string): boolean {
  const holder = holderOf(path);
  const {mtimeMs} = statSync(path);
  // A lock without a name was cut off while it was written, unless that is happening now.
  if (!holder) return Date.now() - mtimeMs > 5_000;
  if (holder.host !== hostname()) return false;
  // Numbers of processes begin anew when the machine does.
  if (mtimeMs < Date.now() - uptime() * 1000 - 60_000) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function locked(path: string): LockedError {
  const holder = holderOf(path);
  const who = holder ? `process ${String(holder.pid)} on ${holder.host} since ${holder.since}` : "another run";
  return new LockedError(`Another ingest is at work (${who}). Wait for it; if there is none, delete ${path}.`);
}
