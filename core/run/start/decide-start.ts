import { civilToday } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import { readProcessId, runLabel, type StartRequest } from "../../form/index.ts";
import { planBasisOf } from "../../holidays/index.ts";
import { type Commitment, type RunPlan, scheduleRun } from "../../plan/index.ts";
import { type Markdown, md, text } from "../../text/index.ts";
import type { Change } from "../changes/change.ts";
import { decideProgress } from "../changes/decide-progress.ts";
import { labelChanges } from "../changes/labels.ts";
import { twinChanges } from "../changes/twins.ts";
import type { RunInput } from "../decide.ts";
import { doerOf } from "../ledger/doer-of.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import { findStatusComment } from "../ledger/status-marker.ts";
import { unseenWarnings } from "../ledger/unseen-warnings.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { startTextOf } from "../observed/start-text.ts";
import { looksLike } from "../other-runs/looks-like.ts";
import { workElsewhere } from "../other-runs/work-elsewhere.ts";
import { accountsOfRun } from "../people/accounts-of-run.ts";
import { withNames } from "../people/with-names.ts";
import { siblingsOfRun } from "../state/siblings-of-run.ts";
import { statusComment } from "../status-comment.ts";
import { answerStart } from "./answer-start.ts";
import { dropStart } from "./drop-start.ts";
import { gateOverrideOf } from "./gate-override.ts";
import { isSameStart } from "./is-same-start.ts";
import { mayStart } from "./may-start.ts";
import { newLedger } from "./new-ledger.ts";
import { readStart } from "./read-start.ts";
import { readStartCommands } from "./read-start-commands.ts";
import { type RestoredStart, restoredStart, withAgreement } from "./restored-start.ts";
import { startProposal } from "./start-proposal.ts";
import { commitmentsOf, workOnDays } from "./work-on-days.ts";

/**
 * What becomes of an issue that asks to start a process: the plan and all its steps, the plan and a question, or one
 * comment that says what is wrong. An issue that does not ask for that is left alone.
 */
export function decideStart(input: RunInput, waiting: Ledger | undefined): Change[] {
  const { run } = input.observed;
  const asked = readProcessId(startTextOf(run));
  const isAskedFor = run.labels.includes(runLabel) || input.handbook.processPaths.has(asked ?? "");
  const restored = restoredStart(input);
  const isDropped = run.state === "closed" && restored === undefined;
  if (isDropped) return twinChanges(input.observed);
  if (waiting === undefined && !isAskedFor) return [];
  const read = readStart(asked ?? "", input);
  if ("problems" in read) return refuse(read.problems, input);
  const { definition, request } = read;
  const shown =
    waiting !== undefined && isSameStart(waiting, { process: definition.id, ...request })
      ? waiting
      : undefined;
  // What rests on other runs is worked out once, when the plan is first shown: what becomes of them meanwhile is no answer, begins
  // nothing by itself and changes no words that people are thinking over.
  const elsewhere = shown ? shown.elsewhere : workWarnedOf(request, definition, input);
  const plan = planOf(request, definition, input, commitmentsOf(elsewhere));
  const tooMany = plan.warnings.filter(({ id }) => id === "too-many-steps");
  if (tooMany.length > 0)
    return refuse(
      tooMany.map(({ message }) => md`${message}`),
      input,
    );
  const ledger = newLedger(request, plan, input, shown);
  const like = shown ? shown.like : likeStart(plan, definition, input);
  if (restored !== undefined)
    return restore(withAgreement(restored, definition, input), ledger, definition, input);
  const gate = gateOverrideOf(request, definition, input);
  const commands = readStartCommands(input, ledger, gate);
  if (commands.cancel) return dropStart(input.observed, commands.cancel);
  const isMember = mayStart("go", run.author, input);
  const mustWait = !isMember || gate !== undefined || like !== undefined || needsConfirmation(plan, input);
  if (commands.go === undefined && mustWait) {
    const words = startProposal({ plan, definition, input, isMember, gate, like });
    const known = { ...ledger, ...(like !== undefined && { like }), ...(elsewhere && { elsewhere }) };
    return [...say(input, words, known), ...answerStart(input, commands)];
  }
  const entries: LedgerEntry[] = commands.go === undefined ? [] : [commands.go];
  const starter =
    isMember || commands.go === undefined ? { login: run.author, id: run.authorId } : doerOf(commands.go);
  const startedBy = { startedBy: starter.login, startedById: starter.id };
  const unseen = commands.go === undefined ? warningsUnseen(plan) : undefined;
  return decideProgress(input, {
    ...ledger,
    ...startedBy,
    accounts: accountsOf(ledger, definition, input),
    startedAt: input.now,
    entries,
    ...(like !== undefined && { like }),
    ...(unseen && { startWarnings: unseen }),
  });
}

