import { describe, expect, test } from "vitest";
import { addCalendarDays } from "../../../core/calendar/index.ts";
import {
  changesBetween,
  describeChanges,
  handbookMeaning,
  meaningAsMarkdown,
} from "../../../core/change/index.ts";
import {
  fieldReference,
  type Handbook,
  nameOf,
  type ProcessDefinition,
  peopleNamedIn,
} from "../../../core/definition/index.ts";
import { flowOf, mermaidFlowchart } from "../../../core/diagram/index.ts";
import { runsAsCsv } from "../../../core/export/index.ts";
import { writeStartForm } from "../../../core/form/index.ts";
import { openHandbook } from "../../../core/handbook/index.ts";
import { planBasisOf, workCalendarOf } from "../../../core/holidays/index.ts";
import { type RunPlan, scheduleRun } from "../../../core/plan/index.ts";
import { recordOf } from "../../../core/run/index.ts";
import { planFormats } from "../../../scripts/plan/print-plan.ts";
import { planTable } from "../../../site/data/plan-rows.ts";
import { plannerHandbook, plannerProcess } from "../../../site/data/planner-data.ts";
import { processPage } from "../../../site/data/process-page.ts";
import { processMarkdown } from "../../../site/machine/process-markdown.ts";
import { date } from "../../builders.ts";
import { siteOf } from "../../site/site-of.ts";
import { happens, smallHandbook, smallRun } from "../run/small-handbook.ts";

/** What of a process a surface shows, as text. */
interface Shown {
  readonly handbook: Handbook;
  readonly definition: ProcessDefinition;
  readonly files: ReadonlyMap<string, string>;
}

/** What an example of a key says besides the steps of the process. */
interface More {
  /** Questions besides those that every example has. */
  readonly questions?: readonly string[];
  readonly body?: string;
  /** Other files of the handbook, by path within it. */
  readonly files?: Readonly<Record<string, string>>;
}

const questions = [
  "{ id: freeze, label: Code freeze, type: date, required: true }",
  "{ id: sponsor, label: Sponsor }",
  "{ id: guests, label: Guests, type: list }",
];

const roles =
  "lead: { title: Lead, people: [lea] }\nauthor: { title: Author, people: [ann] }\neditor: { title: Editor, people: [ed] }\nlawyer: { title: Lawyer, people: [law] }\n";

function headOf({ questions: own = [] }: More): readonly string[] {
  return ["anchor: Release day", `ask: [${[...questions, ...own].join(", ")}]`];
}

function shown(steps: readonly string[], more: More = {}): Shown {
  const { body = "", files = {} } = more;
  const handbook = smallHandbook(steps, { head: headOf(more), body, files });
  const definition = handbook.processes.get("work");
  if (!definition) throw new Error("There is no process.");
  return { handbook, definition, files: filesOf(steps, more) };
}

function filesOf(steps: readonly string[], more: More): ReadonlyMap<string, string> {
  const { body = "Work.\n", files = {} } = more;
  return new Map([
    ["handbook.yml", "title: Handbook\n"],
    ["roles.yml", roles],
    [
      "content/work.mdx",
      `---\n${["title: Work", "summary: S.", "outcome: O.", "trigger: T.", "owner: lead", ...headOf(more), "steps:", ...steps.map((step) => `  - { ${step} }`)].join("\n")}\n---\n\n${body}`,
    ],
    ...Object.entries(files),
  ]);
}

/** On a Saturday, so that dates move; the freeze is a Wednesday. */
const anchorDate = date("2026-10-03");
const answers = new Map([
  ["freeze", "2026-08-19"],
  ["sponsor", ""],
  ["guests", "Ada Lovelace\nGrace Hopper"],
  ["who", "zoe"],
]);
const started = { freeze: "2026-08-19", guests: "Ada Lovelace\nGrace Hopper", who: "zoe" };

