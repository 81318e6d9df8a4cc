import { unexpectedWord } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { roleMentions } from "./support/role-mentions.ts";

/** A role that roles.yml does not have. */
export const unknownRole: ProcessRule = {
  id: "unknown-role",
  scope: "process",
  severity: "error",
  purpose: "Every role a process names stands in roles.yml.",
  why: "A role that is not in roles.yml has no people, so its steps would be assigned to nobody. Most often it is a typing error.",
  examples: [
    {
      title: "A misspelt role",
      wrong: { process: "steps:\n  - { id: draft, title: Write the draft, role: autor }" },
      at: "autor",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: (process, { roles }) =>
    roleMentions(process)
      .filter(({ role }) => !roles.has(role))
      .map(({ role, path }) => ({
        ...process.frontMatter.positionOf(path),
        message: unexpectedWord("role", role, [...roles.keys()], "add it to roles.yml or fix the spelling."),
      })),
};
