import { asidesAtApprovals } from "./asides-at-approvals.ts";
import { type ActOnIssue, type Happening, type Life, runName } from "./life.ts";
import type { Maker } from "./maker.ts";
import type { Random } from "./random.ts";
import { type LifeHandbook, type LifeStep, people, randomHandbook } from "./random-handbook.ts";
import { workBetweenWords } from "./work-between-words.ts";
import { visitor } from "./world.ts";

const begin = "2026-11-02T09:00:00Z";

/** No step is due on it, so that a date set to it is another one in every life, whenever the bot last wrote one. */
const saturday = "2027-01-23";

/** A process and a run of it that mostly goes forward, with all that people do right and wrong on the way. */
export function randomLife(random: Random): Life {
  const handbook = randomHandbook(random);
  const happenings: Happening[] = [startOf(random, "Rails")];
  let hours = 0;
  if (random.happens(0.3)) happenings.push({ kind: "comment", by: "demo-lena", on: runName, text: "/go" });
  else if (handbook.files.get("processes/handbook.yml")?.includes("always"))
    happenings.push({ kind: "comment", by: "demo-lena", on: runName, text: "/go" });
  // Another run of the same process beside it: what is done to one must not touch the other.
  const others = random.happens(0.2) ? [startOf(random, "Trains"), closing("Settle the idea: Trains")] : [];
  happenings.push(...others);
  for (const step of handbook.steps) {
    while (random.happens(0.45)) happenings.push(...aside(random, handbook, step));
    if (random.happens(0.25)) {
      hours += random.pick([1, 24, 24 * 7, 24 * 30]);
      happenings.push({ kind: "time", to: later(hours) });
    }
    happenings.push(...forward(random, handbook, step));
  }
  while (random.happens(0.4)) {
    const step = random.pick(handbook.steps);
    const afterwards = random.happens(0.5)
      ? [random.pick(replies)(random, handbook, step)].flat()
      : undefined;
    happenings.push(...(afterwards ?? aside(random, handbook, step)));
  }
  return { files: handbook.files, begin, happenings };
}

function later(hours: number): string {
  return new Date(Date.parse(begin) + hours * 3_600_000).toISOString();
}

function startOf(random: Random, subject: string): Happening {
  const body = `### Process\n\narticle\n\n### Publish date\n\n${random.pick(["2026-12-18", "2027-02-01"])}\n\n### People\n\n_No response_`;
  // A fresh repository has no such label yet, and GitHub leaves out what a form asks for and nobody has made.
  const labels = random.happens(0.5) ? ["handrail:run"] : [];
  return { kind: "start", by: "demo-lena", title: `Write an article: ${subject}`, body, labels };
}

/** What ends a step, now and then at the second go. */
function forward(random: Random, handbook: LifeHandbook, step: LifeStep): Happening[] {
  const { title, kind } = step;
  switch (kind) {
    case "approval": {
      const approvals = ["demo-lena", "demo-sofia"].map((by) => say(by, title, "/approve"));
      const judged = handbook.steps[handbook.steps.indexOf(step) - 1];
      const before = random.happens(0.2) ? [workBetweenWords(random, handbook, step)].flat() : [];
      return judged && random.happens(0.35)
        ? [
            ...before,
            say("demo-lena", title, "/changes The facts are wrong"),
            closing(judged.title),
            ...approvals,
          ]
        : [...before, ...approvals];
    }
    case "decision":
      return [decision(random, step)];
    case "checkpoint":
      return [];
    case "process":
      return handbook.childTitles.map(closing);
    case "task": {
      if (title === handbook.costOf && random.happens(0.8))
        return [say("demo-sofia", title, "/done"), say("demo-sofia", title, "/done\ncost: 120 CHF")];
      const reason = random.happens(0.85) ? "completed" : "not_planned";
      const again: Happening[] = [{ kind: "reopen", by: "demo-jonas", on: title }, closing(title)];
      return [{ ...closing(title), reason }, ...(random.happens(0.15) ? again : [])];
    }
  }
}

function decision(random: Random, { id, title }: LifeStep): Happening {
  const outcome = random.pick(["now", "later"]);
  return random.happens(0.5)
    ? say("demo-sofia", title, `/decide ${outcome}`)
    : say("demo-sofia", runName, `/decide ${id} ${outcome}`);
}

