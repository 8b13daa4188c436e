import {bounds, type Edtf} from "../../model/edtf.ts";
import {type Status} from "../../model/event.ts";
import {type Verdict} from "./happening.ts";

const planned =
  /(?<!\p{L})(?:планиру\p{L}*|запланирован\p{L}*|намерен\p{L}*|намечен\p{L}*|предстоящ\p{L}*|предсто(?:ит|ят)|будущ\p{L}*|проект(?:а|у|ом|е)?\s+(?:\p{L}+\s+){0,2}(?:стратеги|программ|соглашени|план|концепци|договор|деклараци)\p{L}*|прим(?:ет|ут)\s+участие|будет|будут|готов(?:ится|ятся)|will|planned|to be held|upcoming)(?!\p{L})/iu;
/** «принял решение о проведении в этом году учений», «согласовано проведение встречи»: what is decided has not been held. */
export const decided =
  /(?<!\p{L})(?:решени[еяю]\s+(?:о\s+проведении|провести)|(?:решил|решен|согласова|договор|услов)\p{L}*\s+(?:о\s+)?прове(?:дени[еяи]|сти))(?!\p{L})/iu;
const cancelled = /(?<!\p{L})(?:отменен[аоы]?|отменил[аи]?|не состоял(?:ся|ась|ось)|сорван[аоы]?|cancelled|canceled)(?!\p{L})/iu;
const lasting =
  /(?<!\p{L})(?:ежегодно|ежегодн\p{L}*|регулярно|постоянно|постоянного действия|постоянно действующ\p{L}*|annually|permanent)(?!\p{L})/iu;

const isDay = (when: Edtf | null) => when !== null && !when.includes("/") && /-\d\d-\d\d[?~%]?$/.test(when);

/** Whether it happened, by what the source says at its date: plans, what lasts, what was called off. */
export function statusOf(words: string, verdict: Verdict | null, when: Edtf | null, reference: Edtf | null): Status {
  // «отменена, её проведут в 2021 году»: what is called off for now is planned anew.
  const anew = verdict?.verb !== undefined && /^(?:провед|пройд|состо)(?:ут|ет|ит|ят)/.test(verdict?.verb?.word.form ?? "");
  if (cancelled.test(words) && !anew) return "cancelled";
  const at = when ? bounds(when) : null;
  const now = reference ? bounds(reference) : null;
  const told = verdict?.status === "happened" && verdict.rule !== "noun";
  if (!told && at && now && at.earliest >= now.latest) return "planned";
  const over = at && now ? at.latest <= now.latest && at.latest !== Infinity : false;
  if (told) return when?.endsWith("..") ? "ongoing" : "happened";
  // «состоится 9 апреля», said on the 9th: at its date the source has it still before it.
  const ahead =
    verdict?.verb &&
    /^(?:состо(?:ит|ят)|пройд[еу]т|провед[еу]т|соб[еи]р[еу]т|обсуд[ия]т|рассмотр[ия]т|встрет[ия]тся)/.test(
      verdict.verb.word.form,
    );
  if (ahead && at && now && at.latest >= now.earliest) return "planned";
  if (verdict?.status === "planned" || planned.test(words) || decided.test(words)) return over ? "happened" : "planned";
  if (lasting.test(words) || when?.endsWith("..")) return "ongoing";
  // «заседание, которое проходит 13 декабря» is a day's work; only what spans more goes on.
  // «Мероприятие проходило с 22 по 26 сентября»: from day to day, and over.
  const was = /л[аои]?(?:сь|ся)?$/.test(verdict?.verb?.word.form ?? "") && when !== null && !when.includes("..");
  if (verdict?.status === "ongoing") return over || was || isDay(when) ? "happened" : "ongoing";
  return "happened";
}
