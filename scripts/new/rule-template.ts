/** The TypeScript name of a rule: `many-steps` is `manySteps`. */
export function ruleName(id: string): string {
  return id.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The file of a new rule: a small one that works, to be written over from top to bottom. */
export function ruleTemplate(id: string): string {
  return `import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** What is wrong, in a few words: a title that ends with a full stop. */
export const ${ruleName(id)}: ProcessRule = {
  id: "${id}",
  scope: "process",
  severity: "advice",
  purpose: "The title of a process does not end with a full stop.",
  why: "Titles stand in lists and menus, where a full stop looks like the end of something.",
  examples: [
    {
      title: "A title like a sentence",
      wrong: { process: "title: Write an article." },
      at: "Write an article.",
      right: { process: "title: Write an article" },
    },
  ],
  check: ({ draft, frontMatter }) => {
    if (draft.title === undefined || !draft.title.endsWith(".")) return [];
    const message = \`Title \${code(draft.title)} ends with a full stop, expected none; take it out.\`;
    return [{ ...frontMatter.positionOf(["title"]), message }];
  },
};
`;
}
