/** Says how far a long job is: one line that changes on a terminal, a few lines of their own in a log. */
export type Progress = {at: (done: number) => void; end: () => void};

/** `label` begins a sentence, e.g. "Writing"; `total` is how many things there are. Nothing is said of short jobs. */
export function progress(label: string, total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const started = Date.now();
  let last = started;
  const every = out.isTTY ? 100 : 5000;
  let said = false;
  return {
    at(done) {
      const now = Date.now();
      if (now - last < every) return;
      last = now;
      said = true;
      const line = `${label} ${String(Math.floor(done))} of ${String(total)} (${String(Math.floor((done / Math.max(1, total)) * 100))} %)`;
      out.write(out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (said && out.isTTY) out.write("\r\x1b[K");
    },
  };
}
