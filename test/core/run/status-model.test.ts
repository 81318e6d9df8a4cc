import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recordOf } from "../../../core/run/index.ts";
import type { Ledger } from "../../../core/run/ledger/ledger.ts";
import { handbookOf } from "../../builders.ts";
import { statusComment } from "./ledger/observed-notes.ts";
import { plainLedger } from "./ledger/sample-ledger.ts";
import { RunsBeside } from "./runs-beside.ts";
import { SimulatedRun } from "./simulated-run.ts";

const handbook = handbookOf(
  new Map([
    ["handbook.yml", "title: Handbook\ntimeZone: UTC\nconfirm: never\nreminders: [1h]\n"],
    [
      "roles.yml",
      `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed] }
lawyer: { title: Lawyer, people: [law], deputies: [dan] }
`,
    ],
    [
      "content/model.mdx",
      `---
title: Model
summary: Every kind of step.
outcome: Every status.
trigger: A test.
owner: lead
steps:
  - { id: first, title: First, role: author, due: 1d }
  - { id: second, title: Second, role: editor, due: 8d }
  - { id: judge, title: Judge, kind: approval, approvers: [lawyer, lead], approves: second, due: 9d }
  - { id: route, title: Route, kind: decision, role: lead, options: [build, buy], due: 10d }
  - { id: build, title: Build, role: author, when: { route: build }, due: 11d }
  - { id: gate, title: Gate, kind: checkpoint, after: [route, build], due: 12d }
  - { id: last, title: Last, role: editor, due: 13d }
  - { id: child, title: Child, kind: process, process: inner, role: editor, after: first, due: 14d }
---
`.replace(/due: (\d+)d/g, "due: +$1d"),
    ],
    [
      "content/inner.mdx",
      `---
title: Inner
summary: A process within another.
outcome: It is done.
trigger: A test.
owner: lead
steps: [{ id: work, title: Work, role: author }]
---
`,
    ],
  ]),
);

interface Row {
  readonly kind: string;
  readonly status: string;
  readonly event: string;
  readonly then: string;
  readonly departure: string;
  readonly told: string;
}

const rows: readonly Row[] =
  readFileSync("docs/ARCHITECTURE.md", "utf8")
    .split("## A step of a run")[1]
    ?.split("\n## ")[0]
    ?.split("\n")
    .filter((line) => /^\| (?:task|approval|decision|checkpoint|process) /.test(line))
    .map((line) => {
      const [, kind = "", status = "", event = "", then = "", departure = "", told = ""] = line
        .split("|")
        .map((cell) => cell.trim());
      return { kind, status, event, then, departure, told };
    }) ?? [];

/** Rows about two runs beside each other, which a model of one cannot show. */
const isBeside = ({ event }: Row) => event.includes("in a run beside");

/** A run in which the step a row is about has the row's status. */
class Model {
  readonly run = new SimulatedRun({
    handbook,
    process: "model",
    anchorDate: "2026-03-02",
    now: "2026-03-02T08:00:00Z",
    startedBy: "stan",
    permissions: { stan: "write", somebody: "write" },
    outsiders: ["visitor"],
  });

  constructor() {
    this.run.settle();
  }

  kindOf(title: string): string | undefined {
    return handbook.processes.get("model")?.steps.find((step) => step.title === title)?.kind;
  }

  number(title: string): number {
    return this.run.step(title).number;
  }

  close(...titles: readonly string[]): this {
    for (const title of titles) this.after(() => this.run.close(this.number(title), "somebody"));
    return this;
  }

  comment(title: string, author: string, text: string): this {
    return this.after(() => this.run.comment(title === "" ? 1 : this.number(title), author, text));
  }

  after(happening: () => void): this {
    happening();
    this.run.settle(new Date(Date.parse(this.run.now) + 60_000).toISOString());
    return this;
  }

  /** The step's status, as the record of the run has it. */
  status(title: string): string {
    const { observed, handbook: read, now } = this.run;
    const record = recordOf({ observed, handbook: read, now });
    return record?.tasks.find((task) => task.title === title)?.status ?? "none";
  }

  departures(): readonly string[] {
    const { observed, handbook: read, now } = this.run;
    return recordOf({ observed, handbook: read, now })?.deviations.map(({ kind }) => kind) ?? [];
  }

