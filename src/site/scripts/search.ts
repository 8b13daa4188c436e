// The search page: words and filters in the address, results made as nodes, never as markup.
type Fragment = {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
};
type Found = {results: {id: string; data: () => Promise<Fragment>}[]};
type Pagefind = {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  debouncedSearch: (words: string | null, options: {filters: Record<string, string>}, wait?: number) => Promise<Found | null>;
};

/** Results shown at once: each is a file of its own. */
const PAGE = 10;
/** Milliseconds to wait for a next key. */
const TYPING = 120;

const page = document.querySelector<HTMLElement>("[data-search]");
if (page) start(page);

function start(root: HTMLElement): void {
  const say = (key: string, words = "") => (root.dataset[key] ?? "").replace("…", words);
  const input = need<HTMLInputElement>(root, "input");
  const state = need(root, ".search-state");
  const list = need(root, ".search-results");
  const more = need<HTMLButtonElement>(root, ".search-more");
  // Pagefind loads a filter only when it is asked for.
  const selects = [...root.querySelectorAll<HTMLSelectElement>(".search-filters select")];
  const program = new URL(root.dataset.search ?? "", location.href).href;
  const inWorker = root.dataset.worker !== undefined;
  if (inWorker) allowScript(program.replace(/\.js$/, "-worker.js"));
  let engine: Promise<Pagefind> | undefined;
  let found: Found | null = null;
  let shown = 0;
  let turn = 0;

  root.hidden = false;
  const address = new URLSearchParams(location.search);
  input.value = address.get("q") ?? "";
  for (const select of selects) {
    const value = address.get(select.name) ?? "";
    if ([...select.options].some((option) => option.value === value)) select.value = value;
    select.addEventListener("change", () => void look(0));
  }
  state.textContent = say("start");

  const load = () => {
    engine ??= (async () => {
      state.textContent = say("loading");
      const made = (await import(/* @vite-ignore */ program)) as Pagefind;
      await made.options({
        noWorker: !inWorker,
        baseUrl: root.dataset.base,
        excerptLength: 24,
        ranking: {termSimilarity: 1.2, metaWeights: {title: 5, own: 40, names: 1}},
      });
      await made.init();
      return made;
    })();
    return engine;
  };

  async function look(wait = TYPING): Promise<void> {
    const mine = ++turn;
    const words = input.value.trim();
    try {
      const pagefind = await load();
      const filters: Record<string, string> = {};
      for (const {name, value} of selects) if (value) filters[name] = value;
      remember(words, filters);
      if (!words && !Object.keys(filters).length) {
        found = null;
        list.replaceChildren();
        more.hidden = true;
        state.textContent = say("start");
        return;
      }
      const answer = await pagefind.debouncedSearch(words || null, {filters}, wait);
      if (!answer || mine !== turn) return;
      found = answer;
      shown = 0;
      list.replaceChildren();
      state.textContent = answer.results.length ? say("found", String(answer.results.length)) : say("nothing", words);
      await show(mine);
    } catch (error) {
      engine = undefined;
      state.textContent = say("failed");
      console.warn(error);
    }
  }

  async function show(mine: number): Promise<void> {
    const some = found?.results.slice(shown, shown + PAGE) ?? [];
    const data = await Promise.all(some.map((result) => result.data()));
    if (mine !== turn) return;
    // Pagefind weighs words; what is called exactly so comes before what only has the words in its name.
    const isIt = ({meta}: Fragment) => (meta.own ?? "").toLowerCase().split(" · ").includes(input.value.trim().toLowerCase());
    list.append(...data.sort((a, b) => Number(isIt(b)) - Number(isIt(a))).map(row));
    shown += some.length;
    more.hidden = shown >= (found?.results.length ?? 0);
  }

  input.addEventListener("input", () => void look());
  input.addEventListener("focus", () => void load().then(() => input.value || (state.textContent = say("start"))), {once: true});
  more.addEventListener("click", () => void show(turn));
  if (input.value || selects.some(({value}) => value)) void look(0);
  else input.focus();
}

/** The one script the page may start: Pagefind asks for its worker by address, which Trusted Types leave to a default policy. */
function allowScript(address: string): void {
  type Types = {createPolicy: (name: "default", rules: {createScriptURL: (asked: string) => string | null}) => unknown};
  const {trustedTypes} = globalThis as {trustedTypes?: Types};
  trustedTypes?.createPolicy("default", {
    createScriptURL: (asked) => (new URL(asked, location.href).href === address ? asked : null),
  });
}

function remember(words: string, filters: Record<string, string>): void {
  const query = new URLSearchParams(words ? {q: words, ...filters} : filters).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

/** One result: when, what, who, and the words around the find. */
function row({url, excerpt, meta}: Fragment): HTMLLIElement {
  const item = document.createElement("li");
  const when = text("span", "date", meta.when ?? meta.label ?? "");
  const title = document.createElement("span");
  title.className = "list-title";
  const link = text("a", "", meta.title ?? url);
  link.setAttribute("href", url);
  link.setAttribute("dir", "auto");
  spoken(link, meta.titleLang);
  title.append(link);
  const about = document.createElement("span");
  about.className = "more";
  about.append(...marked(excerpt));
  // An excerpt may come from the page's own words or from the source's.
  if (meta.textLang && mostlyIn(about.textContent, meta.textLang)) spoken(about, meta.textLang);
  const who = text("span", "more who", meta.who ?? "");
  spoken(who, meta.whoLang);
  item.append(when, title, who, about);
  return item;
}

/** Whether most letters of a text are those a language is written in. */
function mostlyIn(text: string, language: string): boolean {
  const script = new Intl.Locale(language).maximize().script ?? "Latin";
  const own = new RegExp(`\\p{Script=${script}}`, "gu");
  return (text.match(own)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** Words of another language than the page's say so. */
function spoken(node: HTMLElement, language: string | undefined): void {
  if (language) node.lang = language;
}

function text(name: string, className: string, words: string): HTMLElement {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.textContent = words;
  return node;
}

/** An excerpt as nodes: Pagefind marks the words with tags and writes the signs of HTML as entities. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    const word = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
    return word === undefined ? document.createTextNode(plain(part)) : text("mark", "", plain(word));
  });
}

const signs: Record<string, string> = {lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'"};
const plain = (html: string): string => html.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, name: string) => signs[name] ?? "");

function need<T extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): T {
  const node = root.querySelector<T>(selector);
  if (!node) throw new Error(`the search page has no ${selector}`);
  return node;
}

export {};
