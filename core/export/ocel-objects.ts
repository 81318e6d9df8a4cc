import { isNotApproved, type RunRecord, type TaskRecord } from "../metrics/index.ts";
import { ocelIdOf } from "./ocel-id-of.ts";
import type { OcelObject, OcelType } from "./ocel-log.ts";

/** The beginning of time of OCEL: a value that an object always had. */
const always = "1970-01-01T00:00:00.000Z";

/** Attributes of each type of object. */
const objectTypes = {
  process: [],
  run: ["title", "revision", "anchor-date", "outcome", "address"],
  step: ["title", "kind", "roles", "first-planned", "due", "state", "not-approved", "address"],
  person: [],
} as const;

/** The types of objects that a log has, whatever happened. */
export const ocelObjectTypes: readonly OcelType[] = Object.entries(objectTypes).map(([name, names]) => ({
  name,
  attributes: names.map((attribute) => ({ name: attribute, type: "string" })),
}));

/** The objects of some runs: processes, people, runs and their steps, each once. */
export function ocelObjects(runs: readonly RunRecord[]): OcelObject[] {
  const people = new Set(runs.flatMap(peopleOf));
  const processes = new Set(runs.map(({ process }) => process));
  return [
    ...[...processes].map((id) => plainObject(ocelIdOf.process(id), "process")),
    ...[...people].map((login) => plainObject(ocelIdOf.person(login), "person")),
    ...runs.flatMap(objectsOf),
  ];
}

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
      id: ocelIdOf.run(run),
      type: "run",
      attributes: attributesOf({
        title: run.title,
        revision: run.revision,
        "anchor-date": run.anchorDate,
        outcome: run.outcome,
        address: run.issue.url,
      }),
      relationships: [{ objectId: ocelIdOf.process(run.process), qualifier: "run of" }],
    },
    ...run.tasks.map((task) => stepObject(run, task)),
  ];
}

function stepObject(run: RunRecord, task: TaskRecord): OcelObject {
  return {
    id: ocelIdOf.step(run, task.step),
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
      { objectId: ocelIdOf.run(run), qualifier: "step of" },
      ...[...new Set(task.assignees)].map((login) => ({
        objectId: ocelIdOf.person(login),
        qualifier: "done by",
      })),
      ...(task.dependsOn ?? [])
        .filter((id) => run.tasks.some(({ step }) => step === id))
        .map((id) => ({ objectId: ocelIdOf.step(run, id), qualifier: "waits for" })),
    ],
  };
}

function attributesOf(values: Readonly<Record<string, string>>): OcelObject["attributes"] {
  return Object.entries(values).map(([name, value]) => ({ name, value, time: always }));
}
