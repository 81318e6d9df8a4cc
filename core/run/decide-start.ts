import { civilToday } from "../calendar/index.ts";
import type { ProcessDefinition, ProcessId } from "../definition/index.ts";
import { readProcessId, readStartForm, runLabel, type StartRequest } from "../form/index.ts";
import { workCalendarOf } from "../holidays/index.ts";
import { nearest } from "../message.ts";
import { type RunPlan, scheduleRun } from "../plan/index.ts";
import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import type { Change } from "./change.ts";
import { isNamed, isSamePerson } from "./commands/may-command.ts";
import type { RunInput } from "./decide.ts";
import { decideProgress } from "./decide-progress.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { parseCommands } from "./parse-commands.ts";
import { findStatusComment, planTable, statusComment } from "./status-comment.ts";
import { revisionOfSteps } from "./step-issue.ts";

/**
 * What becomes of an issue that asks to start a process: the plan and all its steps, the plan and a question, or one
 * comment that says what is wrong. An issue that does not ask for that is left alone.
 */
export function decideStart(input: RunInput, waiting: Ledger | undefined): Change[] {
  const { run } = input.observed;
  const asked = readProcessId(run.body);
  const isAskedFor = run.labels.includes(runLabel) || input.handbook.processIds.includes(asked ?? "");
  if (run.state === "closed" || (waiting === undefined && !isAskedFor)) return [];
  const found = findDefinition(asked ?? "", input);
  if ("problem" in found) return say(input, text.status.problems([found.problem]), null);
  const { definition } = found;
  const reading = readStartForm(run.body, definition, input.handbook.handbook.roles.keys());
  if (!reading.ok) return say(input, text.status.problems(reading.problems), null);
  const strangers = strangersIn(reading.request, definition, input);
  if (strangers.length > 0)
    return say(input, text.status.problems(strangers.map(text.form.cannotBeAssigned)), null);
  const plan = planOf(reading.request, definition, input);
  const ledger = newLedger(reading.request, plan, input);
  const restored = restoredStart(input);
  if (restored !== undefined) return decideProgress(input, { ...ledger, startedAt: restored });
  const go = goOf(input);
  const isMember = mayStart(run.author, input);
  if (go === undefined && (!isMember || needsConfirmation(plan, input))) {
    return say(input, proposal(plan, definition, input, isMember), ledger);
  }
  const entries: LedgerEntry[] = go === undefined ? [] : [go];
  return decideProgress(input, { ...ledger, startedAt: input.now, entries });
}

/**
 * When a run began whose status comment is gone: when its first step was made. All that people did since is still on
 * GitHub, in closed issues and in comments, and is read again from there.
 */
function restoredStart({ observed }: RunInput): string | undefined {
  if (revisionOfSteps(observed) === undefined) return undefined;
  return observed.steps
    .filter(({ isOurs }) => isOurs)
    .map(({ createdAt }) => createdAt)
    .sort()[0];
}

/** People named in the form whom GitHub does not let the bot assign. */
function strangersIn(request: StartRequest, definition: ProcessDefinition, { observed }: RunInput): string[] {
  const asked = definition.ask
    .filter(({ type }) => type === "person")
    .flatMap(({ id }) => request.answers.get(id) ?? []);
  const named = [...asked, ...[...request.peopleByRole.values()].flat()];
  return [...new Set(named)].filter(
    (login) => observed.people.isAssignable.get(login.toLowerCase()) !== true,
  );
}

/** The definition an issue names, or a sentence on why there is none. */
function findDefinition(
  asked: string,
  { handbook }: RunInput,
): { definition: ProcessDefinition } | { problem: Markdown } {
  const definition = handbook.handbook.processes.get(asked);
  if (definition) return { definition };
  if (handbook.processIds.includes(asked))
    return { problem: text.status.brokenProcess(asked, handbook.problems) };
  return {
    problem: text.status.unknownProcess(asked, nearest(asked, handbook.processIds), handbook.processIds),
  };
}

