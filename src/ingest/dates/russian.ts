import {type Lexicon, type Unit, add, inflect} from "./words.ts";

const adjective = "ый ого ому ым ом ая ой ую ое ые ых ыми";
const softAdjective = "ий его ему им ем яя ей юю ее ие их ими";
const sibilantAdjective = "ий его ему им ем ая ей ую ее ие их ими";

/** Puts the Russian words of dates, with Ukrainian and Belarusian months, into a lexicon. */
export function addRussian(words: Lexicon): void {
  months(words);
  weekdays(words);
  units(words);
  ordinals(words);
  cardinals(words);
  relatives(words);
  prepositions(words);
  marks(words);
}

function months(words: Lexicon): void {
  const soft = ["январ", "феврал", "", "апрел", "", "июн", "июл", "", "сентябр", "октябр", "ноябр", "декабр"];
  soft.forEach((stem, i) => {
    if (!stem) return;
    add(words, stem + "ь", {t: "month", v: i + 1, form: "name"});
    add(words, stem + "я", {t: "month", v: i + 1, form: "genitive"});
    add(words, inflect(stem, "ю ем ём е ям ями ях"), {t: "month", v: i + 1, form: "case"});
  });
  for (const [i, stem] of [
    [3, "март"],
    [8, "август"],
  ] as const) {
    add(words, stem, {t: "month", v: i, form: "name"});
    add(words, stem + "а", {t: "month", v: i, form: "genitive"});
    add(words, inflect(stem, "у ом е"), {t: "month", v: i, form: "case"});
  }
  add(words, "май", {t: "month", v: 5, form: "name"});
  add(words, "мая", {t: "month", v: 5, form: "genitive"});
  add(words, "маю маем мае", {t: "month", v: 5, form: "case"});
  const short = "янв фев,февр мар апр , июн июл авг сен,сент окт ноя,нояб дек".split(" ");
  short.forEach((forms, i) => add(words, forms.replaceAll(",", " "), {t: "month", v: i + 1, form: "short"}));
  // Ukrainian, then Belarusian: the genitive stands in dates, the locative after «у».
  const ukrainian =
    "січень/січня/січні лютий/лютого/лютому березень/березня/березні квітень/квітня/квітні травень/травня/травні червень/червня/червні липень/липня/липні серпень/серпня/серпні вересень/вересня/вересні жовтень/жовтня/жовтні листопад/листопада/листопаді грудень/грудня/грудні";
  const belarusian =
    "студзень/студзеня/студзені люты/лютага/лютым сакавік/сакавіка/сакавіку красавік/красавіка/красавіку травень/траўня/траўні чэрвень/чэрвеня/чэрвені ліпень/ліпеня/ліпені жнівень/жніўня/жніўні верасень/верасня/верасні кастрычнік/кастрычніка/кастрычніку лістапад/лістапада/лістападзе снежань/снежня/снежні";
  for (const list of [ukrainian, belarusian])
    list.split(" ").forEach((forms, i) => {
      const [name = "", genitive = "", locative = ""] = forms.split("/");
      // «Лютый», «люты» are adjectives as well: they need a number beside them.
      add(words, name, {t: "month", v: i + 1, form: i === 1 ? "short" : "name"});
      add(words, genitive, {t: "month", v: i + 1, form: "genitive"});
      add(words, locative, {t: "month", v: i + 1, form: i === 1 ? "short" : "case"});
    });
}

function weekdays(words: Lexicon): void {
  const full: [string, string][] = [
    ["понедельник", "- а у ом е и ов ам"],
    ["вторник", "- а у ом е и ов ам"],
    ["сред", "а ы е у ой ам"],
    ["четверг", "- а у ом е и ам"],
    ["пятниц", "а ы е у ей ам"],
    ["суббот", "а ы е у ой ам"],
    ["воскресень", "е я ю ем и ям"],
  ];
  full.forEach(([stem, endings], i) => add(words, inflect(stem, endings), {t: "weekday", v: i + 1, short: false}));
  const short = "пн,пнд вт,втр ср,срд чт,чтв пт,птн сб,сбт вс,вск".split(" ");
  short.forEach((forms, i) => add(words, forms.replaceAll(",", " "), {t: "weekday", v: i + 1, short: true}));
}

