import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

/** An approval that names nobody. */
export const approvalWithoutApprovers: ProcessRule = {
  id: "approval-without-approvers",
  scope: "process",
  severity: "error",
  purpose: "Every approval names the roles that approve.",
  why: "Only the people of those roles can approve. Without them the run stops here and nobody may let it go on.",
  examples: [
    {
      title: "The approvers stand under another key",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, role: editor }`,
      },
      at: "{ id: approve",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor }`,
      },
    },
  ],
  check: (process) =>
    (process.draft.steps ?? []).flatMap((step, index) => {
      if (step.kind !== "approval" || listOf(step.approvers).length > 0) return [];
      if (isMisread(process, "steps", index, "approvers")) return [];
      const meant = listOf(step.role)[0];
      const remedy =
        meant === undefined
          ? "add it with one role or a list of them."
          : `did you mean \`approvers: ${meant}\`?`;
      const message = `Approval ${code(step.id ?? index + 1)} has no approvers, expected \`approvers:\` with the roles that approve; ${remedy}`;
      return [{ ...process.frontMatter.positionOf(["steps", index]), message }];
    }),
};
