import {fileURLToPath} from "node:url";

/** Where the engine keeps our modules compiled: starting takes half as long. It may be deleted, or not be writable, without harm. */
export const codeCache = fileURLToPath(new URL("../../.cache/code", import.meta.url));
