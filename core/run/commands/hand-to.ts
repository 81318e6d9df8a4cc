import { civilToday } from "../../calendar/index.ts";
import { type Markdown, text } from "../../text/index.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { partsSpokenFor } from "../people/parts-spoken-for.ts";
import { speakersOf } from "../people/speakers-of.ts";
import type { ApproverPart } from "../state/approver-parts.ts";
import { isOver } from "../state/task-state.ts";
import type { StepCommand, StepCommandContext } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { gateProblem, handoverProblem } from "./handover-problem.ts";

/** `/hand-to @login <reason>`: somebody else takes the step; of an approval, the writer's own part of it. */
export const handTo: StepCommand = {
  name: "hand-to",
  scope: "step",
  usage: () => "/hand-to @login why",
  purpose: text.run.commandPurpose["hand-to"],
  accept: (context) => {
    const { task, author, authorId, at, comment, rest, people, needsReason } = context;
    const isApproval = task.kind === "approval";
    const { login, replaced, reason } = readRest(rest, isApproval);
    if (isOver(task)) return { refusal: text.run.alreadyOver(task.title) };
    const example = (person: string) => commandLine(`/hand-to @${person} I am away that week`, context);
    if (!isLogin(login))
      return { refusal: text.run.personMissing(rest.split(/\s/)[0] ?? "", example("login")) };
    if (people.isAssignable.get(login.toLowerCase()) !== true)
      return { refusal: text.run.cannotBeAssigned(login) };
    const passed = isApproval ? passedParts(replaced, login, context) : { parts: [] };
    if ("refusal" in passed) return passed;
    const gate = gateProblem(login, context);
    if (gate) return { refusal: gate };
    if (reason === "" && needsReason) {
      const line = example(replaced === undefined ? login : `${login} for @${replaced}`);
      return { refusal: text.run.reasonMissing(line) };
    }
    const from = isApproval ? passed.parts.flatMap((part) => part.people) : task.people;
    const roles = isApproval ? { roles: passed.parts.map(({ role }) => role) } : {};
    return {
      entry: {
        kind: "handed",
        step: task.step,
        at,
        by: author,
        byId: authorId,
        comment,
        to: [login],
        from,
        reason,
        ...roles,
      },
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

type PassedParts = { readonly parts: readonly ApproverPart[] } | { readonly refusal: Markdown };

/**
 * The parts of an approval that pass on: the writer's own, or whose the new person takes the place of. Nobody gives away
 * another approver's part but whoever answers for the step, and whom a part may go to is asked of {@link handoverProblem}.
 */
function passedParts(replaced: string | undefined, login: string, context: StepCommandContext): PassedParts {
  const { task, author, claim } = context;
  const found = partsMeant(replaced, login, context);
  if ("refusal" in found) return found;
  const isOwn = replaced === undefined ? found.isOwn : isSamePerson(replaced, author);
  if (!isOwn && !claim.standings.has("accountable")) {
    const line = commandLine("/hand-to @login why", context);
    return { refusal: text.run.onlyOwnPart(replaced ?? task.people[0] ?? "", line) };
  }
  const refusal = handoverProblem(login, found.parts, context);
  return refusal ? { refusal } : found;
}

/** The parts that are meant. With one part only, or with a part that nobody has, there is nothing to say. */
function partsMeant(
  replaced: string | undefined,
  login: string,
  context: StepCommandContext,
): { readonly parts: readonly ApproverPart[]; readonly isOwn: boolean } | { readonly refusal: Markdown } {
  const { task, author, authorId, at, handbook } = context;
  const day = civilToday(at, handbook.handbook.config.timeZone);
  const partsWhere = (isMeant: (speaker: string) => boolean) =>
    task.parts.filter((part) => speakersOf(part, task.parts, day, context).some(isMeant));
  const own = partsSpokenFor({ login: author, id: authorId }, task, day, context);
  const isOwn = replaced === undefined || isSamePerson(replaced, author);
  if (isOwn && own.length > 0) return { parts: own, isOwn: true };
  // One after the other: more than one person may have to agree.
  const unheld = task.parts.filter(({ people }) => people.length === 0).slice(0, 1);
  const free = unheld.length > 0 ? unheld : task.people.length === 1 ? task.parts : [];
  const parts = isOwn ? free : partsWhere((speaker) => isSamePerson(speaker, replaced));
  if (parts.length > 0) return { parts, isOwn: false };
  const person = isLogin(login) ? login : "login";
  const line = commandLine(`/hand-to @${person} for @${task.people[0] ?? "login"} why`, context);
  return { refusal: text.run.whomReplaced(task.people, line) };
}
