// What every page does with a script: the button for light and dark, and the key of the search.
const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const root = document.documentElement;

function chosen(): Theme {
  return themes.find((theme) => theme === root.dataset.theme) ?? "system";
}

function choose(theme: Theme): void {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // A browser that keeps nothing still shows the theme on this page.
  }
}

const button = document.querySelector<HTMLButtonElement>("[data-theme-button]");
if (button) {
  const name = () => {
    const label = `${button.dataset.label ?? ""}: ${button.dataset[chosen()] ?? ""}`;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.classList.remove("waiting");
  name();
  button.addEventListener("click", () => {
    choose(themes[(themes.indexOf(chosen()) + 1) % themes.length] ?? "system");
    name();
  });
}

// Rows that scroll sideways on a phone: browsers leave what has the focus half outside when a part of it shows.
document.addEventListener("focusin", ({target}) => {
  if (target instanceof HTMLElement && target.closest("nav, .filters"))
    target.scrollIntoView({block: "nearest", inline: "nearest", behavior: "instant"});
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
  const find = document.querySelector<HTMLElement>("#search-words") ?? document.querySelector<HTMLElement>("[data-find]");
  if (!find) return;
  event.preventDefault();
  if (find.matches("input")) find.focus();
  else find.click();
});

// The link to the same events in another form takes the view along that stands in the address by then.
for (const kind of ["pointerdown", "click"])
  document.addEventListener(kind, ({target}) => {
    const link = (target as Element).closest<HTMLAnchorElement>("a[data-carries-view]");
    if (link) link.search = location.search;
  });