  /** Everything the bot has said so far, anywhere. */
  said(): readonly string[] {
    return [1, ...this.run.observed.steps.map(({ number }) => number)].flatMap((number) =>
      this.run.said(number).slice(number === 1 ? 1 : 0),
    );
  }

  /** What the run that is a step notes of itself. */
  notesInside(more: Partial<Ledger> = {}): this {
    const notes = statusComment({ ...plainLedger, process: "inner", ...more });
    this.run.update(this.number("Child"), (issue) => ({ ...issue, comments: [notes] }));
    return this;
  }
}

const approved = (model: Model) =>
  model.close("First", "Second").comment("Judge", "law", "/approve").comment("Judge", "lea", "/approve");

/** How a step comes to have a status. */
const given: Readonly<Record<string, { readonly step: string; readonly reach: (model: Model) => Model }>> = {
  "task planned": { step: "Second", reach: (model) => model },
  "task ready": { step: "Second", reach: (model) => model.close("First") },
  "task done": { step: "First", reach: (model) => model.comment("First", "ann", "/done") },
  "task skipped": {
    step: "Second",
    reach: (model) => model.comment("Second", "stan", "/skip it is there already"),
  },
  "task cancelled": {
    step: "Build",
    reach: (model) => approved(model).comment("Route", "lea", "/decide buy"),
  },
  "approval planned": { step: "Judge", reach: (model) => model },
  "approval ready": { step: "Judge", reach: (model) => model.close("First", "Second") },
  "approval done": { step: "Judge", reach: approved },
  "decision planned": { step: "Route", reach: (model) => model },
  "process planned": { step: "Child", reach: (model) => model.notesInside() },
  "decision ready": { step: "Route", reach: approved },
  "decision done": {
    step: "Route",
    reach: (model) => approved(model).comment("Route", "lea", "/decide build"),
  },
  "checkpoint planned": {
    step: "Gate",
    reach: (model) => approved(model).comment("Route", "lea", "/decide build"),
  },
};

