import { type Life, runName } from "../../scripts/faults/life.ts";

/** A short life with everything that breaks easily: no label yet, an answer beside a fact, an approval, an end. */
export const fixedLife: Life = {
  begin: "2026-11-02T09:00:00Z",
  files: new Map([
    ["processes/handbook.yml", "title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: never\n"],
    [
      "processes/roles.yml",
      "author: { title: Author, people: [demo-jonas] }\neditor: { title: Editor, people: [demo-lena] }\nlead: { title: Lead, people: [demo-sofia] }\n",
    ],
    [
      "processes/content/article.mdx",
      `---
title: Write an article
summary: From an idea to a text.
outcome: The text is there.
trigger: Somebody has an idea.
owner: lead
anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -4d }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor, due: 0d }
---
`,
    ],
  ]),
  happenings: [
    {
      kind: "start",
      by: "demo-lena",
      title: "Write an article: Rails",
      body: "### Process\n\narticle\n\n### Publish date\n\n2026-12-18\n\n### People\n\n_No response_",
      labels: [],
    },
    {
      kind: "comment",
      by: "demo-sofia",
      on: runName,
      text: '/add "Order the cake" @demo-ines 2026-12-10 The guests are hungry\n/move tomorrowish',
    },
    { kind: "close", by: "demo-jonas", on: "Write the draft", reason: "completed" },
    { kind: "close", by: "demo-ines", on: "Order the cake", reason: "completed" },
    { kind: "comment", by: "demo-lena", on: "Approve the draft", text: "/approve" },
  ],
};
