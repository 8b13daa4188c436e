// The timeline beside a story follows the step being read: the element gets the step's view and events, and moves itself.
const timeline = document.querySelector("letopis-timeline");
const steps = [...document.querySelectorAll<HTMLElement>("[data-view]")];

/** A step is being read once its top has come into the upper part of the window. */
const LINE = 0.45;
let current: HTMLElement | null = null;
let waiting = 0;

function follow(): void {
  waiting = 0;
  const line = innerHeight * LINE;
  const next = steps.findLast((step) => step.getBoundingClientRect().top <= line) ?? steps[0] ?? null;
  if (next === current || !timeline || !next) return;
  current = next;
  for (const step of steps) step.classList.toggle("current", step === next);
  point(null);
  if (timeline.getAttribute("view") !== next.dataset.view) timeline.setAttribute("view", next.dataset.view ?? "");
}

/** One event stands out while it is pointed at, else all of the step. */
function point(id: string | null): void {
  const events = id ?? current?.dataset.events ?? "";
  if (timeline?.getAttribute("events") !== events) timeline?.setAttribute("events", events);
}

const idOf = (target: EventTarget | null) =>
  (target as Element | null)?.closest<HTMLElement>(".current [data-event]")?.dataset.event ?? null;

addEventListener("scroll", () => (waiting ||= requestAnimationFrame(follow)), {passive: true});
addEventListener("resize", () => (waiting ||= requestAnimationFrame(follow)));
document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && point(idOf(event.target)));
document.addEventListener("focusin", (event) => point(idOf(event.target)));
follow();
