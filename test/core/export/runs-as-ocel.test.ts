import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runsAsOcel } from "../../../core/export/index.ts";
import type { DeviationKind, RunRecord } from "../../../core/metrics/index.ts";
import { processOf } from "../../builders.ts";
import { recordOf } from "../learning/histories.ts";
import { ocelSchema } from "./ocel-schema.ts";

const definition = processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, due: -5bd }
  - { id: live, title: Publish it, role: author, due: 0bd }`);
const life = {
  number: 7,
  startedOn: "2026-03-02",
  anchorDate: "2026-06-01",
  days: (_step: string, given: number) => given,
};
const ajv = new Ajv({ strict: true });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const isOcel = ajv.compile(ocelSchema);

const deviation = fc.record({
  kind: fc.constantFrom<DeviationKind>(
    "skipped",
    "added",
    "moved",
    "handed-over",
    "closed-early",
    "reopened",
  ),
  step: fc.constantFrom(null, "draft", "live", "gone"),
  by: fc.constantFrom("demo-lena", "constructor", "Ömer"),
  reason: fc.string({ unit: "binary", maxLength: 40 }),
  at: fc.constant("2026-03-05T10:00:00Z"),
});
const anyRuns: fc.Arbitrary<RunRecord[]> = fc
  .array(
    fc.record({
      departures: fc.array(deviation, { maxLength: 4 }),
      seenOn: fc.constantFrom("2026-03-10", "2026-12-01"),
    }),
    { maxLength: 4 },
  )
  .map((lives) =>
    lives.map((bend, index) =>
      recordOf(definition, { ...life, number: index + 1, added: [["Ask legal", "2026-04-01"]], ...bend }),
    ),
  );

describe("runs as an event log of OCEL 2.0", () => {
  test("tell starts, turns, ends, approvals and departures, in the order they happened", () => {
    const departure = {
      kind: "handed-over" as const,
      step: "live",
      at: "2026-06-01T08:00:00Z",
      reason: "On leave",
    };
    const log = runsAsOcel([recordOf(definition, { ...life, departures: [departure] })]);
    expect(log.events.map(({ type, time }) => `${time.slice(0, 10)} ${type}`)).toEqual([
      "2026-03-02 run started",
      "2026-03-02 step ready",
      "2026-05-04 step done",
      "2026-05-04 step ready",
      "2026-05-25 approval given",
      "2026-05-25 step ready",
      "2026-06-01 step handed over",
      "2026-06-01 step done",
      "2026-06-01 run completed",
    ]);
    expect(log.events.find(({ type }) => type === "step handed over")).toEqual({
      id: "7/departure 1",
      type: "step handed over",
      time: "2026-06-01T08:00:00Z",
      attributes: [{ name: "reason", value: "On leave" }],
      relationships: [
        { objectId: "run:7", qualifier: "run" },
        { objectId: "step:7/live", qualifier: "step" },
        { objectId: "person:demo-lena", qualifier: "by" },
      ],
    });
  });

  test("tell an approval that was left out from any other skipped step", () => {
    const skipped = (step: string) => ({ kind: "skipped" as const, step, at: "2026-05-20T08:00:00Z" });
    const record = recordOf(definition, { ...life, departures: [skipped("approve"), skipped("draft")] });
    const log = runsAsOcel([
      {
        ...record,
        tasks: record.tasks.map((task) => ({
          ...task,
          ...(task.step === "approve" && { status: "skipped" as const, isNotApproved: true as const }),
        })),
      },
    ]);
    expect(isOcel(JSON.parse(JSON.stringify(log))) ? [] : isOcel.errors).toEqual([]);
    const types = log.events.filter(({ id }) => id.includes("departure")).map(({ type }) => type);
    expect(types).toEqual(["not approved", "step skipped"]);
    expect(log.events.some(({ type }) => type === "approval given")).toBe(false);
    const step = (id: string) => log.objects.find((object) => object.id === `step:7/${id}`)?.attributes ?? [];
    expect(step("approve")).toContainEqual(expect.objectContaining({ name: "not-approved", value: "true" }));
  });

  test("are valid, name only what is there, and say everything once, whatever happened", () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const log = runsAsOcel(runs);
        expect(isOcel(JSON.parse(JSON.stringify(log))) ? [] : isOcel.errors).toEqual([]);
        const objects = new Map(log.objects.map(({ id, type }) => [id, type]));
        const declared = (types: typeof log.eventTypes) =>
          new Map(types.map(({ name, attributes }) => [name, attributes.map((attribute) => attribute.name)]));
        expect(objects.size).toBe(log.objects.length);
        expect(new Set(log.events.map(({ id }) => id)).size).toBe(log.events.length);
        for (const [all, types] of [
          [log.objects, declared(log.objectTypes)],
          [log.events, declared(log.eventTypes)],
        ] as const)
          for (const { type, attributes, relationships } of all) {
            expect(types.get(type)).toEqual(expect.arrayContaining(attributes.map(({ name }) => name)));
            for (const { objectId } of relationships) expect(objects.has(objectId)).toBe(true);
          }
        expect(log.events.map(({ time }) => time)).toEqual(log.events.map(({ time }) => time).toSorted());
      }),
    );
  });

  test("tell what was entered at the event of its step", () => {
    const run = recordOf(definition, { ...life, seenOn: "2026-12-01" });
    const collected = [{ id: "cost", label: "Cost", type: "money" as const, value: "1200 CHF" }];
    const tasks = run.tasks.map((task) => (task.step === "live" ? { ...task, collected } : task));
    const log = runsAsOcel([{ ...run, tasks }]);
    const done = log.events.filter(({ type, attributes }) => type === "step done" && attributes.length > 0);
    expect(done.map(({ attributes }) => attributes)).toEqual([[{ name: "entered cost", value: "1200 CHF" }]]);
    expect(log.eventTypes.find(({ name }) => name === "step done")?.attributes).toContainEqual({
      name: "entered cost",
      type: "string",
    });
    expect(isOcel(JSON.parse(JSON.stringify(log)))).toBe(true);
  });

  test("without runs is a log all the same", () => {
    expect(isOcel(runsAsOcel([]))).toBe(true);
    expect(runsAsOcel([])).toMatchObject({ objects: [], events: [] });
  });
});
