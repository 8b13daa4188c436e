/** Most documents or names one page lists. */
export const MOST_ON_PAGE = 200;

/** Number of pages a list takes, and what stands on each (from 1). */
export const pageCount = (list: readonly unknown[]): number => Math.ceil(list.length / MOST_ON_PAGE);
export const pageOf = <T>(list: readonly T[], page: number): T[] => list.slice((page - 1) * MOST_ON_PAGE, page * MOST_ON_PAGE);

/** Address of a page of a list, below the list's own. */
export const listPath = (page: number): string => `page/${page}/`;

/** Pages at either end, and on either side of the one that is shown, that have a link. */
const NEAR = 2;

/**
 * The pages a pager links to, however many there are: the first and last ones and those about the current one; null for
 * those left out between. Without a current page, the ends alone.
 */
export function pager(count: number, current?: number): (number | null)[] {
  const shown = Array.from({length: count}, (_, i) => i + 1).filter(
    (page) => page <= NEAR + 1 || page > count - NEAR - 1 || Math.abs(page - (current ?? -Infinity)) <= NEAR,
  );
  return shown.flatMap((page, i) => {
    const gap = page - (shown[i - 1] ?? page - 1);
    return gap === 1 ? [page] : gap === 2 ? [page - 1, page] : [null, page];
  });
}
