import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

const effects = [
  { key: "approvers", kind: "approval" },
  { key: "policy", kind: "approval" },
  { key: "approves", kind: "approval" },
  { key: "options", kind: "decision" },
  { key: "process", kind: "process" },
] as const;

/** A field that counts only for another kind of step. */
export const fieldWithoutEffect: ProcessRule = {
  id: "field-without-effect",
  scope: "process",
  severity: "error",
  purpose:
    "`approvers`, `policy` and `approves` stand in approvals only, `options` in decisions, `process` in steps that start one.",
  why: "In another kind of step the field is not looked at: nobody is asked to approve, although the text says so.",
  examples: [
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
  check: (process) =>
    (process.draft.steps ?? []).flatMap((step, index) =>
      effects
        .filter(() => !isMisread(process, "steps", index, "kind"))
        .filter(({ key, kind }) => step[key] !== undefined && step.kind !== kind)
        .slice(0, 1)
        .map(({ key, kind }) => ({
          ...process.frontMatter.keyPositionOf(["steps", index, key]),
          message: `${code(key)} has no effect in a step of kind ${code(step.kind ?? "task")}, expected it in \`kind: ${kind}\` only; add that, or take it out.`,
        })),
    ),
};
