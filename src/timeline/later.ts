/**
 * A part that is fetched when it is first asked for; null until it is here, which `arrived` is told. One that could not be
 * fetched is fetched when it is asked for again.
 */
export function later<T>(fetch: () => Promise<T>, arrived: (part: T) => void): () => T | null {
  let part: T | null = null;
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      fetch().then(
        (came) => arrived((part = came)),
        () => (asked = false),
      );
    }
    return part;
  };
}
