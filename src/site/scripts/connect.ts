// Elbow lines between a document's quotations and the notes in its margin, and the lighting of both together.
const SVG = "http://www.w3.org/2000/svg";

function connect(text: HTMLElement): void {
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("class", "connectors");
  lines.setAttribute("aria-hidden", "true");
  text.append(lines);
  const draw = () => {
    const box = text.getBoundingClientRect();
    lines.setAttribute("width", String(Math.round(box.width)));
    lines.setAttribute("height", String(Math.round(box.height)));
    const paths = [...text.querySelectorAll<HTMLElement>("mark[id]")].flatMap((mark) => path(mark, box) ?? []);
    lines.replaceChildren(...paths);
  };
  draw();
  new ResizeObserver(draw).observe(text);
  void document.fonts.ready.then(draw);
  text.addEventListener("toggle", draw, true);
  for (const type of ["pointerover", "focusin"]) text.addEventListener(type, (event) => light(text, event.target as Element));
}

/** The line of one quotation; null where its note stands in the text instead of the margin. */
function path(mark: HTMLElement, box: DOMRect): SVGPathElement | null {
  const n = mark.dataset.note ?? "";
  const note = document.getElementById(`n-${n}`);
  const first = mark.getClientRects()[0];
  const column = mark.closest("p")?.getBoundingClientRect();
  if (!note || !first || !column) return null;
  const beside = note.getBoundingClientRect();
  // In a text that runs from right to left the margin lies on the left.
  const on = getComputedStyle(note.parentElement ?? note).direction === "rtl" ? -1 : 1;
  const edge = (rect: DOMRect, end: boolean) => (end === on > 0 ? rect.right : rect.left) - box.left;
  const out = edge(column, true);
  if ((edge(beside, false) - out) * on < 8) return null;
  const ends = edge(first, true);
  const from = {x: on > 0 ? Math.min(out, ends) : Math.max(out, ends), y: first.bottom - box.top - 1};
  const end = {x: edge(beside, false) - 20 * on, y: beside.top - box.top + 11};
  const turn = out + 12 * on;
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("data-note", n);
  line.setAttribute("d", `M${from.x} ${from.y}H${turn}L${turn + 6 * on} ${end.y}H${end.x}`);
  return line;
}

function light(text: HTMLElement, target: Element): void {
  const part = target.closest<HTMLElement>("mark[data-note], .note");
  const n = part?.dataset.note ?? part?.id.slice(2);
  for (const lit of text.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (n === undefined) return;
  for (const same of text.querySelectorAll(`[data-note="${n}"], #n-${n}`)) same.classList.add("lit");
}

for (const text of document.querySelectorAll<HTMLElement>("[data-connect]")) connect(text);

export {};
