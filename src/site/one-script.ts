import {build} from "vite";
import {standIns} from "./stand-ins.ts";

/** A script and all it imports, also what it would fetch later, as one file. `define`: names to the code that stands for them. */
export async function oneScript(input: string, define: Record<string, string> = {}): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    resolve: {alias: standIns},
    define,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {input, output: {format: "es", codeSplitting: false}},
    },
  });
  const [{output}] = (Array.isArray(result) ? result : [result]) as [{output: {type: string; code?: string}[]}];
  return output.find(({type}) => type === "chunk")?.code ?? "";
}