/** A run goes on by what its form and its issues tell, or waits until somebody has agreed to a form that was changed. */
function restore(
  { startedAt, agreed, asks }: RestoredStart,
  ledger: Ledger,
  definition: ProcessDefinition,
  input: RunInput,
): Change[] {
  if (asks !== undefined) return say(input, text.notes.formChanged(asks.changedBy, asks.keepers), null);
  return decideProgress(input, {
    ...ledger,
    startedAt,
    accounts: accountsOf(ledger, definition, input),
    entries: [...agreed, { kind: "restored", from: "issues", at: input.now, by: "", byId: null }],
  });
}

function accountsOf(
  ledger: Ledger,
  definition: ProcessDefinition,
  { handbook, observed }: RunInput,
): Ledger["accounts"] {
  return accountsOfRun(ledger, definition, { handbook, people: observed.people });
}

/** One comment that says what is wrong with a start; commands below it get an answer. */
function refuse(problems: readonly Markdown[], input: RunInput): Change[] {
  const commands = readStartCommands(input, undefined, undefined);
  if (commands.cancel) return dropStart(input.observed, commands.cancel);
  return [...say(input, text.status.problems(problems), null), ...answerStart(input, commands)];
}

function planOf(
  request: StartRequest,
  definition: ProcessDefinition,
  { observed, handbook, now }: RunInput,
  elsewhere: readonly Commitment[],
): RunPlan {
  const { config } = handbook.handbook;
  const siblings = siblingsOfRun(observed);
  const told = siblings.kind === "told" ? [...siblings.standings.values()] : [];
  const siblingEnds = told.flatMap(({ id, due }) => (due === undefined ? [] : [[id, due] as const]));
  return scheduleRun({
    ...planBasisOf(config, handbook.handbook),
    definition,
    anchorDate: request.anchorDate,
    today: civilToday(now, config.timeZone),
    answers: request.answers,
    peopleByRole: request.peopleByRole,
    revision: handbook.revision,
    elsewhere,
    ...(siblingEnds.length > 0 && { siblingEnds: new Map(siblingEnds) }),
  });
}

/** What other runs ask of people on the days on which they would have too much to do with this start; nothing when there is none. */
function workWarnedOf(
  request: StartRequest,
  definition: ProcessDefinition,
  input: RunInput,
): Ledger["elsewhere"] {
  const all = workElsewhere(input.observed.run.number, input.others ?? []);
  if (all.length === 0) return undefined;
  return workOnDays(planOf(request, definition, input, all).warnings, all);
}

/** An open run that this start would repeat. A run inside another one is asked for by that one, and repeats nothing. */
function likeStart(
  { anchorDate }: RunPlan,
  definition: ProcessDefinition,
  { observed: { run }, handbook, others = [] }: RunInput,
): number | undefined {
  if (isChildRun(run)) return undefined;
  return looksLike({ number: run.number, definition, anchorDate }, others, handbook.handbook.roles);
}

const mostWarningsKept = 20;

/** The warnings of a plan that begins without anybody having seen them; nothing when it has none. */
function warningsUnseen({ warnings, earliestAnchorDate }: RunPlan): Ledger["startWarnings"] {
  const isPastDue = warnings.some(({ id }) => id === "past-due");
  const messages = warnings.map(({ message }) => message);
  return unseenWarnings(messages, isPastDue ? earliestAnchorDate : undefined, mostWarningsKept);
}

function needsConfirmation(plan: RunPlan, { handbook, observed }: RunInput): boolean {
  const { confirm } = handbook.handbook.config;
  if (isChildRun(observed.run)) return false;
  return confirm === "always" || (confirm === "on-warnings" && plan.warnings.length > 0);
}

/** Puts words into the status comment: a new one, or the one that is there. The issue is labelled, so that it is found again. */
function say({ observed, handbook }: RunInput, words: Markdown, ledger: Ledger | null): Change[] {
  const body = statusComment(withNames(words, handbook), ledger);
  const comment = findStatusComment(observed);
  const said: Change[] = !comment
    ? [{ kind: "post-comment", issue: observed.run.number, body }]
    : comment.body === body && !comment.isEditedByPeople
      ? []
      : [{ kind: "edit-comment", comment: comment.id, body }];
  return [...said, ...labelChanges(observed), ...twinChanges(observed)];
}
