import {workerData} from "node:worker_threads";
import {gazetteer} from "../ingest/names/gazetteer.ts";
import {type Seed} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {serve} from "./jobs.ts";
import {rememberingReader} from "./read-cache.ts";

/** What a thread that reads seeds must know. */
export type Shared = {folder: string; version: string; entities: Entity[]};

// One thread of `ingest --jobs`: it reads seeds into the memory of the reader, where the run finds them.
const {folder, version, entities} = workerData as Shared;
const names = gazetteer(entities);
const {learn} = rememberingReader(folder, version);
serve((seed: Seed) => {
  learn(seed, names);
});
