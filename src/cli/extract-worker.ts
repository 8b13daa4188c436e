import {workerData} from "node:worker_threads";
import {answer, type Task} from "./extract-line.ts";
import {namesIn} from "./gazetteer-pages.ts";
import {serve} from "./jobs.ts";

// One thread of `extract --jobs`; its data is the content folder.
const {names} = namesIn(String(workerData));
serve((task: Task) => answer(task, names));
