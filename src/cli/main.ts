import {existsSync} from "node:fs";
import {enableCompileCache} from "node:module";
import {fileURLToPath} from "node:url";
import {setFlagsFromString} from "node:v8";
import {Told} from "../model/told.ts";
import {codeCache} from "./code-cache.ts";

// Left to itself the engine lets garbage grow to several times of what is held.
setFlagsFromString("--heap-growing-percent=30");
// The rules of reading are a thousand functions, each a little warm: the best compiler takes longer over them than it saves.
setFlagsFromString("--invocation-count-for-turbofan=30000");
// Nearly every pattern is asked again: compiled twice, once to be interpreted, it costs twice.
setFlagsFromString("--no-regexp-tier-up");

enableCompileCache(codeCache);

const commands = ["ingest", "extract", "merge", "check", "new", "dev", "build", "preview"];

/** Runs `npm run <command> -- …`; a command's module is loaded only when it is asked for. */
async function main([command = "", ...args]: string[]): Promise<number> {
  const file = new URL(`./${command}.ts`, import.meta.url);
  if (!commands.includes(command) || !existsSync(fileURLToPath(file))) {
    console.error(`«${command}» is not a command. There are: ${commands.join(", ")}.`);
    return 2;
  }
  const {run} = (await import(file.href)) as {run: (args: string[]) => Promise<number>};
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof Told) {
      console.error(error.message);
      return 1;
    }
    const {code, message} = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    console.error(`${message}\nnpm run ${command} -- --help says what it understands.`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