/** How an event comes about. */
const events: Readonly<Record<string, (model: Model, step: string) => Model>> = {
  closed: (model, step) => model.close(step),
  "closed as not planned, with a comment why": (model, step) =>
    model.after(() => {
      model.run.comment(model.number(step), "somebody", "We have it from last year.");
      model.run.close(model.number(step), "somebody", "not-planned");
    }),
  "closed as a duplicate": (model, step) =>
    model.after(() => model.run.close(model.number(step), "somebody", "duplicate")),
  "closed by a visitor": (model, step) =>
    model.after(() => model.run.close(model.number(step), "visitor", "completed")),
  "closed as not planned by a colleague": (model, step) =>
    model.after(() => {
      model.run.comment(model.number(step), "somebody", "It takes too long.");
      model.run.close(model.number(step), "somebody", "not-planned");
    }),
  "/done with a note": (model, step) => model.comment(step, "ed", "/done The text is in the shared folder."),
  "/undo by whoever wrote /done": (model, step) => model.comment(step, "ann", "/undo"),
  "/skip by whoever started the run": (model, step) => model.comment(step, "stan", "/skip it takes too long"),
  "/skip by whoever answers for it": (model, step) => model.comment(step, "lea", "/skip law is ill for long"),
  "/hand-to by whoever did the work": (model, step) =>
    model.comment(step, "ed", "/hand-to @zoe for @law he is slow"),
  "the text it judged is changed": (model) =>
    model.after(() => model.run.edit(model.number("Second"), "ed", "Something else.")),
  "closed as not planned": (model, step) =>
    model.after(() => model.run.close(model.number(step), "somebody", "not-planned")),
  "/skip with a reason": (model, step) => model.comment(step, "stan", "/skip it is there already"),
  "opened again": (model, step) =>
    model.after(() =>
      model.run.reopen(model.number(step), model.kindOf(step) === "decision" ? "lea" : "somebody"),
    ),
  "a step before it is opened again": (model) =>
    model.after(() => model.run.reopen(model.number("First"), "somebody")),
  "the last step before it is over": (model, step) => model.close(step === "Gate" ? "Build" : "First"),
  "its due date passes": (model) =>
    model.after(() => {
      model.run.now = "2026-03-12T09:00:00Z";
    }),
  "handed over by hand, with a comment why": (model, step) =>
    model.after(() => {
      model.run.comment(model.number(step), "somebody", "Ed is ill.");
      model.run.assign(model.number(step), "somebody", ["zoe"]);
    }),
  "handed over by hand": (model, step) =>
    model.after(() => model.run.assign(model.number(step), "somebody", ["zoe"])),
  "dated by hand, with a comment why": (model, step) =>
    model.after(() => {
      model.run.comment(model.number(step), "somebody", "Ed is ill.");
      model.run.date(model.number(step), "somebody", "2026-03-02");
    }),
  "dated by hand": (model, step) =>
    model.after(() => model.run.date(model.number(step), "somebody", "2026-03-02")),
  "the work it judges is opened again": (model) =>
    model.after(() => model.run.reopen(model.number("Second"), "somebody")),
  "/approve by one of two": (model, step) => model.comment(step, "law", "/approve"),
  "/approve by everyone": (model, step) =>
    model.comment(step, "law", "/approve").comment(step, "lea", "/approve"),
  "/approve by somebody else": (model, step) => model.comment(step, "zoe", "/approve"),
  "/changes with a reason": (model, step) => model.comment(step, "law", "/changes it is too long"),
  "/decide": (model, step) => model.comment(step, "lea", "/decide build"),
  "the decision that ruled it out is opened again": (model) =>
    model.after(() => model.run.reopen(model.number("Route"), "lea")),
  "/due with a day and a reason": (model, step) =>
    model.comment(step, "stan", "/due 2026-03-02 the expert is away"),
  "/hand-to with a name and a reason": (model, step) =>
    model.comment(step, "stan", "/hand-to @zoe ed is ill"),
  "/hand-to by one of two": (model, step) => model.comment(step, "law", "/hand-to @dan I am away"),
  "/add on the run": (model) => model.comment("", "stan", "/add Ask the printer @zoe 2026-03-06 he is new"),
  "/move on the run": (model) => model.comment("", "stan", "/move 2026-03-09 the fair was moved"),
  "taken off everybody": (model, step) =>
    model.after(() => model.run.assign(model.number(step), "somebody", [])),
  "/approve by a deputy": (model, step) => model.comment(step, "dan", "/approve"),
  "its run is over": (model, step) =>
    model.after(() => {
      model.notesInside({ work: { digest: "abc", at: model.run.now, by: "", byId: null } });
      model.run.close(model.number(step), "handrail");
    }),
  "its run is cancelled": (model, step) =>
    model.after(() => model.run.close(model.number(step), "handrail", "not-planned")),
  "/cancel on the run": (model) => model.comment("", "stan", "/cancel it is off"),
};

