import { civilToday } from "../../calendar/index.ts";
import type { RoleId } from "../../definition/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { speakersOf } from "../people/speakers-of.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommand, StepCommandContext } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { mayCommand } from "./may-command.ts";

/** `/hand-to @login <reason>`: somebody else takes the step; of an approval, the writer's own part of it. */
export const handTo: StepCommand = {
  name: "hand-to",
  scope: "step",
  usage: () => "/hand-to @login why",
  purpose: text.run.commandPurpose["hand-to"],
  accept: (context) => {
    const { task, author, at, comment, rest, people } = context;
    const { login, replaced, reason } = readRest(rest, task.kind === "approval");
    const passed = passedRoles(replaced, login, context);
    const isOwn = "roles" in passed && passed.isOwn;
    if (!isOwn && !mayCommand(author, context, task)) return { refusal: text.run.notAllowed(task.people) };
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    const example = (person: string) => commandLine(`/hand-to @${person} I am away that week`, context);
    if (!isLogin(login))
      return { refusal: text.run.personMissing(rest.split(/\s/)[0] ?? "", example("login")) };
    if (people.isAssignable.get(login.toLowerCase()) !== true)
      return { refusal: text.run.cannotBeAssigned(login) };
    if ("refusal" in passed) return passed;
    if (reason === "")
      return {
        refusal: text.run.reasonMissing(
          example(replaced === undefined ? login : `${login} for @${replaced}`),
        ),
      };
    const roles = task.kind === "approval" ? { roles: passed.roles } : {};
    return {
      entry: { kind: "handed", step: task.step, at, by: author, comment, to: [login], reason, ...roles },
    };
  },
};

/** `@login why`, and for an approval `@login for @somebody why`. */
function readRest(rest: string, mayReplace: boolean): { login: string; replaced?: string; reason: string } {
  const [word = "", ...words] = rest.split(/\s+/);
  const login = word.replace(/^@/, "");
  const [conjunction, replaced = ""] = words;
  return mayReplace && conjunction?.toLowerCase() === "for" && /^@/.test(replaced)
    ? { login, replaced: replaced.slice(1), reason: words.slice(2).join(" ") }
    : { login, reason: words.join(" ") };
}

function isLogin(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(word);
}

type PassedRoles =
  | { readonly roles: readonly RoleId[]; readonly isOwn: boolean }
  | { readonly refusal: Markdown };

/**
 * The approver roles that pass on: the writer's own. Whoever has none says whom the new person replaces; with one part
 * only, or with a part that nobody has, there is nothing to say. Nobody gives away another approver's part but those who
 * may steer the step anyway.
 */
function passedRoles(replaced: string | undefined, login: string, context: StepCommandContext): PassedRoles {
  const { task, author, at, handbook } = context;
  if (task.kind !== "approval") return { roles: [], isOwn: false };
  const day = civilToday(at, handbook.handbook.config.timeZone);
  const rolesOf = (person: string) =>
    task.parts
      .filter((part) => speakersOf(part, day, context).some((speaker) => isSamePerson(speaker, person)))
      .map(({ role }) => role);
  const own = rolesOf(author);
  const line = (person: string) =>
    commandLine(`/hand-to @${isLogin(login) ? login : "login"} for @${person} why`, context);
  if (replaced === undefined || isSamePerson(replaced, author)) {
    if (own.length > 0) return { roles: own, isOwn: true };
    const unheld = task.parts.filter(({ people }) => people.length === 0);
    const free = unheld.length > 0 ? unheld : task.people.length === 1 ? task.parts : [];
    return free.length > 0
      ? { roles: free.map(({ role }) => role), isOwn: false }
      : { refusal: text.run.whomReplaced(task.people, line(task.people[0] ?? "login")) };
  }
  const roles = rolesOf(replaced);
  if (roles.length === 0)
    return { refusal: text.run.whomReplaced(task.people, line(task.people[0] ?? "login")) };
  const maySteer = mayCommand(author, context, { ...task, people: [] });
  return own.length > 0 && !maySteer
    ? { refusal: text.run.onlyOwnPart(replaced, commandLine("/hand-to @login why", context)) }
    : { roles, isOwn: false };
}
