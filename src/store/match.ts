/**
 * Pairs what was wanted with what is there by the likeness of their texts, best pairs first, each at most once.
 * Returns, for each wanted text, the index of its partner or -1. Linear but for texts that share many rare phrases.
 */
export function pairByText(wanted: string[], found: string[], least: number): number[] {
  const partner = wanted.map(() => -1);
  if (!wanted.length || !found.length) return partner;
  const theirs = found.map(shingles);
  const holders = new Map<string, number[]>();
  theirs.forEach((set, i) => {
    for (const shingle of set) {
      const list = holders.get(shingle);
      if (list) list.push(i);
      else holders.set(shingle, [i]);
    }
  });
  const pairs: {w: number; f: number; likeness: number}[] = [];
  wanted.forEach((text, w) => {
    const ours = shingles(text);
    const shared = new Map<number, number>();
    for (const shingle of ours) {
      const list = holders.get(shingle) ?? [];
      // A phrase of every page (a menu, a slogan) says nothing.
      if (list.length <= common) for (const f of list) shared.set(f, (shared.get(f) ?? 0) + 1);
    }
    for (const [f, count] of shared) {
      const size = Math.min(ours.size, theirs[f]?.size ?? 0);
      const likeness = count / Math.max(1, size);
      if (likeness >= least) pairs.push({w, f, likeness});
    }
  });
  pairs.sort((a, b) => b.likeness - a.likeness || a.w - b.w || a.f - b.f);
  const taken = new Set<number>();
  for (const {w, f} of pairs) {
    if (partner[w] !== -1 || taken.has(f)) continue;
    partner[w] = f;
    taken.add(f);
  }
  return partner;
}

const common = 60;

// All runs of three words; a text of one or two words is its own shingle.
function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const set = new Set<string>();
  for (let i = 0; i + 2 < words.length; i++) set.add(words.slice(i, i + 3).join(" "));
  if (!set.size && words.length) set.add(words.join(" "));
  return set;
}
