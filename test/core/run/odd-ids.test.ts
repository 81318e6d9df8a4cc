import { expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/ledger/ledger-of.ts";
import { handbookOf } from "../../builders.ts";
import { happens, smallRun } from "./small-handbook.ts";

const handbookWith = (id: string) =>
  handbookOf(
    new Map([
      ["handbook.yml", "title: Handbook\ntimeZone: UTC\nconfirm: never\n"],
      [
        "roles.yml",
        `lead: { title: Lead, people: [lea] }\n${id}: { title: Odd, people: [ann] }\neditor: { title: Editor, people: [ed] }\n`,
      ],
      [
        "content/work.mdx",
        `---
title: Work
summary: Some work.
outcome: It is done.
trigger: Somebody asks.
owner: lead
ask:
  - { id: ${id}, label: What is it about, type: text }
steps:
  - { id: first, title: Do it, role: ${id}, duration: 1bd }
  - { id: agree, title: Agree on it, kind: approval, approvers: [editor], after: [first], duration: 1bd }
---
`,
      ],
    ]),
  );

test.each(["constructor", "prototype", "valueof"])(
  "a role and a question called `%s` work in a run",
  (id) => {
    const run = smallRun(handbookWith(id), { answers: { [id]: "Rails" } });
    expect(run.step("Do it").assignees).toEqual(["ann"]);
    happens(run, () => run.close(run.step("Do it").number, "ann"));
    happens(run, () => run.comment(run.step("Agree on it").number, "ed", "/approve"));
    expect(run.observed.run.state).toBe("closed");
    expect(ledgerOf(run.observed)?.answers.get(id)).toBe("Rails");
  },
);

test("a question nobody answered is not answered by what every object has", () => {
  const run = smallRun(handbookWith("constructor"), {});
  expect([...(ledgerOf(run.observed)?.answers ?? [])]).toEqual([]);
  expect(run.observed.run.title).not.toContain("function");
});