function planOf(request: StartRequest, definition: ProcessDefinition, { handbook, now }: RunInput): RunPlan {
  const { config, roles, absences, processes } = handbook.handbook;
  return scheduleRun({
    definition,
    anchorDate: request.anchorDate,
    today: civilToday(now, config.timeZone),
    calendar: workCalendarOf(config),
    roles,
    absences,
    answers: request.answers,
    processes,
    peopleByRole: request.peopleByRole,
    revision: handbook.revision,
  });
}

function newLedger(request: StartRequest, plan: RunPlan, { observed, handbook, now }: RunInput): Ledger {
  const own = plan.tasks.filter((task) => !task.step.includes("/"));
  return {
    version: 1,
    process: plan.process,
    revision: handbook.revision,
    files: filesOf(plan.process, handbook.handbook.processes),
    checkedOn: civilToday(now, handbook.handbook.config.timeZone),
    anchorDate: request.anchorDate,
    answers: Object.fromEntries(request.answers),
    peopleByRole: Object.fromEntries(request.peopleByRole),
    startedBy: observed.run.author,
    startedAt: null,
    baseline: Object.fromEntries(
      own.map(({ step, plannedStart, dueDate, assignees }) => [
        step,
        { start: plannedStart, due: dueDate, people: assignees },
      ]),
    ),
    issues: {},
    entries: [],
  };
}

/** The file of a process and of every process it starts, directly or through others. */
function filesOf(process: ProcessId, processes: ReadonlyMap<ProcessId, ProcessDefinition>): string[] {
  const found = new Set<ProcessDefinition>();
  const pending = [process];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const definition = processes.get(id);
    if (!definition || found.has(definition)) continue;
    found.add(definition);
    pending.push(...definition.steps.flatMap((step) => step.process ?? []));
  }
  return [...found].map(({ path }) => path);
}

function needsConfirmation(plan: RunPlan, { handbook, observed }: RunInput): boolean {
  if (observed.run.isOurs) return false;
  const { confirm } = handbook.handbook.config;
  return confirm === "always" || (confirm === "on-warnings" && plan.warnings.length > 0);
}

/** Who may start a run: whoever the handbook names, whoever may write to the repository, and the bot itself. */
function mayStart(person: string, { observed, handbook }: RunInput): boolean {
  if (observed.run.isOurs && isSamePerson(person, observed.run.author)) return true;
  const permission = observed.people.permissions.get(person.toLowerCase()) ?? "none";
  if (permission === "admin" || permission === "maintain" || permission === "write") return true;
  return isNamed(person, handbook.handbook.roles);
}

/** The first `/go` of somebody who may start a run. */
function goOf(input: RunInput): LedgerEntry | undefined {
  const comment = input.observed.run.comments.find(
    (candidate) =>
      !candidate.isOurs &&
      !candidate.isEditedByPeople &&
      mayStart(candidate.author, input) &&
      parseCommands(candidate.body).some(({ name }) => name === "go"),
  );
  return comment && { kind: "go", at: comment.createdAt, by: comment.author, comment: comment.number };
}

function proposal(
  plan: RunPlan,
  definition: ProcessDefinition,
  input: RunInput,
  isMember: boolean,
): Markdown {
  const today = civilToday(input.now, input.handbook.handbook.config.timeZone);
  const isPastDue = plan.warnings.some(({ id }) => id === "past-due");
  return joinMarkdown(
    [
      text.status.proposalHeading(definition.title),
      text.status.warnings(plan.warnings.map(({ message }) => message)),
      plan.startDate < today ? text.status.shouldHaveStarted(plan.startDate) : md``,
      isPastDue ? text.status.earliest(definition.anchor, plan.earliestAnchorDate) : md``,
      planTable(plan),
      isMember
        ? text.status.waitsForGo(definition.anchor)
        : text.status.waitsForMember(input.observed.run.author),
    ],
    "\n\n",
  );
}

/** Puts words into the status comment: a new one, or the one that is there. */
function say({ observed }: RunInput, words: Markdown, ledger: Ledger | null): Change[] {
  const body = statusComment(words, ledger);
  const comment = findStatusComment(observed);
  if (!comment) return [{ kind: "post-comment", issue: observed.run.number, body }];
  return comment.body === body ? [] : [{ kind: "edit-comment", comment: comment.id, body }];
}