function planOf({ handbook, definition }: Shown): RunPlan {
  return scheduleRun({
    ...planBasisOf(handbook.config, handbook),
    definition,
    anchorDate,
    today: date("2026-03-02"),
    answers,
    peopleByRole: peopleNamedIn(answers, definition),
  });
}

function printed(format: keyof typeof planFormats) {
  return (what: Shown) =>
    planFormats[format](planOf(what), {
      definition: what.definition,
      config: what.handbook.config,
      ...planBasisOf(what.handbook.config, what.handbook),
      today: date("2026-03-02"),
    });
}

/** What people read of a run from its start to its end. */
interface Life {
  readonly status: string;
  readonly chart: string;
  readonly handoff: string;
  readonly reminder: string;
  readonly retrospective: string;
  readonly report: string;
}

const lives = new WeakMap<Shown, Life>();

function lifeOf(what: Shown): Life {
  const known = lives.get(what) ?? live(what);
  lives.set(what, known);
  return known;
}

function live(what: Shown): Life {
  const { handbook } = what;
  const run = smallRun(handbook, {
    anchorDate,
    answers: started,
  });
  const [status = "", chart = ""] = (run.said(1)[0] ?? "").split("```mermaid");
  const later = () => run.observed.steps.filter(({ title }) => !title.startsWith("Draft"));
  const heard = () => later().flatMap(({ number }) => run.said(number));
  happens(run, () => run.close(run.step("Draft").number, "ann"));
  const handoff = heard();
  const due = planOf(what).tasks.find(({ step }) => step.startsWith("second"))?.dueDate;
  if (due !== undefined) run.settle(`${addCalendarDays(due, -1)}T20:00:00Z`);
  const reminder = heard().slice(handoff.length);
  for (const { number, title } of later()) {
    happens(run, () => (title.startsWith("Second") ? run.close(number, "ed") : undefined));
    for (const login of ["lea", "ed", "law"])
      if (run.observed.steps.some((step) => step.number === number && step.state === "open"))
        happens(run, () => run.comment(number, login, "/approve"));
  }
  const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
  const frame = {
    calendarOf: () => workCalendarOf(handbook.config),
    dateOf: (instant: string) => date(instant.slice(0, 10)),
    today: date(run.now.slice(0, 10)),
  };
  return {
    status,
    chart: chart.split("```")[0] ?? "",
    handoff: handoff.join("\n"),
    reminder: reminder.join("\n"),
    retrospective: run.said(1)[0]?.split("<details>")[0] ?? "",
    report: record ? runsAsCsv([record], frame) : "",
  };
}

function stepIssue({ handbook }: Shown): string {
  const run = smallRun(handbook, {
    anchorDate,
    answers: started,
  });
  return run.observed.steps
    .map(({ title, body }) => `${title}\n${body.replace(/<!--.*?-->/gs, "")}`)
    .join("\n");
}

const surfaces = {
  "plan as a table": printed("table"),
  "plan as JSON": printed("json"),
  "plan as CSV": printed("csv"),
  "plan as a calendar file": printed("ics"),
  "plan as a gantt": printed("mermaid"),
  "rows of the planner": (what: Shown) =>
    JSON.stringify(
      planTable(
        planOf(what),
        what.definition,
        { roleTitle: (role) => role, nameOf: (login) => nameOf(login, what.handbook.people) },
        { today: date("2026-03-02"), calendar: workCalendarOf(what.handbook.config) },
      ),
    ),
  "what the planner in the browser gets": ({ files }: Shown) => {
    const site = siteOf(files);
    const subject = site.processes.get("work");
    return subject ? JSON.stringify([plannerHandbook(site), plannerProcess(subject.definition, site)]) : "";
  },
  "flow as Mermaid": ({ definition }: Shown) =>
    mermaidFlowchart(flowOf(definition, (role) => role, new Map())),
  "page of the process": ({ files }: Shown) => pageOf(files).text,
  "Markdown twin": ({ files }: Shown) => pageOf(files).markdown,
  "issue of the step": stepIssue,
  "start form": ({ definition }: Shown) => writeStartForm(definition),
  "status of a run": (what: Shown) => lifeOf(what).status,
  "chart in the status": (what: Shown) => lifeOf(what).chart,
  "word that it is one's turn": (what: Shown) => lifeOf(what).handoff,
  reminder: (what: Shown) => lifeOf(what).reminder,
  retrospective: (what: Shown) => lifeOf(what).retrospective,
  "report as CSV": (what: Shown) => lifeOf(what).report,
} satisfies Record<string, (what: Shown) => string>;