function units(words: Lexicon): void {
  const unit = (v: Unit, one: string, many: string) => {
    add(words, one, {t: "unit", v, plural: false});
    add(words, many, {t: "unit", v, plural: true});
  };
  unit("day", "день дня дню днём дне сутки сутка", "дни дней дням днями днях суток сутками");
  unit("week", "неделя недели неделю неделе неделей", "недель неделям неделями неделях");
  unit("decad", "декада декады декаде декаду декадой", "декад декадах");
  unit("month", "месяц месяца месяцу месяце месяцем мес", "месяцы месяцев месяцам месяцах");
  unit("quarter", "квартал квартала кварталу квартале кварталом кв", "кварталы кварталов кварталах кварталам");
  unit("half", "полугодие полугодия полугодию полугодии полугодием", "полугодий");
  unit("year", "год года году годом годе г року рік році", "годы годов годам годах годами лет гг роки років");
  unit("decade", "десятилетие десятилетия десятилетии десятилетию", "десятилетий десятилетиях");
  unit("century", "век века веку веке веком столетие столетия столетии столетию", "веков веках веки вв столетий");
  unit("hour", "полчаса час часа часу часе", "часы часов часам часах");
  unit("minute", "минута минуты минуту мин", "минут минутах");
}

function ordinals(words: Lexicon): void {
  const hard: Record<number, string> = {
    1: "перв",
    4: "четвёрт",
    5: "пят",
    9: "девят",
    10: "десят",
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
    2000: "двухтысячн",
  };
  for (const [v, stem] of Object.entries(hard)) add(words, inflect(stem, adjective), {t: "ordinal", v: +v});
  for (const [v, stem] of [
    [2, "втор"],
    [6, "шест"],
    [7, "седьм"],
    [8, "восьм"],
    [40, "сороков"],
  ] as const)
    add(words, inflect(stem, "ой ого ому ым ом ая ую ое ые ых ыми"), {t: "ordinal", v});
  add(words, "третий третьего третьему третьим третьем третья третьей третью третье третьи третьих", {t: "ordinal", v: 3});
  const romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(" ");
  romans.forEach((form, i) => add(words, form, {t: "roman", v: i + 1}));
}

function cardinals(words: Lexicon): void {
  const list: [number, string][] = [
    [1, "один одного одному одним одном одна одной одну одно"],
    [2, "два две двух двум двумя двое двоих"],
    [3, "три трёх трём тремя трое"],
    [4, "четыре четырёх четырём четверо"],
    [5, "пять пяти пятью"],
    [6, "шесть шести"],
    [7, "семь семи"],
    [8, "восемь восьми"],
    [9, "девять девяти"],
    [10, "десять десяти"],
    [11, "одиннадцать одиннадцати"],
    [12, "двенадцать двенадцати"],
    [13, "тринадцать тринадцати"],
    [14, "четырнадцать четырнадцати"],
    [15, "пятнадцать пятнадцати"],
    [16, "шестнадцать шестнадцати"],
    [17, "семнадцать семнадцати"],
    [18, "восемнадцать восемнадцати"],
    [19, "девятнадцать девятнадцати"],
    [20, "двадцать двадцати"],
    [30, "тридцать тридцати"],
    [40, "сорок сорока"],
    [50, "пятьдесят пятидесяти"],
    [60, "шестьдесят шестидесяти"],
    [70, "семьдесят семидесяти"],
    [80, "восемьдесят восьмидесяти"],
    [90, "девяносто девяноста"],
    [100, "сто ста"],
    [900, "девятьсот девятисот"],
    [1000, "тысяча тысячи тысяч"],
    [1.5, "полтора полутора полторы"],
    [0.5, "полгода"],
  ];
  for (const [v, forms] of list) add(words, forms, v === 0.5 ? {t: "few", v: 0.5} : {t: "cardinal", v});
  add(words, "несколько нескольких пару пара", {t: "few", v: 0});
}

