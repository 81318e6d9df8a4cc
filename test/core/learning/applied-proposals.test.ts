import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openHandbook } from "../../../core/handbook/index.ts";
import { type Proposal, proposeChanges, withSuggestions } from "../../../core/learning/index.ts";
import type { DeviationRecord, RunRecord } from "../../../core/metrics/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { tries } from "../../tries.ts";
import { frame, randomOf, recordOf } from "./histories.ts";

const steps = ["draft", "images", "approve", "live"];
/** A text by dates, and one by lengths that counts from the day a run begins. */
const byDates = exampleHandbook({
  process: `anchor: Publish date # the day readers see it
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  # Two formats each.
  - { id: images, title: Make the images, role: author, after: draft, due: -15bd }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, after: [images, approve], due: 0bd }`,
});
const byLengths = exampleHandbook({
  process: `steps: # the day readers see it
  - { id: draft, title: Write the draft, role: author, duration: 5bd }
  # Two formats each.
  - { id: images, title: Make the images, role: author, after: draft, duration: 6bd }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft }
  - { id: live, title: Publish it, role: author, after: [images, approve], duration: 2bd }`,
});
const path = [...byDates.keys()].find((name) => name.endsWith(".mdx")) ?? "";

const opened = (text: string) => {
  const { handbook, problems } = openHandbook(new Map(byDates).set(path, text));
  const [definition] = handbook.processes.values();
  return { handbook, definition, errors: problems.filter(({ severity }) => severity === "error") };
};
const suggested = (text: string, records: readonly RunRecord[]): readonly Proposal[] => {
  const { handbook, definition } = opened(text);
  if (!definition) throw new Error("There is no process.");
  return proposeChanges({ definition, handbook, records, frame });
};
/** Runs in which each step has habits of its own, so that something is suggested nearly always. */
function runsOf(text: string, seed: number): RunRecord[] {
  const random = randomOf(seed);
  const { definition } = opened(text);
  if (!definition) throw new Error("There is no process.");
  const extra = new Map(steps.map((step) => [step, Math.floor(random() * 8) - 3]));
  const kinds = ["skipped", "closed-early", "handed-over", "reopened"] as const;
  const habits: Partial<DeviationRecord>[] = steps.flatMap((step) =>
    random() < 0.4 ? [{ step, kind: kinds[Math.floor(random() * kinds.length)] ?? "skipped" }] : [],
  );
  const isAdded = random() < 0.5;
  return Array.from({ length: 5 + Math.floor(random() * 8) }, (_, index) => {
    const record = recordOf(definition, {
      number: index + 1,
      startedOn: "2026-03-02",
      anchorDate: definition.startsAtAnchor ? "2026-03-02" : "2026-06-01",
      days: (step, given) => {
        const isEarly = habits.some((habit) => habit.step === step && habit.kind === "closed-early");
        return isEarly && step !== "draft" ? -3 : given + (extra.get(step) ?? 0) + Math.floor(random() * 2);
      },
      departures: habits,
      agreesFromTurn: true,
      ...(isAdded && { added: [["Ask the lawyers", "2026-05-13"] as const] }),
      ...(random() < 0.2 && { seenOn: "2026-05-20" }),
    });
    const isHandedOver = (step: string) =>
      habits.some((habit) => habit.step === step && habit.kind === "handed-over");
    return {
      ...record,
      tasks: record.tasks.map((task) =>
        isHandedOver(task.step) ? { ...task, assignees: ["demo-lena"] } : task,
      ),
    };
  });
}

test("several suggestions for one line of the text are all written into it", () => {
  const before = byDates.get(path) ?? "";
  const line = "  - { id: images, title: Make the images, role: author, after: draft, due: -15bd }";
  const set = (field: "due" | "role" | "optional", value: string | boolean) => ({
    wish: { kind: "set-step-field" as const, step: "images", field, value },
  });
  const added = (id: string) => ({
    wish: {
      kind: "add-step" as const,
      after: "images",
      step: { id, title: `Do ${id}`, fields: { role: "editor" } },
    },
  });
  const all = [set("due", "-13bd"), added("one"), set("role", "editor"), added("two"), set("optional", true)];
  const { text, taken } = withSuggestions(before, all);
  expect(taken).toHaveLength(5);
  expect(opened(text).errors).toEqual([]);
  expect(opened(text).definition?.steps.map(({ id }) => id)).toEqual([
    "draft",
    "images",
    "two",
    "one",
    "approve",
    "live",
  ]);
  expect(opened(text).definition?.steps[1]).toMatchObject({
    roles: ["editor"],
    optional: true,
    dueOffset: { amount: -13 },
  });
  expect(before).toContain(line);
});

describe("suggestions that were merged", () => {
  test.each([
    [
      "by dates",
      byDates,
      ["always-added", "always-handed-over", "always-skipped", "never-waits", "too-short"],
    ],
    [
      "by lengths",
      byLengths,
      ["always-added", "always-handed-over", "always-skipped", "never-waits", "too-long", "too-short"],
    ],
  ])(
    "leave a handbook %s without errors, and the same runs do not suggest them again",
    (_what, files, expected) => {
      const rules = new Set<string>();
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const before = files.get(path) ?? "";
          const records = runsOf(before, seed);
          const first = suggested(before, records);
          const after = withSuggestions(before, first).text;
          expect(opened(after).errors).toEqual([]);
          const written = first.filter(({ wish }) => wish !== undefined);
          for (const { rule } of written) rules.add(rule);
          const again = new Set(suggested(after, records).map(({ rule, step }) => `${rule} ${step}`));
          expect(written.map(({ rule, step }) => `${rule} ${step}`).filter((key) => again.has(key))).toEqual(
            [],
          );
          expect(after).toContain("# the day readers see it");
          expect(after).toContain("  # Two formats each.");
        }),
        { numRuns: tries(150) },
      );
      expect([...rules].toSorted()).toEqual(expected);
    },
  );
});
