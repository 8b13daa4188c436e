/** What changes between two texts, line by line: ` ` stays, `-` goes, `+` comes; two lines around each change. */
export function diff(before: string, after: string, around = 2): string[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const changed = script(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const lines = [
    ...a.slice(Math.max(0, head - around), head).map((line) => ` ${line}`),
    ...changed,
    ...a.slice(a.length - tail, a.length - tail + around).map((line) => ` ${line}`),
  ];
  // Long unchanged stretches between two changes are left out.
  const near = lines.map((_, i) => lines.slice(Math.max(0, i - around), i + around + 1).some((line) => !line.startsWith(" ")));
  return lines.flatMap((line, i) => (near[i] ? [line] : near[i - 1] ? ["…"] : []));
}

// The longest common subsequence, by table; texts too long for one are shown as all gone and all new.
function script(a: string[], b: string[]): string[] {
  const all = [...a.map((line) => `-${line}`), ...b.map((line) => `+${line}`)];
  if (a.length * b.length > 4_000_000) return all;
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length)
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(` ${a[i++] ?? ""}`);
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) lines.push(`-${a[i++] ?? ""}`);
    else lines.push(`+${b[j++] ?? ""}`);
  return lines;
}
