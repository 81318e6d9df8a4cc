import { expect, test } from "vitest";
import { openHandbook } from "../../../core/handbook/index.ts";

const process = (role: string) => `---
title: Send it
summary: A mail goes out.
outcome: It is out.
trigger: Monday
owner: lead
steps:
  - { id: send, title: Send the mail, role: ${role}, due: 0d }
---

## Send the mail

Press the button.
`;

const files = new Map([
  ["handbook.yml", "title: Ours\nareas: { mail: Mail }\n"],
  ["roles.yml", "lead: { title: Lead, people: [demo-ines], deputies: [demo-tom] }\n"],
  ["mail/good.mdx", process("lead")],
  ["mail/bad.mdx", process("laed")],
]);

test.each([
  ["", "mail/bad.mdx"],
  ["processes", "processes/mail/bad.mdx"],
])("one broken process is left out and told, under the root %o", (root, file) => {
  const opened = openHandbook(files, { root });
  expect([...opened.handbook.processes.keys()]).toEqual(["good"]);
  expect([...opened.broken]).toEqual(["bad"]);
  expect(opened.problems.filter(({ severity }) => severity === "error")).toMatchObject([
    { file, problemId: "unknown-role", line: 8 },
  ]);
});

test("nothing at all is a handbook without processes", () => {
  const opened = openHandbook(new Map());
  expect(opened.handbook.processes.size).toBe(0);
  expect(opened.broken.size).toBe(0);
});
