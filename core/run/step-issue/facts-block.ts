import { text } from "../../text/index.ts";
import { ruledOutBy } from "../state/ruled-out-by.ts";
import { isOver } from "../state/task-state.ts";
import { writeMoveAbove } from "./move-above.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** The signs around the part of a step's body that the bot keeps up to date. */
export const factsStart = "<!-- handrail:facts -->";
export const factsEnd = "<!-- /handrail:facts -->";

/** What changes about a step while its run goes on: when it is due, where it stands, what it waits for, who decides. */
export function factsBlock(facts: StepIssueFacts): string {
  const { task, state, definition, handbook, observed } = facts;
  const roleTitle = (role: string) => handbook.handbook.roles.get(role)?.title ?? role;
  const kept = definition.steps.filter(({ id }) =>
    state.tasks.some((other) => other.step === id && !other.isLeftOut),
  );
  const outside = task.dependsOn.length === 0 ? state.waitsFor : [];
  const before = state.tasks.filter((other) => task.dependsOn.includes(other.step) && !isOver(other));
  const waitsFor = [...before, ...outside];
  const block = text.stepIssue.facts({
    position: kept.findIndex((step) => step.id === task.step) + 1,
    steps: kept.length,
    run: observed.run.number,
    process: definition.title,
    dueDate: task.dueDate,
    baselineDueDate: task.baselineDueDate,
    effortMinutes: task.definition?.effortMinutes,
    respondMinutes: task.definition?.respondMinutes,
    waitsFor: waitsFor.map(({ title }) => title),
    isProcess: task.kind === "process",
    deciders: task.parts.map(({ role, people }) => ({
      role: roleTitle(role),
      people,
      hasAgreed: task.approvedBy.some((approval) => approval.role === role),
    })),
    allMustAgree: task.definition?.policy !== "any",
    waiting: state.tasks.filter((other) => other.dependsOn.includes(task.step) && !isOver(other)),
    notNeeded: task.isLeftOut ? ruledOutBy(task, facts) : [],
    isLeftOut: task.isLeftOut,
  });
  return `${factsStart}\n${block.text}\n${movedBy(facts)}${factsEnd}`;
}

/** Who moved this run last, for a step that is a run of its own and moves with it. */
function movedBy({ task, ledger }: StepIssueFacts): string {
  const moved = ledger.entries.findLast((entry) => entry.kind === "moved" && entry.by !== "");
  return task.kind === "process" && moved?.kind === "moved" ? `${writeMoveAbove(moved)}\n` : "";
}
