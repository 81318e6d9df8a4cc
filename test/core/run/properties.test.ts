import fc from "fast-check";
import { expect, test } from "vitest";
import { recordOf } from "../../../core/run/index.ts";
import { findMentions } from "../../../sandbox/markdown/find-mentions.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { SimulatedRun } from "./simulated-run.ts";

const handbook = handbookOf(shippedFiles());
const processes = [...handbook.processes.values()].map(({ id }) => id);
const people = ["demo-lena", "demo-ines", "demo-sofia", "demo-jonas", "stranger"];
const reasons = ["", "because", "@everyone #1 </details> <!-- handrail:status x -->", "`/approve`\n> /go"];

type Action = (run: SimulatedRun) => void;

const anyIssue = (run: SimulatedRun, index: number) =>
  [run.observed.run, ...run.observed.steps][index % (run.observed.steps.length + 1)]?.number ?? 1;

const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(
      fc.nat(20),
      fc.constantFrom(...people),
      fc.constantFrom("completed" as const, "not-planned" as const),
    )
    .map(
      ([index, by, reason]): Action =>
        (run) =>
          run.close(anyIssue(run, index), by, reason),
    ),
  fc.tuple(fc.nat(20), fc.constantFrom(...people)).map(
    ([index, by]): Action =>
      (run) =>
        run.reopen(anyIssue(run, index), by),
  ),
  fc.tuple(fc.nat(20), fc.constantFrom(...people), fc.subarray(people)).map(
    ([index, by, assignees]): Action =>
      (run) =>
        run.assign(anyIssue(run, index), by, assignees),
  ),
  fc
    .tuple(
      fc.nat(20),
      fc.constantFrom(...people),
      fc.constantFrom(
        "/approve",
        "/changes",
        "/decide Keep",
        "/decide yes",
        "/skip",
        "/due 2027-03-01",
        "/move 2027-05-03",
        "/hand-to @demo-tom",
        "/add Ask @demo-tom 2027-02-01",
        "/status",
        "/help",
        "/go",
        "/aprove",
        "hello",
      ),
      fc.constantFrom(...reasons),
      fc.boolean(),
    )
    .map(
      ([index, author, command, reason, isEditedByPeople]): Action =>
        (run) =>
          run.comment(anyIssue(run, index), author, `${command} ${reason}`, { isEditedByPeople }),
    ),
  fc.integer({ min: 1, max: 400 }).map(
    (hours): Action =>
      (run) => {
        run.now = new Date(Date.parse(run.now) + hours * 3_600_000).toISOString();
      },
  ),
);

test("whatever people do, the run comes to rest, loses no step, doubles none and says nothing twice", () => {
  fc.assert(
    fc.property(fc.constantFrom(...processes), fc.array(action, { maxLength: 25 }), (process, actions) => {
      const run = new SimulatedRun({
        handbook,
        process,
        anchorDate: "2027-06-15",
        now: "2026-11-23T08:00:00Z",
        permissions: { "demo-lena": "write" },
      });
      run.settle();
      const begun = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
      const steps = begun?.tasks.map(({ step }) => step) ?? [];
      for (const act of actions) {
        act(run);
        run.settle();
        expect(run.decide()).toEqual([]);
      }
      const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
      const issues = record?.tasks.flatMap(({ issue }) => issue?.number ?? []) ?? [];
      expect(new Set(issues).size).toBe(issues.length);
      expect(new Set(record?.tasks.map(({ step }) => step)).isSupersetOf(new Set(steps))).toBe(true);
      for (const issue of [run.observed.run, ...run.observed.steps]) {
        const keys = issue.comments
          .filter(({ isOurs }) => isOurs)
          .map(({ body }) => /<!-- handrail:said .*? -->/.exec(body)?.[0]);
        const said = keys.filter((key) => key !== undefined);
        expect(new Set(said).size).toBe(said.length);
      }
    }),
    { numRuns: 60 },
  );
});

test("whoever reads the issues may be mentioned only when it is their turn or they asked", () => {
  fc.assert(
    fc.property(fc.constantFrom(...processes), fc.array(action, { maxLength: 15 }), (process, actions) => {
      const run = new SimulatedRun({
        handbook,
        process,
        anchorDate: "2027-06-15",
        now: "2026-11-23T08:00:00Z",
      });
      run.settle();
      for (const act of actions) {
        act(run);
        run.settle();
      }
      for (const issue of [run.observed.run, ...run.observed.steps]) {
        for (const { isOurs, body } of issue.comments) {
          if (isOurs) expect(findMentions(body)).not.toContain("everyone");
        }
        if (issue.isOurs) expect(findMentions(issue.body)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