function say(by: string, on: string, text: string): Extract<Happening, { kind: "comment" }> {
  return { kind: "comment", by, on, text };
}

function closing(on: string): Extract<Happening, { kind: "close" }> {
  return { kind: "close", by: "demo-jonas", on, reason: "completed" };
}

/** What does not bring the run forward: departures, mistakes, second thoughts. */
const asides: readonly Maker[] = [
  (random, _handbook, { title }) =>
    comment(random, title, `/due 2026-12-${10 + random.below(15)} It takes longer`),
  (random, _handbook, { title }) => comment(random, title, "/due tomorrowish"),
  (random, _handbook, { title }) => comment(random, title, "/skip Nobody needs it this time"),
  (random, _handbook, { title }) =>
    comment(random, title, `/hand-to @${random.pick(people)} She knows it better`),
  (random, _handbook, { title }) => comment(random, title, "/changes The facts are wrong"),
  (random, _handbook, { title }) =>
    comment(random, title, random.pick(["/status", "/help", "/approve", "/nonsense", "Looks good to me"])),
  (random) => comment(random, runName, "/move 2027-02-12 The product is late"),
  (random) =>
    comment(
      random,
      runName,
      `/add "Order the cake ${random.below(100)}" @${random.pick(people)} 2026-12-10${random.pick(["", " Cake helps"])}`,
    ),
  (random, _handbook, { id }) =>
    comment(
      random,
      runName,
      `/add "Ask the lawyer ${random.below(100)}" @demo-ines 2026-12-11 It is new to us\n/skip ${id}\n/nonsense\n/add "Thank the lawyer" @demo-lena 2026-12-14 It was much work`,
    ),
  (random) => comment(random, runName, "/status\n/help"),
  (random, _handbook, { title }) =>
    comment(random, title, random.pick(["/done", "/done It went well", "/undo", "/undo"])),
  (random, _handbook, { title }) => ({
    kind: "retitle",
    by: random.pick(people),
    on: title,
    title: `${title} soon`,
  }),
  (random, _handbook, { title }) => ({ kind: "reopen", by: random.pick(people), on: title }),
  (random, _handbook, { title }) => ({
    kind: "close",
    by: random.pick(people),
    on: title,
    reason: random.pick(["completed", "not_planned", "duplicate"]),
  }),
  (random, _handbook, { title }) => ({
    kind: "assign",
    by: random.pick(people),
    on: title,
    to: random.pick([[], ["demo-ines"], ["demo-sofia", "demo-ines"]]),
  }),
  (random, _handbook, { title }) => ({
    kind: "edit",
    by: random.pick(people),
    on: random.pick([title, title, runName]),
    added: "\n\nA note.",
  }),
  (_random, _handbook, { title }) => ({ kind: "delete", by: "demo-sofia", on: title }),
  (random, _handbook, { title }) => ({
    kind: "unlabel",
    by: random.pick(people),
    on: title,
    label: "handrail:step",
  }),
  (random) => ({ kind: "unlabel", by: random.pick(people), on: runName, label: "handrail:run" }),
  (random) => ({ kind: "add-sub-issue", by: random.pick(people), title: `Buy flowers ${random.below(100)}` }),
  (random) => ({ kind: "close", by: random.pick(people), on: runName, reason: "completed" }),
  (random, _handbook, { title }) => ({
    kind: "date",
    by: random.pick(people),
    on: title,
    day: random.pick([null, saturday]),
  }),
  (random, _handbook, { title }) => [
    say(random.pick(people), title, "The printer needs longer."),
    { kind: "date", by: random.pick(people), on: title, day: "2027-01-21" },
  ],
  (random, _handbook, { title }) =>
    say(visitor, title, random.pick(["/done", "/skip I do not like it", "/status", "Looks good to me"])),
  (random) =>
    say(visitor, runName, random.pick(["/cancel I do not like it", "/help", "/move 2027-03-01 why not"])),
  (random, _handbook, { title }) =>
    random.pick<Happening>([
      { kind: "close", by: visitor, on: title, reason: "completed" },
      say(random.pick(people), title, "/done\ncost: 80 CHF"),
      say(random.pick(people), title, "/done\ncost: much"),
    ]),
  (random, { path, newerText }) => [
    { kind: "publish", path, text: newerText },
    say("demo-sofia", runName, "/upgrade"),
    ...(random.happens(0.7) ? [say("demo-sofia", runName, "/go")] : []),
  ],
  (random) => ({ kind: "delete-status", by: random.pick(people) }),
  (random) => ({ kind: "edit-status", by: random.pick(people) }),
  // "Close with comment": both come at the same moment.
  (random, _handbook, { title }) => {
    const by = random.pick([...people, visitor]);
    const words = random.pick([
      "It is in the folder.",
      "Nobody needs it this time.",
      "/done",
      "/skip No need",
    ]);
    const reason = random.pick(["completed", "completed", "not_planned"] as const);
    return { kind: "together", acts: [say(by, title, words), { kind: "close", by, on: title, reason }] };
  },
  (random, _handbook, { title }) => {
    const by = random.pick(people);
    return [
      say(by, title, "The customer does it by herself."),
      { kind: "close", by, on: title, reason: "not_planned" },
    ];
  },
  (random, _handbook, { title }) => ({
    kind: "together",
    acts: [actByHand(random, title), actByHand(random, title)],
    secondsApart: random.pick([0, 0, 20, 150]),
  }),
  (random, _handbook, { title }) =>
    comment(
      random,
      title,
      `/due 2026-12-${10 + random.below(15)} It takes longer\n/hand-to @${random.pick(people)} She has time`,
    ),
  (random, _handbook, { title }) => ({
    kind: "edit-comment",
    by: random.pick(people),
    on: random.pick([title, title, runName]),
    text: random.pick(["/skip I have thought about it", "/due 2026-12-22 Later", "Never mind."]),
  }),
  (random, _handbook, { title }) => ({
    kind: "delete-comment",
    by: "demo-sofia",
    on: random.pick([title, title, runName]),
    of: random.pick([...people, visitor]),
  }),
  (random) => comment(random, runName, "/go"),
  (random, _handbook, { title }) => ({
    kind: "label",
    by: random.pick(people),
    on: random.pick([title, title, runName]),
    label: random.pick(["handrail:step", "handrail:run", "handrail:overdue", "urgent"]),
  }),
  ...asidesAtApprovals,
];

