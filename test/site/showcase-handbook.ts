import type { HandbookFiles } from "../../core/definition/index.ts";

/** A title that would run as a program on any page that trusts it. */
export const hostileTitle = `</script><img src=x onerror="globalThis.hacked=1">&amp;'"`;

const handbook = `title: "Show & <b>tell</b> handbook"
timeZone: Europe/Zurich
repository: acme/handbook
site: https://handbook.example
calendar: { country: CH, region: ZH }
areas: { events: "Events <i>", content: Content }
`;

const roles = `author: { title: "Author <script>alert(1)</script>", summary: Writes., people: [demo-jonas], deputies: [demo-lena], department: Marketing }
editor: { title: Editor, summary: Decides., people: [demo-lena], deputies: [demo-jonas], department: Marketing }
builder: { title: Builder, people: [demo-ben], department: IT }
`;

const hostile = `---
title: ${JSON.stringify(hostileTitle)}
summary: ${JSON.stringify(`Summary ${hostileTitle}`)}
outcome: Done <img src=x onerror=alert(1)>.
trigger: "Somebody asks {{ this }}"
owner: author
tags: [${JSON.stringify(hostileTitle)}, zebra]
tools: [${JSON.stringify(hostileTitle)}]
steps:
  - { id: first, title: ${JSON.stringify(hostileTitle)}, role: author, output: [${JSON.stringify(hostileTitle)}] }
  - { id: second, title: Second step, role: editor, input: [{ what: ${JSON.stringify(hostileTitle)}, from: first }] }
---

An anchor date and a \\<script>alert(1)\\</script> in the text.

## \\</script>\\<img src=x onerror="globalThis.hacked=1">&amp;amp;'"

Do it.

- [ ] \\<b>Check\\</b> it

## Second step

See [the fair](../events/fair.mdx#decide) and [the web](https://example.org/).
`;

const fair = `---
title: Go to a trade fair
summary: From the decision to the thank-you mails.
outcome: New contacts are in the system.
trigger: The yearly plan names the fair.
owner: editor
anchor: First day of the fair
repeats: FREQ=YEARLY
ask:
  - { id: budget, label: Budget, type: number, required: true }
  - { id: booth, label: Own booth?, type: yes-no }
tools: [Planning sheet]
steps:
  - { id: brief, title: Write the brief, role: author, due: -60d, effort: 4h, output: [The brief] }
  - { id: approve, title: Approve the brief, kind: approval, approvers: [editor, builder], approves: brief, due: -50d, respond: 8h }
  - { id: decide, title: Build the booth or rent it?, kind: decision, role: editor, options: [build, rent], due: -45d }
  - { id: build, title: Build the booth, role: builder, when: { decide: build }, duration: 20bd }
  - { id: rent, title: Rent a booth, role: author, after: decide, when: { decide: rent }, duration: 5bd }
  - { id: board, title: Ask the board, role: editor, after: [build, rent], when: { budget: ">= 10000" }, duration: 2bd }
  - { id: texts, title: Write the texts of the booth, role: author, after: decide, due: -20d }
  - { id: posts, title: Announce it, role: author, after: decide, due: -15d, optional: true }
  - { id: article, title: Publish the article, kind: process, process: write-up, after: decide, due: -5d }
  - { id: ready, title: Everything is there, kind: checkpoint, after: [board, texts, posts, article], due: -1d }
  - { id: thanks, title: Write the thank-you mails, role: author, due: +5bd, informed: editor, consulted: builder }
---

A fair is a \`decision\` before it is a trip.

\`\`\`mermaid
flowchart LR
  a[Idea] -->|yes| b{Good?}
\`\`\`

## Write the brief

\`\`\`mermaid
pie title Where contacts come from
  "Fairs" : 3
  "Web" : 5
\`\`\`

<Caution title="Not too early">
Prices fall in spring.
</Caution>

| What | When |
|---|---|
| Booth | Spring |

### Who it is for

Anyone.
`;

const writeUp = `---
title: Write it up
summary: An article about it.
outcome: The article is live.
trigger: Something has happened.
owner: author
steps:
  - { id: draft, title: Draft it, role: author, duration: 3bd }
  - { id: publish, title: Publish it, role: author, duration: 1bd }
---

## Draft it

Write.

## Publish it

Publish.
`;

const howWeWork = `---
title: ${JSON.stringify(`How we work ${hostileTitle}`)}
summary: When we meet <b>and</b> where we write.
---

We meet on Mondays. Begin with [the fair](../events/fair.mdx#brief).

<Tip>
Come early.
</Tip>

\`\`\`mermaid
pie title Where we sit
  "At home" : 2
  "In the office" : 3
\`\`\`

## Where we write

- [ ] Decisions go into the aardvark channel.

## Where we write \\<i>

| Channel | For |
|---|---|
| news | everybody |

See [above](#about--where-we-write) and [this page](how-we-work.mdx).
`;

/** A handbook with everything a page can hold, and with texts that try to break it. */
export function showcaseHandbook(): HandbookFiles {
  return new Map([
    ["handbook.yml", handbook],
    ["roles.yml", roles],
    ["absences.yml", "demo-jonas: [2027-01-11..2027-01-15]\n"],
    ["content/hostile.mdx", hostile],
    ["events/fair.mdx", fair],
    ["content/write-up.mdx", writeUp],
    ["pages/how-we-work.mdx", howWeWork],
  ]);
}
