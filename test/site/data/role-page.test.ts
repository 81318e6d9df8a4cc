import { describe, expect, test } from "vitest";
import type { RolePage, RoleProcess } from "../../../site/data/role-page.ts";
import { roleMarkdown } from "../../../site/machine/role-markdown.ts";
import { siteOf } from "../site-of.ts";

const site = siteOf(
  new Map([
    ["handbook.yml", "title: Ours\nareas: { a: A }\n"],
    [
      "roles.yml",
      `author: { title: Author, summary: Writes., people: [demo-jonas], deputies: [demo-lena], department: Marketing }
lead: { title: Lead, people: [demo-sofia] }
legal: { title: Legal, people: [demo-david] }
guest: { title: Guest, people: [] }
`,
    ],
    [
      "a/one.mdx",
      `---
title: One
summary: S.
outcome: O.
trigger: T.
owner: lead
anchor: Publish date
steps:
  - { id: write, title: Write it, role: author, due: -5d, output: [The text, A list of sources] }
  - { id: check, title: Check it, kind: approval, approvers: legal, duration: 2bd, consulted: author }
  - { id: publish, title: Publish it, input: [{ what: The picture, from: author }], due: 0d, informed: legal }
  - { id: thank, title: Say thanks, role: author, after: [], accountable: legal }
---
`,
    ],
  ]),
);

const pageOf = (role: string): RolePage | undefined => site.rolePages().get(role);
const partOf = (role: string): RoleProcess | undefined => pageOf(role)?.processes[0];

describe("the page of a role", () => {
  test("says what it does, by when, and what it delivers", () => {
    expect(partOf("author")?.does).toEqual([
      {
        text: "Write it",
        gets: [],
        next: [{ text: "Check it", href: "/processes/one/#check" }],
        href: "/processes/one/#write",
        when: "5 days before the publish date",
        what: ["The text", "A list of sources"],
      },
      {
        text: "Say thanks",
        gets: [],
        next: [],
        href: "/processes/one/#thank",
        when: "Within 1 business day of the start",
        what: [],
      },
    ]);
  });
  test("says what it brings to the steps of others", () => {
    expect(partOf("author")?.brings).toMatchObject([{ text: "Publish it", what: ["The picture"] }]);
  });
  test("gives a step that names nobody to whoever answers for it", () => {
    expect(partOf("lead")).toMatchObject({ owns: true, does: [{ text: "Publish it" }], answersFor: [] });
  });
  test("says what else it answers for, approves, and hears of, with when in each", () => {
    expect(partOf("legal")).toMatchObject({
      answersFor: [{ text: "Say thanks" }],
      approves: [{ text: "Check it", when: "Within 2 business days of “Write it”" }],
      hears: [{ text: "Publish it", when: "On the publish date" }],
    });
  });
  test("of a role without work names its people all the same", () => {
    expect(pageOf("guest")).toMatchObject({ processes: [], people: { people: [], deputies: [] } });
  });
  test("has a twin in Markdown", () => {
    const page = pageOf("author");
    expect(page && roleMarkdown(page)).toBe(`# Author

Writes.

- **Department** Marketing
- **People** demo-jonas
- **Who stands in** demo-lena

## [One](/processes/one/)

- I do: Write it (5 days before the publish date). I deliver: The text; A list of sources
- I do: Say thanks (Within 1 business day of the start)
- I bring something to: Publish it (On the publish date). I bring: The picture
- I am asked before: Check it (Within 2 business days of “Write it”)
`);
  });
});
