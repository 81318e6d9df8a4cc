import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

/** Work that is nobody's in particular. */
export const stepWithoutRole: ProcessRule = {
  id: "step-without-role",
  scope: "process",
  severity: "advice",
  purpose: "Every task and every decision names the role that does it.",
  why: "Without one the step falls to whoever answers for the process, who mostly means somebody else to do it.",
  examples: [
    {
      title: "A task without a role",
      wrong: { process: "steps:\n  - { id: draft, title: Write the draft }" },
      at: "{ id: draft",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: (process) =>
    (process.draft.steps ?? []).flatMap((step, index) => {
      const needsRole = (step.kind ?? "task") === "task" || step.kind === "decision";
      const isUnclear =
        isMisread(process, "steps", index, "kind") || isMisread(process, "steps", index, "role");
      if (!needsRole || isUnclear || listOf(step.role).length > 0) return [];
      const fallback = step.accountable ?? process.draft.owner;
      const message = `Step ${code(step.id ?? index + 1)} names nobody, so it falls to ${code(fallback ?? "the owner")}; write \`role:\` with who does it.`;
      return [{ ...process.frontMatter.positionOf(["steps", index]), message }];
    }),
};
