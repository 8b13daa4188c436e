/** Whether a word has the look of a Russian or English finite verb or short participle; only used where a date vouches for it. */
export const looksLikeVerb = (form: string): boolean =>
  form.length > 3 &&
  (/(?:[аиеыуояю]л[аио]?|[аиеыуояю]л(?:ся|ась|ось|ись)|ет(?:ся)?|ит(?:ся)?|ют(?:ся)?|ут(?:ся)?|ят(?:ся)?|[ае]н[аоы]|[ая]т[аоы])$/.test(
    form,
  ) ||
    /ed$/.test(form)) &&
  !/^(?:отдел|раздел|предел|дела|капитал|журнал|материал|канал|персонал|филиал|сила|сило|лет|совет|комитет|университет|кабинет|бюджет|институт|суверенитет|визит|этап|октябр|ноябр|пакет|интернет|привет|запрет|паритет|авторитет|приоритет|объект|субъект|аспект|факультет|лимит|кредит|дефицит|транзит)/.test(
    form,
  );

/** Ends Russian infinitives; nouns such as «часть» as well. */
export const infinitiveEnding = /(?:ть|ти|чь|ться|тись)$/;
