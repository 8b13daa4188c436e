import {all, any, before, near, next, not, only, unless} from "./beside.ts";
import {rule, type Rule} from "./clue-rule.ts";

/** Words of operations, exercises and trainings, where their neighbours matter. */
export const wordsOfService: Rule[] = [
  // «силы специальных операций», «командование специальных операций»: a unit's name.
  rule(
    `(?:спец)?операци[яиюй] (?:спец)?операци(?:ей|ям|ями|ях)`,
    "noun",
    "operation",
    null,
    unless(
      all(
        before(/^(?:специальн|миротворческ)/),
        near(-2, -2, /^(?:сил|войск|командован|центр|бригад|полк|отряд|подразделен|рот[аыу]?$|групп)/),
      ),
    ),
  ),
  // «второй модуль курса», «учебный модуль»; «жилой модуль» is built.
  rule(
    `модул[ьяюи] модул(?:ем|ей|ями|ях)`,
    "noun",
    "training",
    null,
    unless(before(/^(?:жил|орбитальн|лунн|научн|лабораторн|посадочн|программн|базов|служебн)/)),
    unless(near(-3, -1, /^(?:запуст|запущен|построен|пристыков|смонтир|установ)/)),
  ),
  // «второй этап» of an operation or exercise; «пилотная фаза работы», «этап строительства» are of other things.
  rule(
    `этап(?:а|у|ом|е|ы)? фаз[аыуе] фазой`,
    "noun",
    "operation",
    null,
    unless(next(/^(?:работ|строительств|реформ|отбор|конкурс|внедрени|сотрудничеств|интеграци|развити)/)),
  ),
  // «оперативно-профилактические мероприятия», «мероприятия по розыску»; alone they say nothing.
  rule(
    `мероприяти[еяюйи] мероприяти(?:ем|ям|ями|ях)`,
    "noun",
    "operation",
    null,
    only(
      any(
        near(
          -3,
          -1,
          /оперативн|розыскн|профилактическ|комплекс|специальн|рейдов|целев|антинаркотич|пограничн|поисков|проверочн|скоординирован/,
        ),
        all(next(/^по$/), near(2, 2, /^(?:выявлени|пресечени|перекрыти|розыск|поиск|задержани|уничтожени)/)),
      ),
    ),
  ),
  // «Задержания прошли с 15 по 23 сентября»: what police did in many places at once.
  rule(
    `задержани(?:я|й) арест(?:ы|ов) обыск(?:и|ов)`,
    "noun",
    "operation",
    null,
    only(near(-3, 3, /^(?:прош|проведен|проход|провод|состоя)/)),
  ),
  // «совместная отработка» is an operation, «отработка навыков» is what one practises at an exercise.
  rule(`отработк[аиуе] отработкой`, "noun", "operation", null, only(before(/^совместн/))),
  // «вторая волна прошла 5–9 мая» of an operation; other waves come by themselves.
  rule(`волн[аыуе] волной`, "noun", "operation", null, only(before(/^(?:перв|втор|трет|последн|очередн|следующ|нов)/))),

  // "in the course of 2016" is no course.
  rule(
    `courses?`,
    "noun",
    "training",
    null,
    unless(all(before(/^the$/), next(/^of$/), near(-2, -2, /^(?:in|during|over|through)$/))),
  ),
  // «внезапная проверка войск» is an exercise, other checks are none; «учебная тревога».
  rule(`проверк[аиуе] проверкой`, "noun", "exercise", null, only(before(/^внезапн/))),
  rule(`тревог[аиуе] тревогой`, "noun", "exercise", null, only(before(/^учебн/))),
  // «боевые стрельбы» are exercised, other shooting is a crime.
  rule(`стрельб(?:ы|ах|ам|ами)?`, "noun", "exercise", null, only(before(/^(?:боев|учебн|зачетн|контрольн|показн)/))),
  // «штабная игра», «розыгрыш эпизодов учения»; others are play.
  rule(`игр[аыуе] игрой`, "noun", "exercise", null, only(before(/^(?:штабн|командн|военн|делов)/))),
  rule(`розыгрыш(?:а|у|ем|е)?`, "noun", "exercise", null, only(next(/^(?:активн|основн|эпизод|практическ|действ)/))),
  // «отработал штурм», «отработаны вопросы взаимодействия»; police work through addresses, leaders through a term.
  rule(
    `отработал[аи]? отработан[аоы]?`,
    "act",
    "exercise",
    "happened",
    only(
      near(
        -6,
        6,
        /^(?:навык|вопрос|действи|взаимодейств|штурм|освобожд|эпизод|тактик|прием|условн|полигон|отражен|десант|задач|элемент|алгоритм)/,
      ),
    ),
  ),
  // «на полигоне учились военные»; others who learnt are in no exercise.
  rule(`учились`, "act", "exercise", "happened", only(near(-8, 8, /^полигон/))),
  rule(`учатся учил(?:ся|ась)`, "act", "training", "happened", unless(near(-8, 8, /^(?:полигон|школ|детей)/))),

  // «их будут учить выявлять подделки»; whoever likes to learn is not at a training.
  rule(`учить учиться`, "act", "training", "planned", only(before(/^(?:будет|будут)$/))),
  // «подготовлено 46 сотрудников», «обучен 21 участковый», not «подготовлен проект».
  rule(
    `подготовлен[аоы]?`,
    "act",
    "training",
    "happened",
    only(
      near(
        1,
        5,
        /^(?:сотрудник|специалист|офицер|следовател|кинолог|участков|инструктор|слушател|эксперт|пограничник|кадр|человек|военнослужащ|полицейск|милиционер|таможенник|консультант)/,
      ),
    ),
  ),
  // «повысил квалификацию», not «повысил штраф»; «повышение квалификации».
  rule(
    `повысил[аи]? повышал[аи]?`,
    "act",
    "training",
    "happened",
    only(any(next(/^(?:квалификац|свою)/), near(-4, -1, /^квалификацию$/))),
  ),
  rule(`квалификаци[ияю]`, "noun", "training", null, only(before(/^повы/))),
  // «осваивал методику», not «освоил средства».
  rule(
    `осваивал[аи]? освоил[аи]?`,
    "act",
    "training",
    "happened",
    unless(next(/^(?:средств|бюджет|деньг|рубл|рын)/)),
    unless({look: "number", from: 1, to: 1}),
  ),
  // «изучали опыт коллег», «изучили способы выявления», «прослушали курс»: who studies a question reads.
  rule(
    `изучал[аи]? изучил[аи]?`,
    "act",
    "training",
    "happened",
    only(near(1, 2, /^(?:опыт|метод|способ|прием|практик|порядок|работу|навык)/)),
  ),
  rule(`прослушал[аи]?`, "act", "training", "happened", only(near(1, 2, /^(?:курс|лекци|цикл)/))),
  // «занятия с офицерами»; «род занятий», «занятие торговлей» teach nobody.
  rule(
    `заняти[еяюйи] заняти(?:ем|ям|ями|ях)`,
    "noun",
    "training",
    null,
    unless(before(/^(?:род|вид|рода)$/)),
    unless(next(/(?:цией|ством|слом|лей|ием|бой|той)$/)),
  ),
  // «учёба участковых»; a place of study, the beginning of the school year are none.
  rule(
    `учеб[аыеу] учебой`,
    "noun",
    "training",
    null,
    only(all(next(/(?:[ыи]х|[ео]в|ей)$/), not(before(/^(?:мест|год|врем|после|нач)/)))),
  ),
  // «летняя школа» teaches, other schools are buildings; «мастер-класс», a class is a room.
  rule(`школ[аыуе] школой`, "noun", "training", null, only(before(/^(?:летн|зимн|весенн|осенн)/))),
  rule(`класс(?:а|у|ом|е|ы|ов|ах)?`, "noun", "training", null, only(before(/^мастер$/))),
  rule(`практик[аиу]`, "noun", "training", null, only(before(/^(?:учебн|полев|преддипломн)/))),
  // «курс доллара», «взят курс на …» teach nobody; a training centre is a place.
  rule(
    `курс(?:а|у|ом|е|ы|ов|ам|ах|ами)?`,
    "noun",
    "training",
    null,
    unless(next(/^(?:на|доллар|евро|рубл|валют|тенге|акци|лечени)/)),
    unless(before(/^(?:взя|в$|обменн|биржев|официальн|политическ)/)),
  ),
  rule(`training`, "noun", "training", null, unless(next(/^(?:cent(?:re|er)|ground|range|base|facilit)/))),
];
