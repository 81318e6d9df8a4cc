import { datesMeant } from "../../calendar/index.ts";
import type { StepId } from "../../definition/index.ts";
import { nearest } from "../../message.ts";
import { type Markdown, text } from "../../text/index.ts";
import { waitingProposal } from "../ledger/waiting-proposal.ts";
import { type Act, type Claim, claimOf, mayDo, subjectOf, type Verdict } from "../rights/index.ts";
import { isOver, type TaskState } from "../state/task-state.ts";
import type { CommandContext, CommandResult, RunCommand, StepCommand } from "./command.ts";
import { commands } from "./commands.ts";
import { upgradeIn } from "./upgrade.ts";
import { whoToAsk } from "./who-to-ask.ts";

/** What came of a command; `visitor` when somebody wrote it who has nothing to do with the run. */
export type Acceptance = CommandResult | { readonly visitor: Markdown };

/**
 * Judges one command: first whether its writer may, by the table of rights, then whether it makes sense. `step` is the step on
 * whose issue it was written; on the run issue a step command begins with the step's id or its issue number.
 */
export function acceptCommand(
  context: Omit<CommandContext, "known" | "here">,
  step: StepId | undefined,
): Acceptance {
  const { written, state } = context;
  const here = state.tasks.find((candidate) => candidate.step === step);
  const whole: CommandContext = { ...context, known: commands, here };
  const command = commands.find((candidate) => candidate.name === written.name);
  if (claimOf({ login: context.author, id: context.authorId }, context, here).standings.size === 0)
    return { visitor: command?.name === "status" ? answerOf(command, whole) : text.rights.visitor([]) };
  if (!command) {
    const words = text.run.unknownCommand(written.word, written.near ?? undefined);
    return written.near === null ? { unknown: words } : { refusal: words };
  }
  if (state.outcome !== "running" && !answersAnywhere.includes(command.name))
    return { refusal: text.run.runIsOver(state.outcome) };
  if (command.scope === "run") {
    return here === undefined || command.name === "go" || answersAnywhere.includes(command.name)
      ? acceptForRun(command, whole)
      : { refusal: text.run.onlyOnRun(command.name, context.run.url) };
  }
  return here ? acceptForStep(command, whole, here, written.rest) : acceptOnRun(command, whole);
}

const answersAnywhere: readonly string[] = ["help", "status", "undo"];

function answerOf(command: { readonly accept: unknown }, context: CommandContext): Markdown {
  const result = (command as RunCommand).accept(context);
  return "answer" in result ? result.answer : text.rights.visitor([]);
}

function acceptForRun(command: RunCommand, context: CommandContext): CommandResult {
  const isUpgrade =
    command.name === "go" && waitingProposal(context.ledger, "upgrade-proposed") !== undefined;
  const proposed = command.name === "go" ? waitingProposal(context.ledger, "proposed") : undefined;
  if (command.name === "go" && proposed === undefined && !isUpgrade) return command.accept(context);
  // Whoever may move a date may agree to a new one, and whoever may ask for a newer text to that.
  const act = isUpgrade
    ? "upgrade"
    : proposed === undefined
      ? command.name
      : proposed.moves === null
        ? "move"
        : "due";
  const task = proposed ? context.state.tasks.find(({ step }) => step === proposed.moves) : context.here;
  const claim = claimOf({ login: context.author, id: context.authorId }, context, task);
  const verdict = verdictOn(act, task, claim, context);
  if (!verdict.may) return { refusal: refusal(verdict, context, task) };
  return (act === "upgrade" ? refusedForApproval(context) : undefined) ?? command.accept(context);
}

/**
 * Moving a run to a text that changes an approval is something done to that approval. So is letting a step wait less for what lies outside of the run,
 * where nobody can tell here what is an approval.
 */
