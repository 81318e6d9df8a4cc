import { datesMeant } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { text } from "../../text/index.ts";
import type { CommandContext, RunCommand } from "./command.ts";
import { exampleDay } from "./example-day.ts";
import { orderOfAdded } from "./order-of-added.ts";
import { readableDay } from "./readable-day.ts";

/** `/add "Title" @login <date> [after STEP] [before STEP] <reason>`: a step that only this run has; it moves with the run. */
export const add: RunCommand = {
  name: "add",
  scope: "run",
  usage: (day) => `/add "Check the legal text" @login ${day} why it is needed`,
  purpose: text.run.commandPurpose.add,
  accept: (context) => {
    const { written, author, authorId, at, comment, people, state } = context;
    if (context.roomForSteps < 1) return { refusal: text.run.noRoomForSteps };
    const words = written.rest.split(/\s+/);
    const personAt = words.findIndex((word) => /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(word));
    const dateAt = words.findIndex((word) => datesMeant(word).length > 0);
    const title = words
      .slice(0, Math.min(personAt, dateAt))
      .join(" ")
      .replace(/^["“”„'](.*)["“”']$/, "$1");
    const day = readableDay(words[dateAt] ?? "", context, add.usage(exampleDay(context)));
    const person = words[personAt]?.slice(1);
    if (title === "" || title.length > 100 || dateAt < 0 || person === undefined) {
      return { refusal: text.run.addIncomplete(add.usage(exampleDay(context))) };
    }
    if ("refusal" in day) return day;
    const { date } = day;
    if (people.isAssignable.get(person.toLowerCase()) !== true)
      return { refusal: text.run.cannotBeAssigned(person) };
    const { after, before, rest, wrong } = orderOfAdded(words.slice(Math.max(personAt, dateAt) + 1), state);
    if (wrong) return { refusal: text.run.wrongOrder(wrong) };
    const reason = rest.join(" ");
    if (reason === "")
      return { refusal: text.run.reasonMissing(`/add ${words.join(" ")} our lawyer asked for it`) };
    return {
      entry: {
        kind: "added",
        step: newStepId(context),
        at,
        by: author,
        byId: authorId,
        comment,
        title,
        person,
        date,
        ...(after.length > 0 && { after }),
        ...(before.length > 0 && { before }),
        reason,
      },
    };
  },
};

/** One comment may add several steps. */
function newStepId({ ledger, comment }: CommandContext): StepId {
  const before = ledger.entries.filter((entry) => entry.kind === "added" && entry.comment === comment).length;
  return before === 0 ? `added-${comment}` : `added-${comment}-${before + 1}`;
}
