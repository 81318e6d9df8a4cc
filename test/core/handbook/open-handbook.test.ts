import { expect, test } from "vitest";
import { hasErrorsBesideProcesses, openHandbook } from "../../../core/handbook/index.ts";

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

test.each([
  ["a process under a name that nobody reads", "mail/notes.mdx.txt", ["notes"], false],
  ["a process with another ending", "mail/notes.MD", ["notes"], false],
  ["a process under a name that is no id", "mail/My notes.md", [], false],
  ["a text in no area", "notes.mdx", [], false],
  ["a page of one's own", "pages/notes.md", [], false],
  ["a copy of a sound process", "mail/good.mdx.txt", [], false],
  ["settings under a name that nobody reads", "people.yaml", [], true],
  ["settings with an ending that Windows hides", "absences.yml.txt", [], true],
])("%s is told, and stops the others only where they take from it", (_what, path, broken, stops) => {
  const opened = openHandbook(new Map([...files, [path, process("lead")]]));
  expect(opened.problems.find(({ problemId }) => problemId === "misplaced-file")?.file).toBe(path);
  expect([...opened.broken]).toEqual(["bad", ...broken]);
  expect(hasErrorsBesideProcesses(opened)).toBe(stops);
});
