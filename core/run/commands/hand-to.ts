import { text } from "../../text/index.ts";
import { isOver } from "../task-state.ts";
import type { StepCommand } from "./command.ts";
import { mayCommand } from "./may-command.ts";

/** `/hand-to @login <reason>`: somebody else takes the step. */
export const handTo: StepCommand = {
  name: "hand-to",
  scope: "step",
  usage: "/hand-to @login why",
  purpose: text.run.commandPurpose["hand-to"],
  accept: (context) => {
    const { task, author, at, comment, rest, people } = context;
    if (!mayCommand(author, context, task)) return { refusal: text.run.notAllowed(task.people) };
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    const [word = "", ...words] = rest.split(/\s+/);
    const login = word.replace(/^@/, "");
    const example = "/hand-to @login I am away that week";
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(login))
      return { refusal: text.run.personMissing(word, example) };
    if (people.isAssignable.get(login.toLowerCase()) !== true)
      return { refusal: text.run.cannotBeAssigned(login) };
    const reason = words.join(" ");
    if (reason === "") return { refusal: text.run.reasonMissing(`/hand-to @${login} I am away that week`) };
    return { entry: { kind: "handed", step: task.step, at, by: author, comment, to: [login], reason } };
  },
};
