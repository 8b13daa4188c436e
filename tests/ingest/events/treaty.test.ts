import {expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const text = `Сборник договоров

СОГЛАШЕНИЕ
о сотрудничестве государств - участников СНГ в розыске пропавших

(Минск, 5 мая 2008 года)

Вступило в силу 12 июня 2009 года

Правительства государств - участников настоящего Соглашения, далее именуемые Сторонами, желая помогать друг другу,

договорились о следующем:

Статья 1
Настоящее Соглашение вступает в силу со дня сдачи депозитарию третьего уведомления о выполнении процедур.

Совершено в городе Минске 5 мая 2008 года в одном подлинном экземпляре на русском языке.

За Правительство Республики Армения   За Правительство Республики Беларусь
За Правительство Республики Казахстан
`;

test("the text of a treaty tells when it was signed and by whom, and when it came into force; not what it lays down", () => {
  const {events} = readSeed(seedOf(text), names);
  expect(
    events.map(({when, type, countries, organizations, title}) => [
      when,
      type,
      organizations.map(({id}) => id),
      countries,
      title,
    ]),
  ).toEqual([
    ["2009-06-12", "agreement", ["cis"], [], "Вступило в силу"],
    [
      "2008-05-05",
      "agreement",
      ["cis"],
      ["AM", "BY", "KZ"],
      "Соглашение о сотрудничестве государств - участников СНГ в розыске пропавших",
    ],
  ]);
});
