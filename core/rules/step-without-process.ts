import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

/** A step that starts a process, without saying which. */
export const stepWithoutProcess: ProcessRule = {
  id: "step-without-process",
  scope: "process",
  severity: "error",
  purpose: "A step of `kind: process` names the process it starts.",
  why: "Without the name nothing can be started, planned or shown.",
  examples: [
    {
      title: "A child process without a name",
      wrong: { process: "steps:\n  - { id: post, title: Publish the post, kind: process }" },
      at: "{ id: post",
      right: {
        process: "steps:\n  - { id: post, title: Publish the post, kind: process, process: publish-post }",
        others: { "content/publish-post.mdx": "" },
      },
    },
  ],
  check: (process) =>
    (process.draft.steps ?? []).flatMap((step, index) => {
      if (step.kind !== "process" || step.process !== undefined) return [];
      if (isMisread(process, "steps", index, "process")) return [];
      const message = `Step ${code(step.id ?? index + 1)} starts a process but does not say which, expected \`process:\` with the name of its file; add it.`;
      return [{ ...process.frontMatter.positionOf(["steps", index]), message }];
    }),
};
