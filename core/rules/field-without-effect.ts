import type { ParsedProcess } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ContextRule, RuleContext, RuleFinding } from "./rule.ts";
import { isMisread } from "./support/misread.ts";
import { roleMentions } from "./support/role-mentions.ts";

const effects = [
  { key: "approvers", kind: "approval" },
  { key: "policy", kind: "approval" },
  { key: "approves", kind: "approval" },
  { key: "options", kind: "decision" },
  { key: "process", kind: "process" },
  { key: "collect", kind: "task" },
] as const;

/** Keys that say more about a due date, and count only where there is one. */
const dueEffects = ["from", "exact"] as const;

/** A field that counts only for another kind of step. */
export const fieldWithoutEffect: ContextRule = {
  id: "field-without-effect",
  scope: "process-in-context",
  severity: "error",
  purpose:
    "`approvers`, `policy` and `approves` stand in approvals only, `options` in decisions, `process` in steps that start one, `collect` in tasks; `from` and `exact` stand beside `due`; `role` of a question stands in one for a person, and names a role of the process.",
  why: "In another kind of step the field is not looked at: nobody is asked to approve, although the text says so.",
  examples: [
    {
      title: "A date to count from, and nothing that counts",
      wrong: {
        process: `ask:
  - { id: freeze, label: Code freeze, type: date, required: true }
steps:
  - { id: draft, title: Write the draft, role: author, from: freeze }`,
      },
      at: "from:",
      right: {
        process: `ask:
  - { id: freeze, label: Code freeze, type: date, required: true }
steps:
  - { id: draft, title: Write the draft, role: author, from: freeze, due: -5d }`,
      },
    },
    {
      title: "A role for an answer that is no person",
      wrong: {
        process: `ask:
  - { id: speaker, label: Speaker, role: author }
steps:
  - { id: draft, title: Write the draft, role: author }`,
      },
      at: "role: author }",
      right: {
        process: `ask:
  - { id: speaker, label: Speaker, type: person, role: author }
steps:
  - { id: draft, title: Write the draft, role: author }`,
      },
    },
    {
      title: "A step with approvers that is no approval",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, approvers: editor }`,
      },
      at: "approvers:",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor }`,
      },
    },
  ],
  check: (process, { roles }) => [
    ...withoutPerson(process, roles),
    ...withoutDue(process),
    ...withoutKind(process),
  ],
};

function withoutPerson(process: ParsedProcess, roles: RuleContext["roles"]): RuleFinding[] {
  const steps = process.draft.steps ?? [];
  const ask = process.draft.ask ?? [];
  if (ask.every(({ role }) => role === undefined)) return [];
  // A process that is started here may have a step for the role.
  const mayBeElsewhere = steps.some(({ kind }) => kind === "process");
  const inSteps = new Set(
    roleMentions(process)
      .filter(({ use }) => use !== "asked" && use !== "participant")
      .map(({ role }) => role),
  );
  return ask.flatMap(({ type, role }, index): RuleFinding[] => {
    if (role === undefined || isMisread(process, "ask", index, "type")) return [];
    if (type !== "person") {
      const message = `${code("role")} has no effect in a question of type ${code(type ?? "text")}, expected it in one for a person only; add ${code("type: person")}, or take it out.`;
      return [{ ...process.frontMatter.keyPositionOf(["ask", index, "role"]), message }];
    }
    // Of a role that is not there, another rule tells.
    if (mayBeElsewhere || inSteps.has(role) || !roles.has(role) || process.draft.steps === undefined)
      return [];
    const message = `Nothing in this process is for the role ${code(role)}, so whoever is named has nothing to do, expected a role of one of its steps; write that, or take ${code("role")} out.`;
    return [{ ...process.frontMatter.positionOf(["ask", index, "role"]), message }];
  });
}

function withoutDue(process: ParsedProcess): RuleFinding[] {
  return (process.draft.steps ?? []).flatMap((step, index) =>
    step.due !== undefined || isMisread(process, "steps", index, "due")
      ? []
      : dueEffects
          .filter((key) => step[key] !== undefined)
          .map((key) => ({
            ...process.frontMatter.keyPositionOf(["steps", index, key]),
            message: `${code(key)} has no effect in a step without ${code("due")}, expected the offset it belongs to; add ${code("due:")}, or take it out.`,
          })),
  );
}

function withoutKind(process: ParsedProcess): RuleFinding[] {
  return (process.draft.steps ?? []).flatMap((step, index) =>
    effects
      .filter(({ key, kind }) => step[key] !== undefined && (step.kind ?? "task") !== kind)
      .filter(() => !isMisread(process, "steps", index, "kind"))
      .slice(0, 1)
      .map(({ key, kind }) => ({
        ...process.frontMatter.keyPositionOf(["steps", index, key]),
        message: `${code(key)} has no effect in a step of kind ${code(step.kind ?? "task")}, expected it in \`kind: ${kind}\` only; ${kind === "task" ? "move it to a task" : "add that"}, or take it out.`,
      })),
  );
}
