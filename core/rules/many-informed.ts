import { listOf } from "../definition/index.ts";
import { count } from "../text/index.ts";
import type { ContextRule } from "./rule.ts";

const roles = ["one", "two", "three", "four", "five", "six"];
const rolesFile = ["author", "editor", ...roles]
  .map((id) => `${id}: { title: Role ${id}, people: [demo-lena, demo-sofia] }\n`)
  .join("");

/** A step that tells everyone. */
export const manyInformed: ContextRule = {
  id: "many-informed",
  scope: "process-in-context",
  severity: "advice",
  most: 5,
  purpose: "A step informs at most five roles.",
  why: "Where everyone is told, nobody reads. Inform those who do something else because of it.",
  examples: [
    {
      title: "Six roles are informed",
      wrong: {
        process: `steps:\n  - { id: draft, title: Write the draft, role: author, informed: [${roles.join(", ")}] }`,
        roles: rolesFile,
      },
      at: "[one,",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author, informed: [one, two] }",
        roles: rolesFile,
      },
    },
  ],
  check: ({ draft, frontMatter }, { most }) =>
    (draft.steps ?? []).flatMap((step, index) => {
      const number = new Set(listOf(step.informed)).size;
      if (number <= most) return [];
      const message = `${count(number, "role")} informed, expected at most ${most}; keep those who do something else because of it.`;
      return [{ ...frontMatter.positionOf(["steps", index, "informed"]), message }];
    }),
};