function relatives(words: Lexicon): void {
  const rel = (v: number, hard: string, soft = "", sibilant = "") => {
    for (const stem of hard.split(" ").filter(Boolean)) add(words, inflect(stem, adjective), {t: "rel", v});
    for (const stem of soft.split(" ").filter(Boolean)) add(words, inflect(stem, softAdjective), {t: "rel", v});
    for (const stem of sibilant.split(" ").filter(Boolean)) add(words, inflect(stem, sibilantAdjective), {t: "rel", v});
  };
  // Of a season or a month the one before the last that is over: «позапрошлым летом».
  add(words, inflect("позапрошл", adjective), {t: "rel", v: -2, past: true});
  rel(-1, "прошл");
  for (const stem of ["минувш", "прошедш", "истекш", "ушедш"])
    add(words, inflect(stem, sibilantAdjective), {t: "rel", v: -1, past: true});
  rel(0, "", "нынешн", "текущ уходящ истекающ наступивш");
  add(words, "начавшийся начавшегося начавшемся начавшуюся завершающийся завершающегося завершающемся", {t: "rel", v: 0});
  rel(1, "", "", "следующ будущ грядущ наступающ");
  rel(2, "послеследующ");
  add(
    words,
    "последний последнего последнему последним последнем последняя последней последнюю последнее последние последних последними",
    {t: "span", v: -1},
  );
  add(
    words,
    "ближайшие ближайших ближайший ближайшего ближайшую ближайшей предстоящие предстоящих предстоящий предстоящего предстоящую предстоящей",
    {t: "span", v: 1},
  );
  add(words, "этот этого этому этим этом эта этой эту это эти этих сего сей", {t: "rel", v: 0});
  add(words, "тот того тому том той ту та то", {t: "demonstrative"});
  add(words, "же", {t: "same"});
  for (const [v, forms] of [
    [-3, "позапозавчера"],
    [-2, "позавчера"],
    [-1, "вчера учора"],
    [0, "сегодня сьогодні сёння"],
    [1, "завтра"],
    [2, "послезавтра"],
    [3, "послепослезавтра"],
  ] as const)
    add(words, forms, {t: "day", v});
  add(words, inflect("вчерашн", softAdjective), {t: "dayadj", v: -1});
  add(words, inflect("сегодняшн", softAdjective), {t: "dayadj", v: 0});
  add(words, inflect("завтрашн", softAdjective), {t: "dayadj", v: 1});
  add(words, inflect("прошлогодн", softAdjective), {t: "yearadj", v: -1});
  add(words, inflect("позапрошлогодн", softAdjective), {t: "yearadj", v: -2});
  const months = "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр".split(" ");
  months.forEach((stem, i) => {
    const soft = i === 4 ? `${stem}ск` : i === 2 || i === 7 ? `${stem}овск` : i === 0 ? `${stem}ск` : `${stem}ьск`;
    add(words, inflect(soft, "ий ого ому им ом ая ой ую ое ие их ими"), {t: "monthadj", v: i + 1});
  });
  add(words, "выходные выходных", {t: "weekend"});
  add(words, "нулевые нулевых", {t: "noughties"});
  add(words, "накануне", {t: "eve"});
  add(words, "тогда", {t: "then"});
  add(words, "назад", {t: "ago"});
  add(words, "через", {t: "hence"});
  add(words, "спустя", {t: "since"});
  add(words, "недавно", {t: "vague"});
  add(words, "утром вечером утра вечера", {t: "daypart", v: "day"});
  add(words, "ночью ночь", {t: "daypart", v: "night"});
  add(words, "днём", {t: "daypart", v: "day"});
  for (const [v, noun, adverb] of [
    [1, "весна весны весне весну", "весной весною"],
    [2, "лето лета лету лете", "летом"],
    [3, "осень осени", "осенью"],
    [4, "зима зимы зиме зиму", "зимой зимою"],
  ] as const) {
    add(words, noun, {t: "season", v, adverb: false});
    add(words, adverb, {t: "season", v, adverb: true});
  }
}

function prepositions(words: Lexicon): void {
  add(words, "в во у ў", {t: "prep", v: "in"});
  add(words, "с со c з", {t: "prep", v: "from"});
  add(words, "по", {t: "prep", v: "to"});
  add(words, "до", {t: "prep", v: "upto"});
  add(words, "к ко", {t: "prep", v: "by"});
  add(words, "на за", {t: "prep", v: "for"});
  add(words, "от", {t: "prep", v: "of"});
  add(words, "после", {t: "prep", v: "after"});
  add(words, "между", {t: "prep", v: "between"});
  add(words, "и або", {t: "and"});
  add(words, "начиная", {t: "begin"});
  add(words, "не", {t: "not"});
  add(words, "позднее позже", {t: "late"});
  add(words, "ранее раньше", {t: "early"});
}

function marks(words: Lexicon): void {
  add(words, "начало начала началу начале началом", {t: "edge", v: "start"});
  add(words, "середина середины середине середину", {t: "edge", v: "middle"});
  add(words, "конец конца концу конце концом", {t: "edge", v: "end"});
  add(words, "половина половины половине половину половиной", {t: "halfword"});
  add(words, "около примерно приблизительно ориентировочно предположительно предварительно", {t: "approx"});
  add(words, "число числа числах числам чисел", {t: "number-of-month"});
  add(words, "го ого его е ое ее й ый ий я ая м ом ем му ому х ых ым ю ую ей ой", {t: "suffix"});
  add(words, inflect("лети", "е я ю ем и"), {t: "jubilee"});
  add(words, inflect("годовщин", "а ы е у ой"), {t: "jubilee"});
  add(
    words,
    "исполнилось исполняется исполнится отметил отметила отметили отмечает отмечают отпраздновал отпраздновала празднует",
    {t: "turns"},
  );
  add(words, "мск msk", {t: "zone", v: "+03:00"});
  add(words, "utc gmt", {t: "zone", v: "Z"});
  add(words, "н э т", {t: "abbreviation", v: ""});
}
