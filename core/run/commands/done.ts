import { text } from "../../text/index.ts";
import { readCollected } from "../collect/index.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommand } from "./command.ts";
import { giftProblem } from "./gift-problem.ts";
import { notItsTurn } from "./not-its-turn.ts";

/**
 * `/done [note]`: the step is done; the same as closing its issue. What is written behind it goes on to whoever is next; lines such
 * as `link: https://…` are the values that the step collects.
 */
export const done: StepCommand = {
  name: "done",
  scope: "step",
  kinds: ["task", "process"],
  usage: () => "/done",
  purpose: text.run.commandPurpose.done,
  misplaced: ({ task }) => text.run.noDone(task.title, task.kind),
  accept: (context) => {
    const { task, author, authorId, at, comment, rest, written } = context;
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    if (task.kind === "process") return { refusal: text.run.noDone(task.title, task.kind) };
    const typed = [rest, written.below].filter((part) => part !== "").join("\n");
    const fields = task.definition?.collect ?? [];
    const { values, note, missing, wrong } = readCollected(typed, fields);
    const early = task.status === "planned";
    if (early && task.definition?.isStrict) return { refusal: notItsTurn(context) };
    if (fields.length > 0 && written.isCut) return { refusal: text.collect.tooLong(fields) };
    if (missing.length + wrong.length > 0) return { refusal: text.collect.asked(missing, wrong, fields) };
    const chosen = giftProblem({ login: author, id: authorId }, task.roles, context);
    if (chosen) return { refusal: chosen };
    return {
      entry: {
        kind: "closed",
        step: task.step,
        at,
        by: author,
        byId: authorId,
        early,
        comment,
        ...(note !== "" && { note }),
        ...(fields.length > 0 && { collected: values }),
      },
    };
  },
};