/** What is said to whom, one expression a comment. */
const told: Readonly<Record<string, readonly RegExp[] | undefined>> = {
  "": [],
  "whose turn it is": [/^@\w+(?: and @\w+)?, it is your turn/],
  "who has it": [/^@ed, (?:stan|somebody) has moved \*\*Second\*\* \(#3\) to \*\*Monday 2 March 2026\*\*/],
  "who has it now": [/^@(?:zoe|dan), \w+ (?:has given you|asks you to decide on) \*\*\w+\*\*, due /],
  "who answers for it, and the starter or whoever has the run as a step": [
    /^@stan, this run will be over later than promised/,
    /^@lea, \*\*Second\*\* was due/,
  ],
  "whoever closed it": [
    /^@(?:somebody|visitor), (?:closing this issue|leaving a step out|this judges your own work|a duplicate is not done|only )/,
  ],
  "whoever did it": [
    /^@somebody, (?:a step always belongs to somebody|handing a step on needs|moving a date needs)/,
  ],
  "whoever wrote it": [
    /^@(?:(?:zoe|dan|stan|ed): (?:Thank you, but only|Thank you for writing|Sorry, only|Part of what)|lea: It is not time for)/,
  ],
  "who did the work": [/^@ed, law asks for changes to \*\*Second\*\*:\n\n> it is too long/],
  "the approvers, and whose turn it is": [
    /^@law, lea has left \*\*Judge\*\* out, so it is \*\*not approved\*\*:\n\n> law is ill for long/,
    /^@lea, it is your turn: \*\*Route\*\*.*\n\n- \*\*Judge\*\* \(#4\) was skipped: \*\*not approved\*\*/s,
  ],
  "who had approved": [
    /^@law and @lea, ed has changed the text of \*\*Second\*\* \(#3\) after it was approved/,
  ],
  "everyone whose dates move": [
    /^@ed, stan has moved the \*\*start date\*\*/,
    /^@law and @lea, stan has moved the \*\*start date\*\*/,
    /^@ann, stan has moved the \*\*start date\*\*/,
  ],
  "everyone on the run": [/^stan has ended this run/],
};

test("the table is there", () => {
  expect(rows.length).toBeGreaterThan(20);
});

describe.each(rows.filter((row) => !isBeside(row)))(
  "$kind, $status: $event",
  ({ kind, status, event, then, departure, told: who }) => {
    const situation = given[`${kind} ${status}`];
    const cause = events[event];
    if (!situation || !cause || !(who in told))
      throw new Error(
        `The table says something the test does not know: ${kind}, ${status}, ${event}, ${who}.`,
      );

    test(`it is then ${then}${departure === "" ? "" : `, and a departure (${departure})`}; ${who === "" ? "nobody" : who} is told`, () => {
      const model = situation.reach(new Model());
      expect(model.status(situation.step)).toBe(status);
      const [departedBefore, saidBefore] = [model.departures().length, new Set(model.said())];
      cause(model, situation.step);
      expect(model.status(situation.step)).toBe(then);
      expect(model.departures().slice(departedBefore)).toEqual(departure === "" ? [] : [departure]);
      const fresh = model.said().filter((words) => !saidBefore.has(words));
      const wanted = told[who] ?? [];
      expect(fresh).toHaveLength(wanted.length);
      for (const words of wanted) expect(fresh.filter((said) => words.test(said))).toHaveLength(1);
      expect(model.run.settle()).toEqual([]);
    });
  },
);

/** What is closed until a step that waits for one beside its run has a status. */
const closedBefore: Readonly<Record<string, readonly string[] | undefined>> = {
  planned: ["Draft", "Brief"],
  ready: ["Draft", "Brief", "Logo"],
};
const eventsBeside: Readonly<Record<string, ((runs: RunsBeside) => void) | undefined>> = {
  "the last step before it, in a run beside, is over": (runs) => runs.close("Logo", "stan", "completed"),
  "a step before it, in a run beside, is opened again": (runs) => runs.reopen("Logo", "stan"),
};
const toldBeside: Readonly<Record<string, readonly RegExp[] | undefined>> = {
  "": [],
  "whose turn it is": [/^@ann, it is your turn: \*\*Picture\*\*/],
};

describe.each(rows.filter(isBeside))(
  "$kind, $status: $event",
  ({ status, event, then, departure, told: who }) => {
    const [before, cause, wanted] = [closedBefore[status], eventsBeside[event], toldBeside[who]];
    if (!before || !cause || !wanted)
      throw new Error(`The table says something the test does not know: ${status}, ${event}, ${who}.`);

    test(`it is then ${then}; ${who === "" ? "nobody" : who} is told`, () => {
      const runs = new RunsBeside();
      for (const title of before) {
        runs.close(title, "stan", "completed");
        runs.settle();
      }
      const now = () => {
        const { observed, handbook: read, now } = runs.runOf("Picture");
        const record = recordOf({ observed, handbook: read, now });
        const picture = record?.tasks.find(({ title }) => title === "Picture");
        return { status: picture?.status, departures: record?.deviations.map(({ kind }) => kind) ?? [] };
      };
      const said = () => runs.runOf("Picture").said(runs.issue("Picture").number);
      expect(now().status).toBe(status);
      const [departedBefore, saidBefore] = [now().departures.length, said().length];
      runs.pass(1);
      cause(runs);
      runs.settle();
      expect(now().status).toBe(then);
      expect(now().departures.slice(departedBefore)).toEqual(departure === "" ? [] : [departure]);
      const fresh = said().slice(saidBefore);
      expect(fresh).toHaveLength(wanted.length);
      for (const words of wanted) expect(fresh.filter((one) => words.test(one))).toHaveLength(1);
      expect(runs.decide()).toEqual([]);
    });
  },
);
