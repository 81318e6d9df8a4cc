import { dependenciesOf, type ParsedProcess } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { stepGraph } from "./support/step-graph.ts";

/** An approval with no work before it. */
export const approvalOfNothing: ProcessRule = {
  id: "approval-of-nothing",
  scope: "process",
  severity: "warning",
  purpose: "An approval has work before it in its process, which it judges.",
  why: "An approval judges the steps before it in the same process, also where that process is a step of another one. Where there are none, the bot keeps nobody from approving their own work, and does not ask again when a text is changed.",
  examples: [
    {
      title: "The work is done in another process",
      wrong: {
        process: `steps:
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor }
  - { id: print, title: Print the draft, role: author }`,
      },
      at: "approve, title",
      right: {
        process: `steps:
  - { id: hand-in, title: Hand in the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor }
  - { id: print, title: Print the draft, role: author }`,
      },
    },
    {
      title: "It waits for a date only",
      wrong: {
        process: `steps:
  - { id: opening, title: The hall opens, kind: checkpoint, due: 0d }
  - { id: approve, title: Approve the hall, kind: approval, approvers: editor }`,
      },
      at: "approve, title",
      right: {
        process: `steps:
  - { id: opening, title: The hall opens, kind: checkpoint, due: 0d }
  - { id: look, title: Write down what is missing, role: author }
  - { id: approve, title: Approve the hall, kind: approval, approvers: editor }`,
      },
    },
  ],
  check: (process) =>
    (process.draft.steps ?? []).flatMap(({ id, kind }, index) => {
      if (kind !== "approval" || judgesWork(index, process)) return [];
      const message = `Step ${code(id ?? index + 1)} approves nothing, expected a step before it in this process whose work it judges; add one, or move the approval behind that work.`;
      return [{ ...process.frontMatter.positionOf(["steps", index, "id"]), message }];
    }),
};

/** Whether an approval judges a step that holds work, itself or through approvals and checkpoints; a step that is not there may be one. */
function judgesWork(approval: number, process: ParsedProcess): boolean {
  const graph = stepGraph(process);
  const steps = process.draft.steps ?? [];
  const seen = new Set<number>();
  const pending = [approval];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const { kind, approves } = steps[index] ?? {};
    if (kind !== "approval" && kind !== "checkpoint") return true;
    const named = kind === "approval" && approves !== undefined ? [approves] : dependenciesOf(process, index);
    const found = named.flatMap((id) => graph.indexOf(id) ?? []);
    if (found.length < named.length) return true;
    pending.push(...found);
  }
  return false;
}
