/** Grammatical cases, as far as a name's nominative depends on them. */
export type Case = "nominative" | "genitive" | "dative" | "accusative" | "instrumental" | "prepositional";

const hard =
  "министр директор президент премьер координатор губернатор мэр прокурор депутат сенатор эксперт комиссар советник помощник начальник генерал полковник подполковник майор адмирал командир спикер аким хоким академик профессор редактор лидер генсек главком инспектор омбудсмен маршал капитан лейтенант дипломат аналитик политолог режиссер астроном физик историк инженер космонавт автор композитор актер художник куратор патриарх ректор декан врач дирижер эмиссар канцлер зампред";
const soft =
  "секретарь представитель руководитель заместитель председатель посланник основатель писатель исследователь учитель преподаватель строитель создатель глашатай король правитель";
const participles = "управляющий командующий исполняющий уполномоченный заведующий председательствующий";

const endings: Record<string, Case[]> = {
  "": ["nominative"],
  а: ["genitive", "accusative"],
  у: ["dative"],
  ом: ["instrumental"],
  ем: ["instrumental"],
  е: ["prepositional"],
};

/** Case forms of the words that open a post → nominative and cases: «директором» → директор, instrumental. */
export const posts: ReadonlyMap<string, {nominative: string; cases: Case[]}> = build();

function build(): Map<string, {nominative: string; cases: Case[]}> {
  const map = new Map<string, {nominative: string; cases: Case[]}>();
  const set = (form: string, nominative: string, cases: Case[]) => map.set(form, {nominative, cases});
  for (const word of hard.split(" ")) for (const [e, cases] of Object.entries(endings)) set(word + e, word, cases);
  for (const word of soft.split(" ")) {
    const base = word.slice(0, -1);
    set(word, word, ["nominative"]);
    set(base + "я", word, ["genitive", "accusative"]);
    set(base + "ю", word, ["dative"]);
    set(base + "ем", word, ["instrumental"]);
    set(base + "е", word, ["prepositional"]);
  }
  for (const word of participles.split(" ")) {
    const base = word.slice(0, -2);
    set(word, word, ["nominative"]);
    for (const [e, cases] of [
      ["его", ["genitive", "accusative"]],
      ["ого", ["genitive", "accusative"]],
      ["ему", ["dative"]],
      ["ому", ["dative"]],
      ["им", ["instrumental"]],
      ["ым", ["instrumental"]],
      ["ем", ["prepositional"]],
      ["ом", ["prepositional"]],
    ] as const)
      set(base + e, word, [...cases]);
  }
  for (const word of ["глава", "судья"]) {
    const base = word.slice(0, -1);
    const a = word.endsWith("а");
    set(word, word, ["nominative"]);
    set(base + (a ? "ы" : "и"), word, ["genitive"]);
    set(base + "е", word, ["dative", "prepositional"]);
    set(base + (a ? "у" : "ю"), word, ["accusative"]);
    set(base + (a ? "ой" : "ей"), word, ["instrumental"]);
  }
  for (const form of ["посол", "посла", "послу", "послом", "после"])
    if (form !== "после") set(form, "посол", endings[form === "посол" ? "" : form.slice(4)] ?? ["nominative"]);
  // «замминистра», «замглавы» stand still in every case but the instrumental of the first part never shows.
  for (const word of ["замминистра", "замглавы", "замдиректора", "замруководителя", "замначальника", "замгенсека", "атташе"])
    set(word, word, ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]);
  for (const word of ["вицепремьер", "госсекретарь"]) set(word, word, ["nominative"]);
  for (const [e, cases] of Object.entries({
    ь: ["nominative"],
    я: ["genitive", "accusative"],
    ю: ["dative"],
    ем: ["instrumental"],
    е: ["prepositional"],
  } as Record<string, Case[]>))
    set("госсекретар" + e, "госсекретарь", cases);
  return map;
}

/** Adjectives that belong to a post, by their stems: «Генеральным секретарем», «первого заместителя». */
export const postAdjective =
  /^(?:генеральн|исполнительн|перв|специальн|постоянн|главн|старш|полномочн|чрезвычайн|почетн|ответственн|верховн|федеральн|государственн|экс|вице|пресс|статс|генерал|премьер|бывш|исполняющ)/;