/** What somebody does to a step without a word. */
function actByHand(random: Random, on: string): ActOnIssue {
  const by = random.pick(people);
  return random.pick<ActOnIssue>([
    { kind: "assign", by, on, to: [random.pick(people)] },
    { kind: "date", by, on, day: random.pick([null, saturday, "2027-01-21"]) },
    { kind: "close", by, on, reason: "completed" },
    { kind: "reopen", by, on },
    { kind: "retitle", by, on, title: `${on} at last` },
    say(by, on, "The printer needs longer."),
    say(by, on, "/done"),
  ]);
}

/** What people have to say about a run that is over, as most are by then, and what becomes of their words. */
const replies: readonly Maker[] = [
  (random) => comment(random, runName, "1. The printer was slow\n2. Somebody who asks the lawyer"),
  (random) => comment(random, runName, "**What was missing?** More days for the pictures."),
  (random) => comment(random, runName, "The printer was slow again and nobody had told the readers."),
  () => say(visitor, runName, "3. Say that the printer is slow"),
  (random) => ({
    kind: "edit-comment",
    by: random.pick(people),
    on: runName,
    text: "1. The printer was much too slow",
  }),
  (random) => ({ kind: "delete-comment", by: "demo-sofia", on: runName, of: random.pick(people) }),
];

/** What ends a run before its time; rare, or no life would be long. */
const ends: readonly Maker[] = [
  (random) => comment(random, runName, "/cancel We have changed our mind"),
  (random) => ({ kind: "close", by: random.pick(people), on: runName, reason: "not_planned" }),
  (random) => ({ kind: "reopen", by: random.pick(people), on: runName }),
  () => ({ kind: "delete", by: "demo-sofia", on: runName }),
];

function aside(random: Random, handbook: LifeHandbook, step: LifeStep): readonly Happening[] {
  return [random.pick(random.happens(0.08) ? ends : asides)(random, handbook, step)].flat();
}

function comment(random: Random, on: string, text: string): ActOnIssue {
  return say(random.pick(people), on, text);
}
