import type { ObservedIssue } from "../../../core/run/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** Something that people do to a run that has come so far. */
export interface Act {
  readonly name: string;
  readonly stage: Stage;
  readonly does: (run: SimulatedRun) => void;
}

const steps = [
  "id: draft, title: Draft, role: author, due: +3d, informed: [lawyer], respond: 4h",
  "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  "id: way, title: Which way?, kind: decision, role: author, options: [print, web], due: +10d",
  "id: print, title: Print, role: editor, when: { way: print }, due: +14d, strict: true",
  "id: report, title: Report, role: author, collect: [{ id: link, label: Link, type: link }], due: +16d",
  "id: there, title: There, kind: checkpoint, due: +17d",
  "id: extra, title: Extra, role: author, optional: true, when: { size: large }, due: +20d",
  "id: send, title: Send, role: editor, due: +21d",
];

const config = (confirm: string) =>
  `title: Handbook\ntimeZone: UTC\nreminders: [1bd]\nescalateAfter: [1bd, 3bd]\nconfirm: ${confirm}\n`;

const handbookWith = (confirm: string, lines: readonly string[] = steps) =>
  smallHandbook(lines, {
    head: ["ask:", "  - { id: size, label: Size, type: choice, options: [small, large] }"],
    files: { "handbook.yml": config(confirm), "absences.yml": "ed: [2026-05-11..2026-05-15]\n" },
  });

const number = (run: SimulatedRun, title: string) => run.step(title).number;
const close = (title: string, by: string) => (run: SimulatedRun) => run.close(number(run, title), by);
const says = (title: string, by: string, body: string) => (run: SimulatedRun) =>
  run.comment(title === "" ? 1 : number(run, title), by, body);

/** How far a run has come, each by what happened since the stage before it. */
const stages = {
  waiting: [],
  begun: [],
  dated: ["begun", says("", "stan", "/due draft 2026-03-06 she is away")],
  moved: ["begun", says("", "stan", "/move 2026-03-06 the hall is free later")],
  handed: ["begun", says("", "stan", "/hand-to draft @tim she is away")],
  drafted: ["begun", close("Draft", "ann")],
  half: ["drafted", says("Judge", "ed", "/approve")],
  judged: ["half", says("Judge", "law", "/approve")],
  decided: ["judged", says("Which way?", "ann", "/decide print")],
  printed: ["decided", close("Print", "ed")],
  reported: ["printed", says("Report", "ann", "/done It is out\nlink: https://example.org/report")],
  asked: ["reported", () => undefined],
  answered: ["reported", says("Extra", "stan", "/decide large")],
  extra: ["answered", close("Extra", "ann")],
  over: ["extra", close("Send", "ed")],
  cancelled: ["begun", says("", "stan", "/cancel The client is gone")],
  careful: [],
  proposed: ["careful", says("", "stan", "/move 2026-03-07 The hall is free later")],
  proposedDue: ["careful", says("Judge", "stan", "/due 2026-05-13 The expert is away")],
  newer: ["drafted", () => undefined],
  offered: ["newer", says("", "stan", "/upgrade")],
} as const;

export type Stage = keyof typeof stages;

const newerSteps = [
  ...steps.filter((step) => !step.startsWith("id: print,")).map((step) => step.replace("+21d", "+23d")),
  "id: thank, title: Thank them, role: lead, due: +24d",
];

const reached = new Map<Stage, SimulatedRun>();

/** A run at a stage; everybody gets one of their own. */
export function runAt(stage: Stage): SimulatedRun {
  const known = reached.get(stage) ?? reach(stage);
  reached.set(stage, known);
  return known.copy();
}

function reach(stage: Stage): SimulatedRun {
  const [before, happened] = stages[stage];
  if (before === undefined)
    return smallRun(handbookWith({ waiting: "always", careful: "on-warnings" }[stage as string] ?? "never"));
  const run = runAt(before as Stage);
  if (stage === "newer") run.publish(handbookWith("never", newerSteps), "f".repeat(40));
  happens(run, () => happened(run));
  return run;
}

const done = new Map<Act, SimulatedRun>();

