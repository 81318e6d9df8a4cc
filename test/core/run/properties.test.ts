import fc from "fast-check";
import { expect, test } from "vitest";
import type { AskField } from "../../../core/definition/index.ts";
import { recordOf } from "../../../core/run/index.ts";
import { findMentions } from "../../../sandbox/markdown/find-mentions.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { SimulatedRun } from "./simulated-run.ts";

const handbook = handbookOf(shippedFiles());
const processes = [...handbook.processes.values()].map(({ id }) => id);
const people = ["demo-lena", "demo-ines", "demo-sofia", "demo-jonas", "stranger"];
const reasons = ["", "because", "@everyone #1 </details> <!-- handrail:status x -->", "`/approve`\n> /go"];

type Action = (run: SimulatedRun) => void;

const answerTo = ({ type, options }: AskField): string => {
  if (options[0] !== undefined) return options[0];
  if (type === "date") return "2027-06-01";
  if (type === "number") return "3";
  if (type === "yes-no") return "yes";
  return type === "person" ? "demo-lena" : "Something";
};

/** A run that has begun: whatever its start form asks for is filled in. */
function begun(process: string): SimulatedRun {
  const asked = handbook.processes.get(process)?.ask.filter(({ required }) => required) ?? [];
  const run = new SimulatedRun({
    handbook,
    process,
    anchorDate: "2027-06-15",
    now: "2026-11-23T08:00:00Z",
    permissions: { "demo-lena": "write" },
    answers: Object.fromEntries(asked.map((field) => [field.id, answerTo(field)])),
  });
  run.settle();
  // Where the handbook asks for a word before a run begins.
  if (run.observed.steps.length === 0) run.comment(1, "demo-lena", "/go");
  run.settle();
  expect(run.observed.steps, run.observed.run.comments[0]?.body).not.toEqual([]);
  return run;
}

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
      const run = begun(process);
      const first = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
      const steps = first?.tasks.map(({ step }) => step) ?? [];
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
      const run = begun(process);
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

test.each(["/skip", "/due 2027-03-01", "/hand-to @demo-tom", "/move 2027-05-03", "/cancel"])(
  "what is written behind %s is repeated where people see it, and mentions nobody",
  (command) => {
    const run = begun("publish-blog-post");
    for (const { number } of [run.observed.run, ...run.observed.steps]) {
      for (const person of people) {
        run.comment(number, person, `${command} told @everyone and @acme/all`);
        run.settle();
      }
    }
    const texts = [run.observed.run, ...run.observed.steps].flatMap(({ isOurs, body, comments }) => [
      ...(isOurs ? [body] : []),
      ...comments.filter((comment) => comment.isOurs).map((comment) => comment.body),
    ]);
    const shown = texts.map((body) => body.replace(/<!--.*?-->/gs, "")).join("\n");
    expect(shown).toContain("everyone");
    for (const body of texts) {
      expect(findMentions(body)).not.toContain("everyone");
      expect(findMentions(body).filter((login) => login.startsWith("acme"))).toEqual([]);
    }
  },
);
