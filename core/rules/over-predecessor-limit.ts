import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import { count } from "../text/index.ts";
import type { ProcessRule } from "./rule.ts";

const githubLimit = 50;
const parts = Array.from({ length: githubLimit + 1 }, (_, index) => `part-${index + 1}`);
const steps = (awaited: readonly string[]) =>
  `steps:
${parts.map((id) => `  - { id: ${id}, title: Write ${id}, role: author }`).join("\n")}
  - { id: join, title: Put it together, role: editor, after: [${awaited.join(", ")}] }`;

/** A step that waits for more steps than GitHub can link. */
export const overPredecessorLimit: ProcessRule = {
  id: "over-predecessor-limit",
  scope: "process",
  severity: "error",
  purpose: `A step waits for at most ${githubLimit} others directly.`,
  why: "GitHub links an issue with at most fifty that block it. The run could not be started.",
  examples: [
    {
      title: "A step that waits for fifty-one",
      wrong: { process: steps(parts) },
      at: "[part-1,",
      right: { process: steps(parts.slice(-1)) },
    },
  ],
  check: ({ draft, frontMatter }) =>
    (draft.steps ?? []).flatMap((step, index) => {
      const number = new Set(listOf(step.after)).size;
      if (number <= githubLimit) return [];
      const message = `Step ${code(step.id ?? index + 1)} waits for ${count(number, "step")}, expected at most ${githubLimit}, as many as GitHub links; put a checkpoint between.`;
      return [{ ...frontMatter.positionOf(["steps", index, "after"]), message }];
    }),
};
