import { type DeviationKind, type Instant, isNotApproved, type RunRecord } from "../metrics/index.ts";
import { ocelIdOf } from "./ocel-id-of.ts";
import type { OcelAttribute, OcelEvent, OcelRelationship, OcelType } from "./ocel-log.ts";

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

/** The types of events that a log of some runs has, with everything that these have entered. */
export function ocelEventTypes(runs: readonly RunRecord[]): OcelType[] {
  const entered = enteredIn(runs);
  return eventTypes.map((name) => ({
    name,
    attributes: [...eventAttributes, ...(name === stepDone || name === approvalGiven ? entered : [])].map(
      (attribute) => ({ name: attribute, type: "string" }),
    ),
  }));
}

/** The events of some runs, oldest first. */
export function ocelEvents(runs: readonly RunRecord[]): OcelEvent[] {
  return runs.flatMap(eventsOf).toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
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

/** The events of one run in the order they are recorded; each has an id that a later log of the same run has too. */
function eventsOf(run: RunRecord): OcelEvent[] {
  const about = { objectId: ocelIdOf.run(run), qualifier: "run" };
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
  const by = (login: string) => ({ objectId: ocelIdOf.person(login), qualifier: "by" });
  const step = (id: string) => ({ objectId: ocelIdOf.step(run, id), qualifier: "step" });
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