/** A run to which somebody has done something a minute after it came so far, and which nobody has looked at since. */
export function doneAt(act: Act): SimulatedRun {
  const known = done.get(act) ?? runAt(act.stage);
  if (!done.has(act)) {
    known.now = new Date(Date.parse(known.now) + 60_000).toISOString();
    act.does(known);
    done.set(act, known);
  }
  return known.copy();
}

const calm = new Map<Act, SimulatedRun>();

/** The same run once the bot has looked at it with nothing in its way. */
export function calmAfter(act: Act): SimulatedRun {
  const known = calm.get(act) ?? doneAt(act);
  if (!calm.has(act)) {
    known.settle();
    calm.set(act, known);
  }
  return known.copy();
}

const act = (stage: Stage, name: string, does: Act["does"]): Act => ({
  stage,
  name: `${stage}: ${name}`,
  does,
});
const command = (stage: Stage, title: string, by: string, body: string): Act =>
  act(stage, `${by} writes ${body.replaceAll("\n", " ⏎ ")} on ${title || "the run"}`, says(title, by, body));
const byHand = (stage: Stage, title: string, by: string, why: string, what: string, does: Hand): Act =>
  act(stage, `${by} ${what} ${title || "the run"}${why && ", with a word why"}`, (run) => {
    const issue = title === "" ? 1 : number(run, title);
    if (why !== "") run.comment(issue, by, why);
    does(run, issue, by);
  });
type Hand = (run: SimulatedRun, issue: number, by: string) => void;

const closes: Hand = (run, issue, by) => run.close(issue, by);
const drops: Hand = (run, issue, by) => run.close(issue, by, "not-planned");
const doubles: Hand = (run, issue, by) => run.close(issue, by, "duplicate");
const opens: Hand = (run, issue, by) => run.reopen(issue, by);
const dates =
  (day: string | null): Hand =>
  (run, issue, by) =>
    run.date(issue, by, day);
const gives =
  (...to: string[]): Hand =>
  (run, issue, by) =>
    run.assign(issue, by, to);
const writes =
  (change: (issue: ObservedIssue) => Partial<ObservedIssue>): Hand =>
  (run, issue) =>
    run.update(issue, (found) => ({ ...found, ...change(found) }));

const why = "The expert is away.";