function pageOf(files: ReadonlyMap<string, string>): { text: string; markdown: string } {
  const site = siteOf(files);
  const subject = site.processes.get("work");
  if (!subject) throw new Error("There is no page.");
  const page = processPage(subject, site);
  return { text: JSON.stringify([page.steps, page.dates]), markdown: processMarkdown(subject, page, "/") };
}

type Surface = keyof typeof surfaces;

const approvers = "kind: approval, approvers: [lead, editor, lawyer]";
const draft = "id: draft, title: Draft, role: author, due: -90d";
const dates: Partial<Record<Surface, string>> = {};
const approval: Partial<Record<Surface, string>> = {
  "plan as a table": "a plan says who and when, not how many of them",
  "plan as JSON": "a plan says who and when, not how many of them",
  "plan as CSV": "a plan says who and when, not how many of them",
  "plan as a calendar file": "a plan says who and when, not how many of them",
  "plan as a gantt": "a plan says who and when, not how many of them",
  "rows of the planner": "a plan says who and when, not how many of them",
  "flow as Mermaid": "the flow shows who and in which order",
};
const turn: Partial<Record<Surface, string>> = {
  "plan as a table":
    "a plan has nothing before its turn yet; JSON, CSV and calendar file say it for what reads them later",
  "plan as a gantt": "a bar has no room for words on turns",
  "rows of the planner": "a plan has nothing before its turn yet; the step below says it",
  "flow as Mermaid": "the flow shows who and in which order",
  "issue of the step": "said when somebody closes it early: test/core/run/due-keys.test.ts",
};

const entered: Partial<Record<Surface, string>> = {
  "plan as a table": "a plan says who and when, not what is entered or left",
  "plan as JSON": "a plan says who and when, not what is entered or left",
  "plan as CSV": "a plan says who and when, not what is entered or left",
  "plan as a calendar file": "a plan says who and when, not what is entered or left",
  "plan as a gantt": "a plan says who and when, not what is entered or left",
  "rows of the planner": "a plan says who and when, not what is entered or left",
  "flow as Mermaid": "the flow shows who and in which order",
};

/** Why a plan in days, and what has no people in it, looks the same whoever somebody is and wherever they work. */
const nobodyThere: Partial<Record<Surface, string>> = {
  "plan as a gantt": "a bar has no room for people",
  "flow as Mermaid": "the flow shows roles, never people",
  "Markdown twin": "a process names roles, never people",
  "chart in the status": "a bar has no room for people",
};
const forPrograms = "the login, which programs know people by";
const inDays = "a plan counts days; the clock is for reminders and for what is late";
const inTexts = "the text of a step stands on its page and in its issue";

/** A process that is started with the one that is shown, by one above both. */
const beside: More = {
  files: {
    "content/above.mdx": processFile("Above", [
      "id: work, title: Work, kind: process, process: work",
      "id: kit, title: Make a kit, kind: process, process: kit, after: []",
    ]),
    "content/kit.mdx": processFile("Make a kit", ["id: logo, title: Draw the logo, role: lead, due: -20d"]),
  },
};
const plannedAlone =
  "planned alone a process waits for none beside it; the plan of the one above: test/core/plan/child-processes.test.ts";
const startedAlone =
  "a run that is started alone waits for none beside it; one that is not: test/bot/sibling-runs.test.ts";