function refusedForApproval(context: CommandContext): CommandResult | undefined {
  const plan = upgradeIn(context);
  if (plan?.kind !== "possible") return undefined;
  const concerned = [
    ...plan.approvals.map((task) => ({ task, words: text.upgrade.changesApproval })),
    ...plan.freed.map((task) => ({ task, words: text.upgrade.waitsLess })),
  ];
  for (const { task, words } of concerned) {
    const claim = claimOf({ login: context.author, id: context.authorId }, context, task);
    const verdict = mayDo("upgrade", "approval", context.handbook.handbook.config.approvals, claim);
    if (!verdict.may) return { refusal: words(task.title, whoToAsk(verdict.others, context, task)) };
  }
  return undefined;
}

function acceptForStep(
  command: StepCommand,
  context: CommandContext,
  task: TaskState,
  rest: string,
): CommandResult {
  const claim = claimOf({ login: context.author, id: context.authorId }, context, task);
  const act = command.name === "decide" && task.question !== undefined ? "answer" : command.name;
  const verdict = verdictOn(act, task, claim, context);
  const isOptional = task.definition?.optional === true;
  const needsReason =
    verdict.may && (verdict.reason === "always" || (verdict.reason === "unless-optional" && !isOptional));
  const whole = { ...context, task, rest, claim, needsReason };
  if (verdict.may) return command.accept(whole);
  if (verdict.because === "nobody")
    return { refusal: command.misplaced?.(whole) ?? text.rights.notForKind(command.name, task.title) };
  return { refusal: refusal(verdict, context, task) };
}

function verdictOn(act: Act, task: TaskState | undefined, claim: Claim, context: CommandContext): Verdict {
  const { approvals } = context.handbook.handbook.config;
  return mayDo(act, subjectOf(act, task, context), approvals, claim);
}

function refusal(
  verdict: Extract<Verdict, { may: false }>,
  context: CommandContext,
  task: TaskState | undefined,
): Markdown {
  const isToJudge = task?.kind === "approval" && task.question === undefined;
  // Their part can be given to somebody else, by whoever answers for it alone.
  const asked = verdict.because === "judged" && isToJudge ? (["accountable"] as const) : verdict.others;
  const people = whoToAsk(asked, context, task);
  if (verdict.because === "unclear") return text.rights.unclear(task);
  if (verdict.because !== "judged") return text.rights.refused(verdict.others, people);
  if (task === undefined) return text.rights.judgedRun(people);
  return text.rights[isToJudge ? "judged" : "judgedGate"](task.title, people);
}

function acceptOnRun(command: StepCommand, context: CommandContext): CommandResult {
  const { tasks } = context.state;
  const [word = "", ...words] = context.written.rest.split(/\s+/);
  const task = findTask(word, tasks);
  if (task) return acceptForStep(command, context, task, words.join(" "));
  const fitting = tasks.filter((other) => !isOver(other) && (command.kinds?.includes(other.kind) ?? true));
  const near = nearest(
    word,
    fitting.map((other) => other.step),
  );
  return {
    refusal: text.run.whichStep({
      name: command.name,
      word,
      near,
      steps: fitting.map((other) => ({ id: other.step, issue: other.issue?.number, title: other.title })),
      wholeRun: near === undefined ? forTheWholeRun(command, context) : undefined,
    }),
  };
}

/** What somebody who names no step may have meant: the same for the run as a whole. */
function forTheWholeRun({ name }: StepCommand, { written }: CommandContext) {
  const [word = "", ...words] = written.rest.split(/\s+/);
  if (name === "due" && datesMeant(word).length > 0)
    return { means: "move" as const, line: `/move ${[word, ...words].join(" ").trim()}` };
  if (name === "skip" && written.rest !== "" && !/^#?\d/.test(word))
    return { means: "cancel" as const, line: `/cancel ${written.rest}` };
  return undefined;
}

function findTask(word: string, tasks: readonly TaskState[]): TaskState | undefined {
  const number = /^#?(\d{1,9})$/.exec(word)?.[1];
  return tasks.find(
    (task) => task.step === word || (number !== undefined && task.issue?.number === Number(number)),
  );
}
