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
      const rate = (done * 1000) / Math.max(1, now - started);
      const left = Math.ceil((total - done) / Math.max(rate, 1e-9));
      const line = `${label} ${Math.floor(done)} of ${total} (${Math.floor((done / Math.max(1, total)) * 100)} %, ${Number(rate.toPrecision(2))} a second, ${clock(left)} left)`;
      out.write(out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (said && out.isTTY) out.write("\r\x1b[K");
    },
  };
}

/** Seconds as `1:05`; hours only where there are any. */
function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