function processFile(title: string, steps: readonly string[]): string {
  const head = [`title: ${title}`, "summary: S.", "outcome: O.", "trigger: T.", "owner: lead"];
  return `---\n${[...head, "steps:", ...steps.map((step) => `  - { ${step} }`)].join("\n")}\n---\n\nWork.\n`;
}

function settings(calendar: string): string {
  return `title: Handbook\ntimeZone: UTC\nreminders: [24h]\nescalateAfter: 1bd\nconfirm: never\ncalendar: ${calendar}\n`;
}

/** Each key as it stands in a step, the step without it, and the surfaces that rightly look the same, each with why. */
const keys: Record<
  string,
  {
    readonly with: string;
    readonly without: string;
    readonly same: Partial<Record<Surface, string>>;
    /** What stands elsewhere than in the step, with the key and without it. */
    readonly more?: readonly [withKey: More, without: More];
  }
> = {
  "after, of a process beside": {
    with: "role: editor, due: -10d, after: [draft, kit/logo]",
    without: "role: editor, due: -10d",
    same: {
      "plan as a table": plannedAlone,
      "plan as JSON": plannedAlone,
      "plan as CSV": plannedAlone,
      "plan as a calendar file": plannedAlone,
      "plan as a gantt": plannedAlone,
      "rows of the planner": plannedAlone,
      "chart in the status": startedAlone,
      "word that it is one's turn": startedAlone,
      reminder: startedAlone,
      retrospective: startedAlone,
      "report as CSV": startedAlone,
    },
    more: [beside, beside],
  },
  "due in months": { with: "role: editor, due: -2mo", without: "role: editor, due: -60d", same: dates },
  "due as a window": {
    with: "role: editor, due: -6w..-3w",
    without: "role: editor, due: -3w",
    same: {
      "plan as a table":
        "the table shows due dates; the planned start stands in JSON, CSV, calendar and gantt",
      "issue of the step": "the issue says when it is due; when it may begin is its turn",
    },
  },
  from: {
    with: "role: editor, due: +5d, from: freeze",
    without: "role: editor, due: +5d",
    same: dates,
  },
  exact: {
    with: "role: editor, due: -13d, exact: true",
    without: "role: editor, due: -13d",
    same: { "flow as Mermaid": "the flow shows offsets, and this one is the same" },
  },
  at: {
    with: 'role: editor, due: -10d, at: "14:00"',
    without: "role: editor, due: -10d",
    same: {},
  },
  policy: { with: `${approvers}, policy: 2, due: -10d`, without: `${approvers}, due: -10d`, same: approval },
  strict: { with: "role: editor, due: -10d, strict: true", without: "role: editor, due: -10d", same: turn },
  each: {
    with: "role: editor, due: -10d, each: guests",
    without: "role: editor, due: -10d",
    same: {},
  },
  every: {
    with: "role: editor, due: -4w..-1w, every: 1w",
    without: "role: editor, due: -4w..-1w",
    same: {},
  },
  phase: {
    with: "role: editor, due: -10d, phase: After the draft",
    without: "role: editor, due: -10d",
    same: {},
  },
  collect: {
    with: "role: editor, due: -10d, collect: [{ id: link, label: Link, type: link, required: true }]",
    without: "role: editor, due: -10d",
    same: entered,
  },
  "{field} in a title": {
    with: 'title: "Second for {sponsor}", role: editor, due: -10d',
    without: "title: Second, role: editor, due: -10d",
    same: {},
  },
  "{field} in an output": {
    with: 'role: editor, due: -10d, output: ["Notes for {sponsor}"]',
    without: "role: editor, due: -10d, output: [Notes]",
    same: entered,
  },
  "when filled": {
    with: "role: editor, due: -10d, when: { sponsor: filled }",
    without: "role: editor, due: -10d",
    same: {},
  },
  "role of a question": {
    with: "role: editor, due: -10d",
    without: "role: editor, due: -10d",
    more: [
      { questions: ["{ id: who, label: Who edits?, type: person, role: editor }"] },
      { questions: ["{ id: who, label: Who edits?, type: person }"] },
    ],
    same: {
      "plan as a gantt": "a bar has no room for people",
      "flow as Mermaid": "the flow shows roles, never people",
      "chart in the status": "a bar has no room for people",
    },
  },
  "outside, of a role": {
    with: "role: printer, due: -10d",
    without: "role: printer, due: -10d",
    more: [
      { files: { "roles.yml": `${roles}printer: { title: Print shop, outside: true }\n` } },
      { files: { "roles.yml": `${roles}printer: { title: Print shop }\n` } },
    ],
    same: {
      "plan as CSV": "programs read who has it: for a role outside nobody",
      "plan as a calendar file": "an entry is of a step; whoever has it subscribes to it",
      "plan as a gantt": "a bar has no room for people",
      "flow as Mermaid": "the flow shows roles by their titles",
      "chart in the status": "a bar has no room for people",
      "report as CSV": "measures dates and steps, not people",
    },
  },
  "worked, of a calendar": {
    with: "role: editor, due: -26d",
    without: "role: editor, due: -26d",
    more: [
      { files: { "handbook.yml": settings("{ country: US, worked: [2026-09-07] }") } },
      { files: { "handbook.yml": settings("{ country: US }") } },
    ],
    same: {
      "flow as Mermaid": "the flow shows offsets, and this one is the same",
      "page of the process": "its dates are those of a start on the day it is made, not of this one",
      "Markdown twin": "its dates are those of a start on the day it is made, not of this one",
    },
  },
  "<Answer>": {
    with: "role: editor, due: -10d",
    without: "role: editor, due: -10d",
    more: [
      { body: 'Work.\n\n## Second\n\nFor <Answer field="sponsor" />.\n' },
      { body: "Work.\n\n## Second\n\nFor them.\n" },
    ],
    same: Object.fromEntries(
      (Object.keys(surfaces) as Surface[])
        .filter((surface) => !["page of the process", "Markdown twin", "issue of the step"].includes(surface))
        .map((surface) => [surface, inTexts]),
    ),
  },
  "name in people.yml": {
    with: "role: editor, due: -10d",
    without: "role: editor, due: -10d",
    more: [
      {
        files: {
          "people.yml": "ed: { name: Eddie Moss }\nlea: { name: Lea Frei }\nann: { name: Ann Ray }\n",
        },
      },
      {},
    ],
    same: {
      ...nobodyThere,
      "plan as JSON": forPrograms,
      "plan as CSV": forPrograms,
      "report as CSV": forPrograms,
      reminder: "whoever is told is mentioned by the login, since that is what GitHub sends the mail to",
    },
  },
  "timeZone in people.yml": {
    with: "role: editor, due: -10d",
    without: "role: editor, due: -10d",
    more: [{ files: { "people.yml": "ed: { timeZone: Pacific/Auckland }\n" } }, {}],
    same: Object.fromEntries(
      (Object.keys(surfaces) as Surface[])
        .filter((surface) => surface !== "reminder")
        .map((surface) => [surface, inDays]),
    ),
  },
  "calendar in people.yml": {
    with: "role: editor, due: -10d",
    without: "role: editor, due: -10d",
    more: [{ files: { "people.yml": "ed: { calendar: { closed: 2026-09-23 } }\n" } }, {}],
    same: {
      ...nobodyThere,
      "page of the process": "its dates are those of a start on the day it is made, not of this one",
    },
  },
};

