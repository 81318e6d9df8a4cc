import {
  type Handbook,
  type ProcessDefinition,
  type RoleId,
  type Step,
  votesNeeded,
} from "../definition/index.ts";
import { matchSteps } from "./match-steps.ts";

/** What became of an approval, told apart by whether less is checked by others than before, or more. */
export type ApprovalChange =
  /** An approval that is gone, or a step that was one and is none. */
  | { readonly kind: "lost"; readonly title: string; readonly approvers: readonly RoleId[] }
  | { readonly kind: "gained"; readonly title: string; readonly approvers: readonly RoleId[] }
  /** Fewer have to agree, or it may be left out, or not every time. */
  | { readonly kind: "weaker"; readonly title: string; readonly how: readonly ApprovalLoss[] }
  /** People may now approve what they did themselves, because of a role that both does and judges it. */
  | { readonly kind: "four-eyes-lost"; readonly title: string; readonly role: RoleId };

export type ApprovalLoss =
  | "fewer-approvers"
  | "fewer-votes"
  | "may-be-skipped"
  | "only-sometimes"
  | "judges-less";

/** What a change of a process does to its approvals, what is lost first. Empty where they stay as strong as they were. */
export function approvalChanges(before: ProcessDefinition, after: ProcessDefinition): ApprovalChange[] {
  const { pairs, added, removed } = matchSteps(before, after);
  const isApproval = ({ kind }: Step) => kind === "approval";
  const ended = [
    ...removed.filter(isApproval),
    ...pairs.flatMap((pair) => (isApproval(pair.before) && !isApproval(pair.after) ? [pair.before] : [])),
  ];
  const begun = [
    ...added.filter(isApproval),
    ...pairs.flatMap((pair) => (!isApproval(pair.before) && isApproval(pair.after) ? [pair.after] : [])),
  ];
  const kept = pairs.filter((pair) => isApproval(pair.before) && isApproval(pair.after));
  return [
    ...ended.map(({ title, approvers }) => ({ kind: "lost" as const, title, approvers })),
    ...kept.flatMap((pair): ApprovalChange[] => {
      const how = lossesOf(pair.before, pair.after);
      return how.length === 0 ? [] : [{ kind: "weaker", title: pair.after.title, how }];
    }),
    ...[...kept.map((pair) => pair.after), ...begun].flatMap((step) => {
      const earlier = kept.find((pair) => pair.after === step)?.before;
      return newSelfJudges(step, after, earlier, before);
    }),
    ...begun.map(({ title, approvers }) => ({ kind: "gained" as const, title, approvers })),
  ];
}

/** Whether approvals can be passed by more people from now on: left out by others, or given by whoever started the run. */
export function losesFourEyes({ config: before }: Handbook, { config: after }: Handbook): boolean {
  const opened = before.approvals === "locked" && after.approvals === "open";
  return opened || (!before.starterApproves && after.starterApproves);
}

function lossesOf(before: Step, after: Step): ApprovalLoss[] {
  const losses: readonly (readonly [ApprovalLoss, boolean])[] = [
    ["fewer-approvers", before.approvers.some((role) => !after.approvers.includes(role))],
    [
      "fewer-votes",
      votesNeeded(after) < votesNeeded(before) && after.approvers.length >= before.approvers.length,
    ],
    ["may-be-skipped", !before.optional && after.optional],
    ["only-sometimes", before.when.length < after.when.length],
    ["judges-less", before.approves !== undefined && after.approves === undefined],
  ];
  return losses.flatMap(([loss, isTrue]) => (isTrue ? [loss] : []));
}

/** The roles that judge what they do themselves now, and did not before. */
function newSelfJudges(
  step: Step,
  definition: ProcessDefinition,
  earlier: Step | undefined,
  before: ProcessDefinition,
): ApprovalChange[] {
  const known = earlier ? selfJudges(earlier, before) : [];
  return selfJudges(step, definition)
    .filter((role) => !known.includes(role))
    .map((role) => ({ kind: "four-eyes-lost", title: step.title, role }));
}

function selfJudges(approval: Step, { steps }: ProcessDefinition): RoleId[] {
  const judged = approval.approves === undefined ? approval.dependsOn : [approval.approves];
  const doers = steps.filter(({ id }) => judged.includes(id)).flatMap(({ roles }) => roles);
  return approval.approvers.filter((role) => doers.includes(role));
}
