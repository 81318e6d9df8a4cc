import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";
import { exampleDay } from "./example-day.ts";
import { readableDay } from "./readable-day.ts";

/** `/move <date> <reason>`: another anchor date; every date that is not past moves with it. */
export const move: RunCommand = {
  name: "move",
  scope: "run",
  usage: (day) => `/move ${day} why it moves`,
  purpose: text.run.commandPurpose.move,
  accept: (context) => {
    const { written, author, authorId, at, comment } = context;
    const [word = "", ...words] = written.rest.split(/\s+/);
    const day = readableDay(word, context, `/move ${exampleDay(context)} the fair was moved`);
    if ("refusal" in day) return day;
    const anchorDate = day.date;
    const reason = words.join(" ");
    if (reason === "") return { refusal: text.run.reasonMissing(`/move ${anchorDate} the fair was moved`) };
    return {
      entry: { kind: "moved", at, by: author, byId: authorId, comment, anchorDate, reason },
    };
  },
};
