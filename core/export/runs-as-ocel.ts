import {
  type DeviationKind,
  type Instant,
  isNotApproved,
  type RunRecord,
  type TaskRecord,
} from "../metrics/index.ts";

/** Something with a name and a value. Values are texts whatever they mean, as the published schema of OCEL 2.0 has them. */
export interface OcelAttribute {
  readonly name: string;
  readonly value: string;
}

/** What an event or an object has to do with an object. */
export interface OcelRelationship {
  readonly objectId: string;
  readonly qualifier: string;
}

export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: Instant;
  readonly attributes: readonly OcelAttribute[];
  readonly relationships: readonly OcelRelationship[];
}

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly (OcelAttribute & { readonly time: Instant })[];
  readonly relationships: readonly OcelRelationship[];
}

/** An event log as OCEL 2.0 has it, to be written down as JSON. */
export interface OcelLog {
  readonly objectTypes: readonly OcelType[];
  readonly eventTypes: readonly OcelType[];
  readonly objects: readonly OcelObject[];
  readonly events: readonly OcelEvent[];
}

interface OcelType {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: "string" | "time" }[];
}

/** The beginning of time of OCEL: a value that an object always had. */
const always = "1970-01-01T00:00:00.000Z";

/** Attributes of each type of object. */
const objectTypes = {
  process: [],
  run: ["title", "revision", "anchor-date", "outcome", "address"],
  step: ["title", "kind", "roles", "first-planned", "due", "state", "not-approved", "address"],
  person: [],
} as const;

const deviationEvents: Readonly<Record<DeviationKind, string>> = {
  skipped: "step skipped",
  added: "step added",
  moved: "date moved",
  "handed-over": "step handed over",
  "closed-early": "step done before its turn",
  reopened: "step opened again",
};

/** What an event says besides what it is about. */
const eventAttributes = ["reason", "date"] as const;

const stepDone = "step done";
const approvalGiven = "approval given";

/** An approval that was left out, whether alone or with a step that held it: no step like any other. */
const notApproved = "not approved";

const eventTypes = [
  "run started",
  "step ready",
  stepDone,
  approvalGiven,
  "run completed",
  "run cancelled",
  notApproved,
  ...Object.values(deviationEvents),
];

/**
 * The records of runs as an event log of OCEL 2.0 (https://www.ocel-standard.org/), for tools of process mining: processes, runs,
 * steps and people are its objects; starts, turns, ends, approvals and every departure its events, oldest first. What was entered when a step was
 * done stands at that event. Texts that people
 * typed are there as they typed them. A log without objects where there are no runs.
 */
export function runsAsOcel(runs: readonly RunRecord[]): OcelLog {
  const events = runs.flatMap(eventsOf);
  const people = new Set(runs.flatMap(peopleOf));
  const processes = new Set(runs.map(({ process }) => process));
  return {
    objectTypes: Object.entries(objectTypes).map(([name, names]) => ({
      name,
      attributes: names.map((attribute) => ({ name: attribute, type: "string" })),
    })),
    eventTypes: eventTypes.map((name) => ({
      name,
      attributes: [
        ...eventAttributes,
        ...(name === stepDone || name === approvalGiven ? enteredIn(runs) : []),
      ].map((attribute) => ({
        name: attribute,
        type: "string",
      })),
    })),
    objects: [
      ...[...processes].map((id) => plainObject(idOf.process(id), "process")),
      ...[...people].map((login) => plainObject(idOf.person(login), "person")),
      ...runs.flatMap(objectsOf),
    ],
    events: events.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)),
  };
}

const idOf = {
  process: (id: string) => `process:${id}`,
  person: (login: string) => `person:${login}`,
  run: ({ issue }: RunRecord) => `run:${issue.number}`,
  step: (run: RunRecord, step: string) => `step:${run.issue.number}/${step}`,
};

function plainObject(id: string, type: string): OcelObject {
  return { id, type, attributes: [], relationships: [] };
}

function peopleOf(run: RunRecord): string[] {
  return [
    run.startedBy,
    ...run.tasks.flatMap(({ assignees }) => assignees),
    ...run.deviations.map(({ by }) => by),
  ];
}

