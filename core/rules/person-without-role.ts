import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ContextRule } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

/** A question for a person that is called like a role, and does not say so. */
export const personWithoutRole: ContextRule = {
  id: "person-without-role",
  scope: "process-in-context",
  severity: "warning",
  purpose: "A question for a person that is called like a role with work here names that role.",
  why: "Whoever starts the process writes a name and believes that the steps go to that person. Without `role` they go to the usual people of the role.",
  examples: [
    {
      title: "A question for the author that assigns nobody",
      wrong: {
        process: `ask:
  - { id: author, label: Author, type: person }
steps:
  - { id: draft, title: Write the draft, role: author }`,
      },
      at: "author, label",
      right: {
        process: `ask:
  - { id: author, label: Author, type: person, role: author }
steps:
  - { id: draft, title: Write the draft, role: author }`,
      },
    },
  ],
  check: (process, { roles }) => {
    const { ask = [], steps = [] } = process.draft;
    const working = new Set(steps.flatMap(({ role, approvers }) => [...listOf(role), ...listOf(approvers)]));
    const asked = new Set(ask.map(({ role }) => role));
    return ask.flatMap(({ id, label, type, role }, index) => {
      if (type !== "person" || role !== undefined || isMisread(process, "ask", index, "role")) return [];
      const names = new Set([id, label].map((name) => name?.trim().toLowerCase()));
      const meant = [...working].find((own) => {
        const title = roles.get(own)?.title?.trim().toLowerCase();
        return (
          roles.has(own) && !asked.has(own) && (names.has(own) || (title !== undefined && names.has(title)))
        );
      });
      if (meant === undefined) return [];
      const message = `The answer to this question gives nobody the role ${code(meant)}, though it is called like it; add ${code(`role: ${meant}`)} so that whoever is named does its steps, or call the question something else.`;
      return [{ ...process.frontMatter.positionOf(["ask", index, "id"]), message }];
    });
  },
};