/** Why a key rightly makes no difference on a surface; nothing where it has to make one. */
function reasonFor(
  name: string,
  surface: Surface,
  same: Partial<Record<Surface, string>>,
): string | undefined {
  const isCounted = surface === "start form" && severalTasks.has(name);
  return same[surface] ?? quiet[name]?.[surface] ?? (isCounted ? undefined : everyKey[surface]);
}

/** Nothing that stands in a step changes what is asked at the start: the questions stand in `ask`. */
const everyKey: Partial<Record<Surface, string>> = {
  "start form": "the form asks the questions of `ask`, whatever a step makes of them",
};

/** Keys that make several tasks of a step: the form says how many issues there will be, or that nobody knows yet. */
const severalTasks: ReadonlySet<string> = new Set(["each", "every"]);

/** Surfaces of a run on which a key rightly says nothing, by key. */
const quiet: Record<string, Partial<Record<Surface, string>>> = {
  "due as a window": {
    "status of a run": "the table shows due dates; the chart shows from when it may be done",
    "word that it is one's turn": "said when it is a turn, so that it may begin is plain",
    reminder: "counts from the due date, which is the same",
    retrospective: "measures against the due date, which is the same",
    "report as CSV": "measures against the due date, which is the same",
  },
  at: { retrospective: "measures in days" },
  policy: {
    "status of a run": "says who has agreed as soon as one has",
    "chart in the status": "a bar has no room for words on votes",
    retrospective: "measures dates, not votes",
    "report as CSV": "measures dates, not votes",
  },
  strict: {
    "chart in the status": "a bar has no room for words on turns",
    "word that it is one's turn": "it is its turn",
    reminder: "it is its turn",
    retrospective: "what was tried before its turn did not count",
    "report as CSV": "what was tried before its turn did not count",
  },
  phase: {
    "word that it is one's turn": "stands in the issue it is said on",
    reminder: "stands in the issue it is said on",
    retrospective: "is sorted by what went otherwise than agreed",
  },
  collect: {
    "status of a run": "nothing is collected before the step is done",
    "chart in the status": "a bar has no room for values",
  },
  "{field} in an output": {
    "status of a run": "names steps, not what they leave behind",
    "chart in the status": "names steps, not what they leave behind",
    "word that it is one's turn": "names what steps before it left, and this is what it leaves itself",
    reminder: "names the step, whose issue says what it leaves behind",
    retrospective: "names steps, not what they leave behind",
    "report as CSV": "names steps, not what they leave behind",
  },
};

