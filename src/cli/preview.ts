import {existsSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {serve} from "./serve.ts";
import {basePath, outFolder} from "./site.ts";

const help = `npm run preview -- [--port 4321]
Serves the built site on this machine. A busy port moves on to the next free one.`;

/** `npm run preview`: serves dist/ until it is stopped. */
export async function run(args: string[]): Promise<number> {
  const {values} = parseArgs({
    args,
    options: {port: {type: "string", default: "4321"}, help: {type: "boolean", short: "h", default: false}},
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`«${values.port}» is not a port: a whole number up to 65535 is.`);
    return 2;
  }
  if (!existsSync(join(outFolder, "index.html"))) {
    console.error(`There is no built site in ${outFolder}. Run npm run build first.`);
    return 1;
  }
  const serving = await serve(outFolder, {port, base: basePath()});
  console.log(`${serving.url}  (Ctrl+C stops it)`);
  await new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  });
  await serving.close();
  return 0;
}