/** What people do by commands and by hand, for each stage at which it means something else. */
export const acts: readonly Act[] = [
  command("waiting", "", "stan", "/go"),
  command("waiting", "", "stan", "/cancel not this year"),
  command("waiting", "", "stan", "/status"),
  command("waiting", "", "stan", "/move 2026-03-09 later"),
  command("waiting", "", "vic", "/go"),
  byHand("waiting", "", "stan", "", "closes", drops),
  act("waiting", "stan asks for another day", (run) =>
    run.update(1, (issue) => ({ ...issue, body: run.formBody("2026-03-05") })),
  ),
  act("waiting", "stan asks for a day that is none", (run) =>
    run.update(1, (issue) => ({ ...issue, body: run.formBody("2026-02-30") })),
  ),

  command("begun", "", "stan", '/add "Ask the printer" @tim 2026-03-10 he knows'),
  command("begun", "", "stan", '/add "Ask the printer" @tim 2026-03-10 after draft before judge he knows'),
  command("begun", "", "stan", "/add nothing"),
  command("begun", "", "stan", "/move 2026-03-06 the hall is free later"),
  command("begun", "", "stan", "/move 2032-03-02 next time"),
  command("begun", "", "ann", "/move 2026-03-06 later"),
  command("begun", "", "stan", "/cancel the client is gone"),
  command("begun", "", "stan", "/cancel"),
  command("begun", "", "stan", "/status"),
  command("begun", "", "stan", "/help"),
  command("begun", "", "stan", "/go"),
  command("begun", "", "stan", "/upgrade"),
  command("begun", "", "stan", "/undo"),
  command("begun", "", "stan", "/skip draft nobody needs it"),
  command("begun", "", "stan", "/skip judge nobody needs it"),
  command("begun", "", "stan", "/due draft 2026-03-20 the expert is away"),
  command("begun", "", "stan", "/hand-to draft @tim she is away"),
  command("begun", "", "stan", "/done draft"),
  command("begun", "", "stan", "/deploy now"),
  command("begun", "", "stan", "/don"),
  command("begun", "", "vic", "/status"),
  command("begun", "", "vic", "/move 2026-03-06 later"),
  command(
    "begun",
    "",
    "stan",
    "/due draft 2026-03-10 she is away\n/due draft 1999-01-01 no\n/hand-to draft @tim he knows",
  ),
  command("begun", "", "stan", Array.from({ length: 12 }, () => "/status").join("\n")),
  command("begun", "Draft", "ann", "/done It is in the folder"),
  command("begun", "Draft", "ann", "/done note\n/undo"),
  command("begun", "Draft", "ann", "/skip nobody needs it"),
  command("begun", "Draft", "ann", "/skip"),
  command("begun", "Draft", "ann", "/due 2026-03-10 the expert is away"),
  command("begun", "Draft", "ann", "/due 2026-03-20 the expert is away"),
  command("begun", "Draft", "ann", "/due 1999-01-01 no"),
  command("begun", "Draft", "ann", "/hand-to @tim he knows it"),
  command("begun", "Draft", "ann", "/hand-to @nobody-at-all he knows it"),
  command("begun", "Draft", "ann", "/help"),
  command("begun", "Draft", "ann", "Done."),
  command("begun", "Draft", "vic", "/done"),
  command("begun", "Judge", "ed", "/approve"),
  command("begun", "Judge", "law", "/hand-to @lou for @law he knows"),
  command("begun", "Report", "ann", "/done link: https://example.org"),
  command("begun", "Report", "ann", "/done\nlink: https://example.org"),
  command("begun", "Print", "ed", "/done"),
  command("begun", "", "stan", "/due draft 2026-03-02 at once\n/due judge 1999-01-01 no"),
  command("dated", "", "stan", "/undo"),
  command("dated", "", "stan", "/undo\n/due draft 1999-01-01 no"),
  command("moved", "", "stan", "/undo"),
  command("moved", "", "stan", "/move 2026-03-09 once more"),
  command("handed", "", "stan", "/undo"),
  byHand("begun", "Draft", "ann", "", "closes", closes),
  byHand("begun", "Draft", "vic", "", "closes", closes),
  byHand("begun", "Draft", "ann", "", "drops", drops),
  byHand("begun", "Draft", "ann", why, "drops", drops),
  byHand("begun", "Draft", "ann", "", "closes as a double", doubles),
  byHand("begun", "Judge", "ed", "", "closes", closes),
  byHand("begun", "Judge", "lea", why, "drops", drops),
  byHand("begun", "Which way?", "ann", "", "closes", closes),
  byHand("begun", "Print", "ed", "", "closes", closes),
  byHand("begun", "Report", "ann", "", "closes", closes),
  byHand("begun", "Send", "ed", "", "closes", closes),
  byHand("begun", "There", "ed", "", "closes", closes),
  byHand("begun", "Draft", "ann", "", "gives to tim", gives("tim")),
  byHand("begun", "Draft", "ann", why, "gives to tim", gives("tim")),
  byHand("begun", "Draft", "vic", why, "gives to tim", gives("tim")),
  byHand("begun", "Draft", "ann", "", "gives to nobody", gives()),
  byHand("begun", "Judge", "ed", why, "gives ed's part to dee", gives("dee", "law")),
  byHand("begun", "Judge", "ed", why, "gives to too many", gives("dee", "lou", "law")),
  byHand("begun", "Draft", "ann", "", "dates anew", dates("2026-03-06")),
  byHand("begun", "Draft", "ann", why, "dates anew", dates("2026-03-06")),
  byHand("begun", "Draft", "ann", why, "dates after what waits", dates("2026-03-20")),
  byHand("begun", "Draft", "ann", why, "dates in the past", dates("2026-02-20")),
  byHand("begun", "Draft", "ann", "", "takes the date off", dates(null)),
  byHand("begun", "Draft", "vic", why, "dates anew", dates("2026-03-06")),
  byHand(
    "begun",
    "Draft",
    "ann",
    "",
    "retitles",
    writes(() => ({ title: "Sketch" })),
  ),
  byHand(
    "begun",
    "Draft",
    "ann",
    "",
    "wipes",
    writes(() => ({ body: "See the wiki.", isEditedByPeople: true })),
  ),
  byHand(
    "begun",
    "Draft",
    "ann",
    "",
    "unlabels",
    writes(() => ({ labels: [] })),
  ),
  byHand(
    "begun",
    "",
    "ann",
    "",
    "unlabels",
    writes(() => ({ labels: [] })),
  ),
  byHand("begun", "", "stan", "", "closes", closes),
  byHand("begun", "", "stan", "", "drops", drops),
  byHand("begun", "", "stan", why, "drops", drops),
  byHand("begun", "", "vic", why, "drops", drops),
  byHand("begun", "Draft", "ann", "", "reacts to", (run, issue, by) => run.react(issue, by)),
  byHand("handed", "Draft", "ann", "", "writes in", (run, issue, by) =>
    run.edit(issue, by, `${run.step("Draft").body}\n\nMore.`),
  ),
  act("begun", "stan adds a sub-issue", (run) => added(run, "stan")),
  act("begun", "vic adds a sub-issue", (run) => added(run, "vic")),
  act("begun", "a step is taken off", (run) => {
    run.observed = {
      ...run.observed,
      steps: run.observed.steps.filter(({ title }) => !title.startsWith("Draft")),
    };
  }),
  byHand("begun", "", "vic", "", "changes the notes of", writes(changedNotes)),
  byHand("begun", "", "vic", "", "deletes the notes of", writes(withoutNotes)),

  command("drafted", "Judge", "ed", "/approve"),
  command("drafted", "Judge", "ed", "/changes it promises too much"),
  command("drafted", "Judge", "ed", "/changes"),
  command("drafted", "Judge", "tim", "/approve"),
  command("drafted", "Judge", "stan", "/approve"),
  command("drafted", "Judge", "ed", "LGTM"),
  command("drafted", "Judge", "ed", "/hand-to @dee I am away"),
  command("drafted", "Judge", "lea", "/skip nobody has time"),
  command("drafted", "Judge", "stan", "/skip nobody has time"),
  command("drafted", "", "ed", "/approve judge\n/approve judge"),
  byHand("drafted", "Judge", "ed", "", "closes", closes),
  byHand("drafted", "Draft", "ann", "", "opens", opens),
  byHand("drafted", "Draft", "vic", "", "opens", opens),
  command("drafted", "Draft", "ann", "/undo"),
  command("half", "Judge", "ed", "/undo"),
  command("half", "Judge", "law", "/approve"),
  command("half", "Judge", "law", "/changes it promises too much"),
  byHand("half", "Draft", "ann", "", "rewrites", (run, issue, by) =>
    run.edit(issue, by, `${run.step("Draft").body}\n\nMore.`),
  ),
  byHand("half", "Draft", "ann", "", "opens", opens),
  byHand("begun", "Draft", "ann", "/done", "drops", drops),
  byHand("begun", "Draft", "ann", "/skip nobody needs it", "closes", closes),
  byHand("begun", "Draft", "ann", "/due 2026-03-06 she is away", "drops", drops),
  byHand("begun", "Draft", "ann", "/due 2026-03-06 she is away", "dates anew", dates("2026-03-05")),
  byHand("begun", "Draft", "ann", "/hand-to @tim he knows it", "gives to nobody", gives()),
  byHand("begun", "Draft", "ann", "/hand-to @tim he knows it", "gives to lea", gives("lea")),
  byHand("begun", "Judge", "lea", "/skip nobody has time", "drops", drops),
  byHand("begun", "", "stan", "/cancel the client is gone", "drops", drops),
  byHand("drafted", "Draft", "ann", "/undo", "opens", opens),
  byHand("drafted", "Draft", "ann", "/due 2026-03-20 the expert is away", "opens", opens),
  byHand("extra", "Send", "ed", "/done", "drops", drops),
  command("judged", "Which way?", "ann", "/decide print it lasts"),
  command("judged", "Which way?", "ann", "/decide web"),
  command("judged", "Which way?", "ann", "/decide radio"),
  command("judged", "Which way?", "vic", "/decide web"),
  byHand("judged", "Which way?", "ann", "", "closes", closes),
  byHand("judged", "Judge", "ed", "", "opens", opens),
  byHand("judged", "Draft", "ann", "", "opens", opens),
  command("decided", "Which way?", "ann", "/undo"),
  byHand("decided", "Which way?", "ann", "", "opens", opens),
  byHand("decided", "Print", "ed", "", "closes", closes),
  command("printed", "Report", "ann", "/done"),
  command("printed", "Report", "ann", "/done It is out\nlink: https://example.org/report"),
  byHand("printed", "Report", "ann", "link: https://example.org/report", "closes", closes),
  byHand("printed", "Report", "ann", "", "closes", closes),
  byHand("printed", "Report", "ann", "/done It is out\nlink: https://example.org/report", "closes", closes),
  command("reported", "Extra", "stan", "/decide large we have time"),
  command("reported", "Extra", "stan", "/decide small"),
  command("reported", "Extra", "stan", "/decide huge"),
  byHand("answered", "Extra", "ann", "", "drops", drops),
  byHand("extra", "Send", "ed", "", "closes", closes),
  command("over", "", "stan", "1. The printer\n2. Nothing\n3. A shorter form"),
  command("over", "", "stan", "That took much longer than anybody had thought before."),
  command("over", "", "vic", "1. The printer"),
  command("over", "", "stan", "/move 2026-03-09 later"),
  command("over", "Send", "ed", "/undo"),
  byHand("over", "Send", "ed", "", "opens", opens),
  byHand("over", "", "stan", "", "opens", opens),
  byHand("cancelled", "", "stan", "", "opens", opens),
  byHand("cancelled", "", "vic", "", "opens", opens),
  command("cancelled", "", "stan", "/undo"),
  command("cancelled", "Draft", "ann", "/done"),

  command("careful", "", "stan", "/move 2026-03-07 the hall is free later"),
  command("careful", "", "stan", "/move 2026-03-09 the hall is free later"),
  command("careful", "Judge", "stan", "/due 2026-05-13 the expert is away"),
  command("careful", "Judge", "stan", "/due 2026-03-02 at once"),
  command("careful", "Print", "stan", "/hand-to @tim he knows"),
  command("careful", "", "stan", '/add "Ask the printer" @tim 2026-05-16 he knows'),
  byHand("careful", "Judge", "lea", why, "dates with a warning", dates("2026-05-13")),
  command("proposed", "", "stan", "/go"),
  command("proposed", "", "ann", "/go"),
  command("proposed", "", "stan", "/undo"),
  command("proposedDue", "", "stan", "/go"),
  command("proposedDue", "Judge", "stan", "/go"),
  command("newer", "", "stan", "/upgrade"),
  command("newer", "", "vic", "/upgrade"),
  command("offered", "", "stan", "/go"),
  command("offered", "", "stan", "/go\n/due judge 1999-01-01 no"),
  command("offered", "", "ann", "/go"),
];

function added(run: SimulatedRun, by: string): void {
  const own = run.step("Draft");
  const bare: ObservedIssue = {
    ...own,
    number: 90,
    id: "issue-90",
    title: "Ask the printer",
    body: "Please.",
    writtenBody: "",
    author: by,
    authorId: run.idOf(by),
    addedBy: by,
    addedById: run.idOf(by),
    isByOurAccount: false,
    isOurs: false,
    labels: [],
    assignees: ["tim"],
    assignment: null,
    comments: [],
    createdAt: run.now,
  };
  run.observed = { ...run.observed, steps: [...run.observed.steps, bare] };
}

function changedNotes({ comments }: ObservedIssue): Partial<ObservedIssue> {
  const edit = { at: "2026-03-02T08:05:00Z", by: "vic", byId: null };
  return {
    comments: comments.map((comment) =>
      comment.body.includes("handrail:status") ? { ...comment, isEditedByPeople: true, edit } : comment,
    ),
  };
}

function withoutNotes({ comments }: ObservedIssue): Partial<ObservedIssue> {
  return { comments: comments.filter(({ body }) => !body.includes("handrail:status")) };
}