/** What a change of roles or settings means. */
function besideProcesses(before: Shown, after: Shown): string {
  const meaning = handbookMeaning(openHandbook(before.files), openHandbook(after.files), date("2026-03-02"));
  return meaningAsMarkdown(meaning, { before: before.handbook, after: after.handbook });
}

describe.each(Object.entries(keys))("%s", (name, { with: own, without, same, more = [{}, {}] }) => {
  const [after, before] = ([own, without] as const).map((fields, index) =>
    shown(
      [draft, fields.startsWith("title:") ? `id: second, ${fields}` : `id: second, title: Second, ${fields}`],
      more[index],
    ),
  );

  test.each(Object.keys(surfaces) as Surface[])("%s", (surface) => {
    if (!after || !before) throw new Error("There is nothing to compare.");
    const isSame = surfaces[surface](after) === surfaces[surface](before);
    expect(isSame, `${name} on ${surface}`).toBe(reasonFor(name, surface, same) !== undefined);
  });

  test.skipIf(name === "name in people.yml")("what a change means", () => {
    if (!after || !before) throw new Error("There is nothing to compare.");
    const changes = changesBetween(before.definition, after.definition);
    const names = { roleTitle: String, processTitle: String, after: after.definition };
    const said = changes.length > 0 ? describeChanges(changes, names) : [besideProcesses(before, after)];
    expect(said.length).toBeGreaterThan(0);
    expect(said.join()).not.toContain("Nothing changes");
    expect(said).toMatchSnapshot();
  });
});

/** The keys of a step in the first version of the language. */
const firstKeys =
  "id title kind role approvers policy approves options process after when due duration effort input output tools consulted informed accountable respond optional";

test("every key of a step that came later is a row of the table", () => {
  const step = fieldReference().find(({ id }) => id === "step");
  const later = (step?.fields ?? [])
    .map(({ key }) => key)
    .filter((key) => !firstKeys.split(" ").includes(key));
  expect(later.length).toBeGreaterThan(5);
  expect(later.filter((key) => keys[key] === undefined)).toEqual([]);
});
