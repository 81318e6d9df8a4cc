import { type CivilDate, dayNamedBy, parseCivilDate } from "../../calendar/index.ts";
import { fingerprint } from "../../fingerprint.ts";
import { type SiblingWords, text } from "../../text/index.ts";
import { collectedValues } from "../collect/collected-values.ts";
import { writeMarker } from "../notes/index.ts";
import { startTextOf } from "../observed/start-text.ts";
import { starterOf } from "../people/starter-of.ts";
import { withNames } from "../people/with-names.ts";
import { settledReaction } from "../record/respond-of.ts";
import { isLeftUnapproved } from "../state/approvals-in-wait.ts";
import { awaitingChild } from "../state/awaiting-child.ts";
import { knownAnswers } from "../state/known-answers.ts";
import { datedByHand } from "../state/promises-after-entry.ts";
import { ruledOutBy } from "../state/ruled-out-by.ts";
import { siblingsOfChild } from "../state/siblings-of-child.ts";
import type { SiblingWait } from "../state/siblings-of-run.ts";
import { awaitedOutside } from "../state/still-awaited.ts";
import { sentBackBy } from "../state/task-progress.ts";
import { isOver } from "../state/task-state.ts";
import { writeAwaitingAbove } from "./awaiting-above.ts";
import { awaitingStep } from "./awaiting-step.ts";
import { type ChangesAbove, writeChangesAbove } from "./changes-above.ts";
import { childProcess } from "./child-process.ts";
import { foldedLikes } from "./folded-likes.ts";
import { handbookLinks } from "./handbook-links.ts";
import { writeMoveAbove } from "./move-above.ts";
import { writeSiblingsAbove } from "./siblings-above.ts";
import { readStarterAbove, writeStarterAbove } from "./starter-above.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";
import { stepMarker } from "./step-marker.ts";
import { writeWaitsAbove } from "./waits-above.ts";

/** The signs around the part of a step's body that the bot keeps up to date. */
export const factsStart = "<!-- handrail:facts -->";
export const factsEnd = "<!-- /handrail:facts -->";
/** The kind of the marker that holds the fingerprint of the facts. */
export const factsKind = "digest";

/** What changes about a step while its run goes on: when it is due, where it stands, what it waits for, who decides. */
export function factsBlock(facts: StepIssueFacts): string {
  const content = contentOf(facts);
  const { said, moved, beside, changes } = content;
  const block = withNames(text.stepIssue.facts(said), facts.handbook);
  const marker = writeMarker(factsKind, fingerprintOf(content));
  const waits = said.isProcess && said.waitsFor.length > 0 ? `${writeWaitsAbove()}\n` : "";
  return `${factsStart}\n${block.text}\n${moved}${beside}${changes}${waits}${marker}${factsEnd}`;
}

/**
 * What a block of facts says, apart from its words: another wording of the program is no reason to write every open step
 * anew. It stands in the block as a marker of the kind {@link factsKind}.
 */
export function factsFingerprint(facts: StepIssueFacts): string {
  return fingerprintOf(contentOf(facts));
}

type Facts = Parameters<typeof text.stepIssue.facts>[0];

/** What a block of facts holds: what it says to people, and the markers for the run that the step is. */
interface Content {
  readonly said: Facts;
  readonly moved: string;
  readonly beside: string;
  readonly changes: string;
}

function contentOf(facts: StepIssueFacts): Content {
  return {
    said: factsOf(facts),
    moved: movedBy(facts),
    beside: besideOf(facts),
    changes: changesWanted(facts),
  };
}

function fingerprintOf({ said, moved, beside, changes }: Content): string {
  return fingerprint(JSON.stringify([said, moved, ...[beside, changes].filter((note) => note !== "")]));
}

function factsOf(facts: StepIssueFacts): Facts {
  const { task, state, definition, handbook, observed } = facts;
  const roleTitle = (role: string) => handbook.handbook.roles.get(role)?.title ?? role;
  const kept = definition.steps.filter(({ id }) =>
    state.tasks.some((other) => other.step === id && !other.isLeftOut),
  );
  const before = state.tasks.filter((other) => task.dependsOn.includes(other.step) && !isOver(other));
  return {
    position: kept.findIndex((step) => step.id === task.step) + 1,
    steps: kept.length,
    run: observed.run.number,
    process: definition.title,
    ...(task.definition?.phase !== undefined && { phase: task.definition.phase }),
    dueDate: task.dueDate,
    expectedDate: task.isAtRisk && !task.isLate ? task.expectedDate : undefined,
    ...(task.definition?.dueTime !== undefined && { dueTime: task.definition.dueTime }),
    insteadOf: dayOffFor(facts),
    baselineDueDate: task.baselineDueDate,
    effortMinutes: task.definition?.effortMinutes,
    respondMinutes: task.definition?.respondMinutes,
    reaction: settledReaction(task, facts),
    waitsFor: [...foldedLikes(before).map(({ title }) => title), ...awaitedOutside(task, state)],
    ...(task.siblings && !isOver(task) && { siblings: task.siblings.map(siblingWords) }),
    isProcess: task.kind === "process",
    deciders: task.parts.map(({ role, people }) => ({
      role: roleTitle(role),
      people,
      hasAgreed: task.approvedBy.some((approval) => approval.role === role),
    })),
    policy: task.definition?.policy ?? "all",
    waiting: [
      ...foldedLikes(state.tasks.filter((other) => other.dependsOn.includes(task.step) && !isOver(other))),
      ...awaitingStep(facts),
    ],
    ...handedOver(facts),
    ...newerText(facts),
    notNeeded: task.isLeftOut ? ruledOutBy(task, facts) : [],
    isLeftOut: task.isLeftOut,
    ...(isLeftUnapproved(task, handbook) && { notApprovedBy: task.endedBy ?? "" }),
  };
}