function objectsOf(run: RunRecord): OcelObject[] {
  return [
    {
      id: idOf.run(run),
      type: "run",
      attributes: attributesOf({
        title: run.title,
        revision: run.revision,
        "anchor-date": run.anchorDate,
        outcome: run.outcome,
        address: run.issue.url,
      }),
      relationships: [{ objectId: idOf.process(run.process), qualifier: "run of" }],
    },
    ...run.tasks.map((task) => stepObject(run, task)),
  ];
}

function stepObject(run: RunRecord, task: TaskRecord): OcelObject {
  return {
    id: idOf.step(run, task.step),
    type: "step",
    attributes: attributesOf({
      title: task.title,
      kind: task.kind,
      roles: task.roles.join(" "),
      "first-planned": task.baselineDueDate,
      due: task.dueDate,
      state: task.status,
      ...(isNotApproved(task) && { "not-approved": "true" }),
      address: task.issue?.url ?? "",
    }),
    relationships: [
      { objectId: idOf.run(run), qualifier: "step of" },
      ...[...new Set(task.assignees)].map((login) => ({
        objectId: idOf.person(login),
        qualifier: "done by",
      })),
      ...(task.dependsOn ?? [])
        .filter((id) => run.tasks.some(({ step }) => step === id))
        .map((id) => ({ objectId: idOf.step(run, id), qualifier: "waits for" })),
    ],
  };
}

/** The name of what is entered in a step under an id, apart from every name of ours. */
function enteredAs(id: string): string {
  return `entered ${id}`;
}

/** The names of everything that some runs have entered, in the order first met. */
function enteredIn(runs: readonly RunRecord[]): string[] {
  const ids = runs.flatMap(({ tasks }) =>
    tasks.flatMap(({ collected = [] }) => collected.map(({ id }) => id)),
  );
  return [...new Set(ids)].map(enteredAs);
}

function attributesOf(values: Readonly<Record<string, string>>): OcelObject["attributes"] {
  return Object.entries(values).map(([name, value]) => ({ name, value, time: always }));
}

/** The events of one run in the order they are recorded; each has an id that a later log of the same run has too. */
function eventsOf(run: RunRecord): OcelEvent[] {
  const about = { objectId: idOf.run(run), qualifier: "run" };
  const event = (
    key: string,
    type: string,
    time: Instant,
    relationships: readonly OcelRelationship[],
    attributes: readonly OcelAttribute[] = [],
  ): OcelEvent => ({
    id: `${run.issue.number}/${key}`,
    type,
    time,
    attributes,
    relationships: [about, ...relationships],
  });
  const by = (login: string) => ({ objectId: idOf.person(login), qualifier: "by" });
  const step = (id: string) => ({ objectId: idOf.step(run, id), qualifier: "step" });
  const end = run.outcome === "cancelled" ? "run cancelled" : "run completed";
  return [
    event("start", "run started", run.startedAt, [by(run.startedBy)]),
    ...run.tasks.flatMap((task) => [
      ...(task.readyAt === undefined
        ? []
        : [event(`turn ${task.step}`, "step ready", task.readyAt, [step(task.step)])]),
      ...(task.endedAt === undefined || task.status !== "done"
        ? []
        : [
            event(
              `end ${task.step}`,
              task.kind === "approval" ? approvalGiven : stepDone,
              task.endedAt,
              [step(task.step), ...[...new Set(task.assignees)].map(by)],
              (task.collected ?? []).map(({ id, value }) => ({ name: enteredAs(id), value })),
            ),
          ]),
    ]),
    ...run.deviations.map(({ kind, step: id, by: login, at, reason, date }, index) =>
      event(
        `departure ${index + 1}`,
        kind === "skipped" && run.tasks.some((task) => task.step === id && isNotApproved(task))
          ? notApproved
          : deviationEvents[kind],
        at,
        [...(id !== null && run.tasks.some((task) => task.step === id) ? [step(id)] : []), by(login)],
        [
          ...(reason === "" ? [] : [{ name: "reason", value: reason }]),
          ...(date === undefined ? [] : [{ name: "date", value: date }]),
        ],
      ),
    ),
    ...(run.endedAt === undefined ? [] : [event("finish", end, run.endedAt, [])]),
  ];
}
