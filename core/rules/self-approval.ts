import { listOf, type ParsedProcess, type StepShape, votesNeeded } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ContextRule, RuleContext, RuleFinding } from "./rule.ts";
import { stepGraph } from "./support/step-graph.ts";

type DraftStep = NonNullable<ParsedProcess["draft"]["steps"]>[number];

/** Somebody who would approve their own work. */
export const selfApproval: ContextRule = {
  id: "self-approval",
  scope: "process-in-context",
  severity: "warning",
  purpose: "Whoever approves a step is not the one who does it, neither as a role nor as a person.",
  why: "Four eyes see more than two, and the bot does not count a person's approval of their own step.",
  examples: [
    {
      title: "The author approves the draft",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: author }`,
      },
      at: "author }",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor }`,
      },
    },
    {
      title: "One person has both roles",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: [editor] }`,
        roles:
          "author: { title: Author, people: demo-lena, deputies: demo-ben }\neditor: { title: Editor, people: demo-lena, deputies: demo-sofia }\n",
      },
      at: "editor] }",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: [editor] }`,
        roles:
          "author: { title: Author, people: demo-jonas, deputies: demo-ben }\neditor: { title: Editor, people: demo-lena, deputies: demo-sofia }\n",
      },
    },
  ],
  check: (process, context) => {
    const steps = process.draft.steps ?? [];
    const ids = steps.flatMap(({ id }) => id ?? []);
    // Two steps with one id are told already, and nobody can say which of them is approved.
    if (new Set(ids).size < ids.length) return [];
    const graph = stepGraph(process);
    return steps.flatMap((step, index) => {
      if (step.kind !== "approval") return [];
      const named = step.approves === undefined ? undefined : graph.indexOf(step.approves);
      const judged = (named === undefined ? graph.waitsFor(index) : [named]).flatMap(
        (other) => steps[other] ?? [],
      );
      const doers = new Set(judged.flatMap((other) => doersOf(other, process.draft.owner)));
      return findingsOf(step, index, doers, process, context);
    });
  },
};

function doersOf(step: DraftStep, owner: string | undefined): string[] {
  if (step.kind !== undefined && step.kind !== "task") return [];
  const named = listOf(step.role as StepShape["role"]);
  return named.length > 0 ? named : [step.accountable ?? owner ?? ""];
}

/** Where not all approvers have to agree, there is a problem only when too few are left who are not in the way. */
function findingsOf(
  step: DraftStep,
  index: number,
  doers: ReadonlySet<string>,
  { frontMatter }: ParsedProcess,
  { roles }: RuleContext,
): RuleFinding[] {
  const approvers = listOf(step.approvers);
  const firstPerson = (role: string) => listOf(roles.get(role)?.people)[0]?.toLowerCase();
  const doingPeople = new Map([...doers].map((role) => [firstPerson(role), role]));
  doingPeople.delete(undefined);
  const findings = approvers.flatMap((role, position): RuleFinding[] => {
    const path = ["steps", index, "approvers", ...(Array.isArray(step.approvers) ? [position] : [])];
    const person = firstPerson(role);
    const same = doingPeople.get(person);
    if (!doers.has(role) && same === undefined) return [];
    const message = doers.has(role)
      ? `Role ${code(role)} would approve its own work, expected another role; name one.`
      : `${code(person)} would approve their own work as first of both ${code(same)} and ${code(role)}, expected two people; name another approver, or put somebody else first in roles.yml.`;
    return [{ ...frontMatter.positionOf(path), message }];
  });
  const needed = votesNeeded({ policy: step.policy ?? "all", approvers });
  return approvers.length - findings.length >= needed ? [] : findings;
}