/** What was entered in the steps that this one takes something from; nothing of all where nothing was. */
function handedOver({ task, state }: StepIssueFacts): Pick<Facts, "handedOver"> {
  const from = new Set((task.definition?.inputs ?? []).map((input) => input.from));
  const handed = state.tasks.flatMap((other) => {
    const values = from.has(other.step) ? collectedValues(other) : [];
    return values.length === 0 ? [] : [{ title: other.title, values }];
  });
  return handed.length === 0 ? {} : { handedOver: handed };
}

/** The day that the step's offset names, where that is a day off and the step is due beside it; nothing for every other step. */
function dayOffFor({ task, state, definition, ledger }: StepIssueFacts): CivilDate | undefined {
  const offset = task.definition?.dueOffset;
  if (offset === undefined || datedByHand(ledger, definition).has(task.step)) return undefined;
  const { countsFrom = "" } = task.definition ?? {};
  const own = parseCivilDate(knownAnswers(ledger, definition).get(countsFrom) ?? "");
  const named = dayNamedBy(own ?? state.anchorDate, offset);
  return named === undefined || named === task.dueDate ? undefined : named;
}

/** Where the step can be read as a newer text has it, while its issue still says what an earlier one said. */
function newerText(facts: StepIssueFacts): { readonly newerText?: string } {
  const { task, ledger, observed } = facts;
  const { body = "" } = task.issue ?? {};
  const isReworded = ledger.entries.some(
    (entry) => entry.kind === "upgraded" && entry.reworded.has(task.step),
  );
  if (!isReworded || body.includes(stepMarker(observed.run.number, task.step, ledger.revision))) return {};
  const { source } = handbookLinks(facts, facts.definition);
  return { newerText: `${source}?plain=1#L${task.definition?.line ?? 1}` };
}

/** What of a wait beside the run is told to people. */
function siblingWords({ state, title, run, issue, people, due }: SiblingWait): SiblingWords {
  return { state, title, run, issue, people, due };
}

/** Of a step that is a run of its own: how the steps stand that it waits for in runs beside it, and those there that wait for it. */
function besideOf(facts: StepIssueFacts): string {
  const standings = siblingsOfChild(childProcess(facts), facts);
  const awaiting = facts.task.kind === "process" ? awaitingChild(facts.task, facts) : [];
  return [
    ...(standings.length === 0 ? [] : [`${writeSiblingsAbove(standings)}\n`]),
    ...(awaiting.length === 0 ? [] : [`${writeAwaitingAbove(awaiting)}\n`]),
    starterWithoutWord(facts),
  ].join("");
}

/** Who started this run, for a step that is a run of its own, where whoever starts a run approves nothing in it. */
function starterWithoutWord({ task, ledger, observed, handbook }: StepIssueFacts): string {
  const { approvals, starterApproves } = handbook.handbook.config;
  if (task.kind !== "process" || approvals !== "locked" || starterApproves) return "";
  const starter = starterOf({ ledger, observed }) ?? readStarterAbove(startTextOf(observed.run));
  return starter === undefined ? "" : `${writeStarterAbove(starter)}\n`;
}

/** Who moved this run last, for a step that is a run of its own and moves with it. */
function movedBy({ task, ledger }: StepIssueFacts): string {
  const moved = ledger.entries.findLast((entry) => entry.kind === "moved" && entry.by !== "");
  return task.kind === "process" && moved?.kind === "moved" ? `${writeMoveAbove(moved)}\n` : "";
}

/** The changes that an approver asked for last in the work of this run, or took back, for a step that is a run of its own. */
function changesWanted({ task, ledger, definition }: StepIssueFacts): string {
  if (task.kind !== "process") return "";
  const asked = ledger.entries.flatMap((entry): ChangesAbove[] => {
    const isAsked = entry.kind === "changes";
    const isTakenBack = entry.kind === "undone" && entry.of === "changes";
    if (!isAsked && !isTakenBack) return [];
    if (entry.step === undefined || !sentBackBy(entry.step, definition).includes(task.step)) return [];
    const { at, by, byId = null } = entry;
    const common = { at, by, byId, person: task.people[0] ?? by };
    return isAsked
      ? [{ ...common, reason: entry.reason, comment: entry.comment }]
      : [{ ...common, reason: "", comment: entry.asked, isTakenBack: true }];
  });
  const last = asked.at(-1);
  return last === undefined ? "" : `${writeChangesAbove(last)}\n`;
}
