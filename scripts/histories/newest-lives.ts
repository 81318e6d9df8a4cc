import { type Happening, type Life, runName } from "../faults/life.ts";

const begin = "2026-11-02T09:00:00Z";
const articlePath = "processes/content/article.mdx";

const steps = [
  "id: brief, title: Write the brief, phase: Before, role: author, due: -20d, collect: [{ id: cost, label: Cost, type: money, currency: CHF, required: true }, { id: talks, label: Talks, type: number }]",
  'id: invite, title: "Invite {item}", phase: Before, role: editor, each: guests, after: brief, due: -15d',
  "id: remind, title: Remind everybody, phase: Before, role: designer, after: brief, due: -2w..-1w, every: 1w",
  "id: tell, title: Tell everybody, phase: After, role: author, after: [invite, remind], due: 0d",
];

const busySteps = ["a", "b", "c", "d"].map(
  (id) => `id: ${id}, title: Part ${id}, role: designer, after: [], due: 0d`,
);

function processOf(title: string, own: readonly string[]): string {
  return `---
title: ${title}
summary: From an idea to a text.
outcome: The text is there.
trigger: Somebody has an idea.
owner: lead
anchor: Publish date
ask:
  - { id: guests, label: Guests, type: list }
steps:
${own.map((step) => `  - { ${step} }`).join("\n")}
---
`;
}

const files = new Map([
  [
    "processes/handbook.yml",
    "title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: on-warnings\n",
  ],
  [
    "processes/roles.yml",
    `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena] }
lead: { title: Lead, people: [demo-sofia] }
designer: { title: Designer, people: [demo-ines] }
`,
  ],
  [articlePath, processOf("Write an article", steps)],
  ["processes/content/busy.mdx", processOf("Make the fair", busySteps)],
  ["processes/content/fair.mdx", processOf("Make another fair", busySteps)],
]);

function start(process: string, title: string, guests = "_No response_"): Happening {
  const body = `### Process\n\n${process}\n\n### Publish date\n\n2026-12-18\n\n### Guests\n\n${guests}\n\n### People\n\n_No response_`;
  return { kind: "start", by: "demo-lena", title, body, labels: [] };
}

const say = (by: string, on: string, text: string): Happening => ({ kind: "comment", by, on, text });
const close = (by: string, on: string): Happening => ({ kind: "close", by, on, reason: "completed" });

/** Lists, repetitions, headings and values, and a run that follows a newer text of its process. */
const listed: Life = {
  files,
  begin,
  happenings: [
    start("article", "Write an article: Rails", "Ada Lovelace\nGrace Hopper"),
    say("visitor", "Write the brief", "/done\ncost: 1 CHF"),
    say("demo-jonas", "Write the brief", "/done It went well\ncost: 1200 CHF\ntalks: 3"),
    close("demo-lena", "Invite Ada Lovelace"),
    {
      kind: "publish",
      path: articlePath,
      text: processOf("Write an article", [
        ...steps.slice(0, 3),
        "id: tell, title: Tell everybody, phase: After, role: editor, after: [invite, remind], due: -1d",
        "id: thank, title: Thank everybody, phase: After, role: author, after: tell, due: 0d",
      ]),
    },
    say("demo-sofia", runName, "/upgrade"),
    say("demo-sofia", runName, "/go"),
    say("demo-lena", "Invite Grace Hopper", "She is away until then."),
    { kind: "date", by: "demo-lena", on: "Invite Grace Hopper", day: "2026-12-09" },
    close("demo-lena", "Invite Grace Hopper"),
    say("demo-ines", runName, "/status"),
  ],
};

/** Starts that wait: one that looks like an open run, and one that asks too much of somebody on a day. */
const waiting: Life = {
  files,
  begin,
  happenings: [
    start("article", "Write an article: Rails", "Ada Lovelace"),
    start("article", "Write an article: Trains", "Ada Lovelace"),
    start("busy", "Make the fair: Basel"),
    start("fair", "Make another fair: Basel"),
    close("demo-ines", "Part a"),
    say("demo-ines", "Part b", "/due 2026-12-17 It can be sooner"),
  ],
};

/** Lives with what chance does not bring, since random processes have none of it: the newest keys, entries and questions. */
export const newestLives: readonly Life[] = [listed, waiting];
