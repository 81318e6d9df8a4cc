import { unexpectedWord } from "../message.ts";
import type { ContextRule } from "./rule.ts";

/** A child process that the handbook does not have. */
export const unknownProcess: ContextRule = {
  id: "unknown-process",
  scope: "process-in-context",
  severity: "error",
  needsAllFiles: true,
  purpose: "`process` of a step names a process of this handbook.",
  why: "When the step's turn comes, the bot starts that process. It cannot start one that is not there.",
  examples: [
    {
      title: "A misspelt process",
      wrong: {
        process: `steps:
  - { id: post, title: Publish the post, kind: process, process: publish-pots }`,
        others: { "content/publish-post.mdx": "" },
      },
      at: "publish-pots",
      right: {
        process: `steps:
  - { id: post, title: Publish the post, kind: process, process: publish-post }`,
        others: { "content/publish-post.mdx": "" },
      },
    },
  ],
  check: ({ id, draft, frontMatter }, { processes }) =>
    (draft.steps ?? []).flatMap((step, index) => {
      if (step.process === undefined || processes.has(step.process)) return [];
      const others = [...processes.keys()].filter((other) => other !== id);
      const remedy = "add its file, or fix the spelling.";
      const message = unexpectedWord("process", step.process, others, remedy);
      return [{ ...frontMatter.positionOf(["steps", index, "process"]), message }];
    }),
};
