import { comment, say } from "./acts-of-people.ts";
import { asidesAtApprovals } from "./asides-at-approvals.ts";
import { type ActOnIssue, type Happening, runName } from "./life.ts";
import type { Maker } from "./maker.ts";
import type { Random } from "./random.ts";
import { people } from "./random-handbook.ts";
import { visitor } from "./world.ts";

/** No step is due on it, so that a date set to it is another one in every life, whenever the bot last wrote one. */
const saturday = "2027-01-23";

/** What does not bring the run forward: departures, mistakes, second thoughts. */
export const asides: readonly Maker[] = [
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
