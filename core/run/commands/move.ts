import { parseCivilDate } from "../../calendar/index.ts";
import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";
import { dayOff } from "./day-off.ts";
import { exampleDay } from "./example-day.ts";
import { mayCommand } from "./may-command.ts";
import { isTooFar } from "./too-far.ts";
import { whoToAsk } from "./who-to-ask.ts";

/** `/move <date> <reason>`: another anchor date; every date that is not past moves with it. */
export const move: RunCommand = {
  name: "move",
  scope: "run",
  usage: (day) => `/move ${day} why it moves`,
  purpose: text.run.commandPurpose.move,
  accept: (context) => {
    const { written, author, at, comment, state } = context;
    if (!mayCommand(author, context)) return { refusal: text.run.notAllowed(whoToAsk(context)) };
    const [word = "", ...words] = written.rest.split(/\s+/);
    const anchorDate = parseCivilDate(word);
    if (anchorDate === undefined)
      return { refusal: text.run.dateMissing(word, `/move ${exampleDay(context)} the fair was moved`) };
    if (isTooFar(anchorDate, state.today)) return { refusal: text.run.dateTooFar(anchorDate) };
    if (anchorDate < state.today) return { refusal: text.run.datePast(anchorDate) };
    const reason = words.join(" ");
    if (reason === "") return { refusal: text.run.reasonMissing(`/move ${anchorDate} the fair was moved`) };
    return {
      entry: { kind: "moved", at, by: author, comment, anchorDate, reason },
      note: dayOff(anchorDate, context),
    };
  },
};
