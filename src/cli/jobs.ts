import {availableParallelism} from "node:os";
import {parentPort, Worker} from "node:worker_threads";
import {codeCache} from "./code-cache.ts";

/** Tasks sent at once: a message costs more than reading a short text. */
const BATCH = 16;
/** Batches on their way for each other thread, so that none waits for another. */
const AHEAD = 3;

/** Fewer texts than this are read sooner by one thread than by several that must first start. */
export const WORTH_A_WORKER = 150;

/** Number of threads from `--jobs`; without it as many as are useful and the machine has. null: not a number. */
export function jobsFrom(option: string | undefined, useful: number): number | null {
  if (option === undefined) return Math.max(1, Math.min(availableParallelism(), useful));
  return /^[1-9]\d{0,3}$/.test(option) ? Number(option) : null;
}

type Sent<T> = {id: number; tasks: T[]};
type Done<R> = {id: number; results: R[]};

/**
 * Answers to tasks in the order of the tasks, worked out in `jobs` threads: this one, by `answer`, and others of a module that
 * calls `serve`. Holds a bounded number of tasks however many there are. Throws what a thread throws.
 */
export async function* spread<T, R>(
  tasks: Iterable<T> | AsyncIterable<T>,
  module: URL,
  data: unknown,
  jobs: number,
  answer: (task: T) => R,
): AsyncGenerator<R> {
  const others = jobs - 1;
  const waiting = new Map<number, {done: (results: R[]) => void; failed: (error: unknown) => void}>();
  // A thread looks for compiled modules where its environment says.
  const env = {...process.env, NODE_COMPILE_CACHE: codeCache};
  const workers = Array.from({length: others}, () => new Worker(module, {workerData: data, env}));
  for (const worker of workers) {
    worker.on("message", ({id, results}: Done<R>) => {
      waiting.get(id)?.done(results);
      waiting.delete(id);
    });
    worker.on("error", (error) => {
      for (const {failed} of waiting.values()) failed(error);
    });
  }
  const line: Promise<R[]>[] = [];
  let next = 0;
  const send = (batch: T[]) => {
    const id = next++;
    const promise = new Promise<R[]>((done, failed) => waiting.set(id, {done, failed}));
    // Thrown when its turn comes; until then nobody is listening.
    promise.catch(() => undefined);
    line.push(promise);
    workers[id % others]?.postMessage({id, tasks: batch} satisfies Sent<T>);
  };
  try {
    for await (const batch of batches(tasks)) {
      if (waiting.size < others * AHEAD) send(batch);
      else {
        line.push(Promise.resolve(batch.map(answer)));
        // What the others have done meanwhile is heard of now.
        await new Promise(setImmediate);
      }
      while (line.length > jobs * AHEAD) yield* (await line.shift()) ?? [];
    }
    while (line.length) yield* (await line.shift()) ?? [];
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function* batches<T>(tasks: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const task of tasks) {
    batch.push(task);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

/** The other side: answers each task that comes to this thread. */
export function serve<T, R>(answer: (task: T) => R): void {
  parentPort?.on("message", ({id, tasks}: Sent<T>) => {
    parentPort?.postMessage({id, results: tasks.map(answer)} satisfies Done<R>);
  });
}
