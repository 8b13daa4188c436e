// Makes the columns of a table sortable: a button in each heading, the state in aria-sort.
function sortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const body = table.tBodies[0];
  if (!body) return;
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.title = table.dataset.sortLabel ?? "";
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].map((row) => ({row, key: keyOf(row.cells[column], head.dataset.kind === "number")}));
      rows.sort((a, b) => (down ? -1 : 1) * compare(a.key, b.key, collator));
      body.append(...rows.map(({row}) => row));
    });
  });
}

const keyOf = (cell: HTMLTableCellElement | undefined, isNumber: boolean): string | number =>
  isNumber ? Number(cell?.dataset.value ?? 0) : (cell?.textContent ?? "").trim();

// Cells without words stand last.
const compare = (a: string | number, b: string | number, collator: Intl.Collator): number =>
  typeof a === "number" && typeof b === "number"
    ? a - b
    : Number(a === "") - Number(b === "") || collator.compare(String(a), String(b));

for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) sortable(table);

export {};
