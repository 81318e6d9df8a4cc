import { expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";

const roles = (author: string, editor: string) =>
  `author: { title: Author, people: ${author} }\neditor: { title: Editor, people: ${editor} }\n`;

test.each([
  [
    "the role that does it",
    "author",
    roles("demo-lena", "demo-ben"),
    "Role `author` would approve its own work, expected another role; name one.",
  ],
  [
    "the first of both roles",
    "editor",
    roles("demo-lena", "Demo-Lena"),
    "`demo-lena` would approve their own work as first of both `author` and `editor`, expected two people; name another approver, or put somebody else first in roles.yml.",
  ],
  ["somebody else", "editor", roles("demo-lena", "demo-ben"), undefined],
])("an approval by %s", (_who, approvers, rolesFile, message) => {
  const process = `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: ${approvers} }`;
  const problems = checkHandbook(
    parseHandbook(exampleHandbook({ process, roles: rolesFile })),
    "",
    undefined,
  );
  const found = problems.filter(({ problemId }) => problemId === "self-approval");
  expect(found.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
});
