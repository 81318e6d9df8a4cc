import type { Random } from "./random.ts";

/** A step as the makers of lives need it. */
export interface LifeStep {
  readonly id: string;
  readonly title: string;
  readonly kind: "task" | "approval" | "decision" | "checkpoint" | "process";
}

export interface LifeHandbook {
  readonly files: ReadonlyMap<string, string>;
  readonly steps: readonly LifeStep[];
  /** The titles of the steps of the process that one of them starts; empty when none does. */
  readonly childTitles: readonly string[];
  /** The title of the step that asks for a cost when it is done; nothing when none does. */
  readonly costOf: string | undefined;
  /** Where the process is described, and its text as it may be published later: a step more, and another day for the first. */
  readonly path: string;
  readonly newerText: string;
}

export const people = ["demo-jonas", "demo-lena", "demo-sofia", "demo-ines"] as const;

const titles = [
  "Settle the idea",
  "Write the draft",
  "Check the facts",
  "Make the pictures",
  "Publish it",
  "Tell everybody",
];

const roles = `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }
lead: { title: Lead, people: [demo-sofia] }
designer: { title: Designer, people: [demo-ines] }
`;

const child = `---
title: Record a film
summary: From a script to a film.
outcome: The film is there.
trigger: Somebody needs one.
owner: lead
anchor: Film date
steps:
  - { id: shoot, title: Shoot it, role: designer, due: -4d }
  - { id: cut, title: Cut it, role: author, due: 0d }
---
`;

/** Two people whose days and hours are not those of the others, so that they are reminded at another time. */
const elsewhere = `demo-ines: { name: Ines, timeZone: Pacific/Auckland }
demo-jonas: { name: Jonas, timeZone: America/Los_Angeles }
`;

/** A process that the bot starts by itself, so that sweeps open its starts. */
const report = `---
title: Report
summary: The figures of the month.
outcome: Everybody has them.
trigger: A month is over.
owner: lead
repeats: FREQ=MONTHLY;BYMONTHDAY=4
steps:
  - { id: collect, title: Collect the figures, role: designer, due: +2d }
---
`;

const approvals = [
  "approvers: [editor, lead], policy: all",
  "approvers: [editor, lead], policy: any",
  "approvers: [editor, lead, designer], policy: 2",
];

/** A process with a few steps of every kind, in a row with now and then two side by side. */
export function randomHandbook(random: Random): LifeHandbook {
  const count = 3 + random.below(3);
  const lines: string[] = [];
  const steps: LifeStep[] = [];
  let choice: string | undefined;
  const asksForCost = random.happens(0.25);
  for (let index = 0; index < count; index += 1) {
    const kind = index === 0 ? "task" : kindOf(random, steps);
    const step = { id: `s${index}`, title: titleOf(kind, index), kind };
    const before = steps.at(-1);
    const due = (index - count + 1) * 4;
    const parts = [
      `id: ${step.id}`,
      `title: ${step.title}`,
      ...(kind === "task" ? [] : [`kind: ${kind}`]),
      ...(kind === "approval"
        ? [random.pick(approvals)]
        : kind === "checkpoint"
          ? []
          : [`role: ${random.pick(["author", "editor", "designer"])}`]),
      ...(kind === "decision" ? ["options: [now, later]"] : []),
      ...(kind === "process" ? ["process: film"] : []),
      ...(choice !== undefined && kind === "task" && random.happens(0.5)
        ? [`when: { ${choice}: ${random.pick(["now", "later"])} }`]
        : []),
      ...(before && index > 1 && kind === "task" && random.happens(0.3)
        ? [`after: [${steps[index - 2]?.id}]`]
        : []),
      ...(index === 0 && asksForCost
        ? ["collect: [{ id: cost, label: Cost, type: money, currency: CHF, required: true }]"]
        : []),
      `due: ${due}d`,
    ];
    if (kind === "decision") choice = step.id;
    steps.push(step);
    lines.push(`  - { ${parts.join(", ")} }`);
  }
  const hasChild = steps.some(({ kind }) => kind === "process");
  const newer = [
    ...lines.slice(0, 1).map((line) => line.replace(/due: -\d+d/, `due: -${4 * count + 1}d`)),
    ...lines.slice(1),
    "  - { id: thank, title: Thank the readers, role: author, due: 3d }",
  ];
  return {
    steps,
    childTitles: hasChild ? ["Shoot it", "Cut it"] : [],
    costOf: asksForCost ? steps[0]?.title : undefined,
    path: article,
    newerText: processText(newer),
    files: new Map([
      [
        "processes/handbook.yml",
        `title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: ${random.pick(["never", "never", "always"])}\nreminders: [24h]\nescalateAfter: 1bd\n`,
      ],
      ["processes/roles.yml", roles],
      [article, processText(lines)],
      ...(hasChild ? [["processes/content/film.mdx", child] as const] : []),
      ...(random.happens(0.2) ? [["processes/content/report.mdx", report] as const] : []),
      ...(random.happens(0.3) ? [["processes/people.yml", elsewhere] as const] : []),
    ]),
  };
}

const article = "processes/content/article.mdx";

function processText(steps: readonly string[]): string {
  return `---
title: Write an article
summary: From an idea to a text.
outcome: The text is there.
trigger: Somebody has an idea.
owner: lead
anchor: Publish date
steps:
${steps.join("\n")}
---
`;
}

function kindOf(random: Random, steps: readonly LifeStep[]): LifeStep["kind"] {
  const kind = random.pick([
    "task",
    "task",
    "task",
    "approval",
    "decision",
    "process",
    "checkpoint",
  ] as const);
  const isUsed = steps.some((step) => step.kind === kind);
  return kind === "task" || (kind === "approval" && steps.at(-1)?.kind === "task") || !isUsed ? kind : "task";
}

function titleOf(kind: LifeStep["kind"], index: number): string {
  if (kind === "approval") return `Approve part ${index}`;
  if (kind === "decision") return `Decide on ${index}`;
  if (kind === "process") return `Make the film`;
  if (kind === "checkpoint") return "Half of it is there";
  return titles[index] ?? `Work on ${index}`;
}
