import { describe, expect, test } from "vitest";
import { openHandbook } from "../../../core/handbook/index.ts";
import type { RunRecord } from "../../../core/metrics/index.ts";
import type { ObservedPullRequest } from "../../../core/pull-request/index.ts";
import { processesReplayed, replayPart } from "../../../core/pull-request/replay-part.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { recordOf } from "../learning/histories.ts";

const files = (steps: string) => exampleHandbook({ process: `anchor: Publish date\nsteps:\n${steps}` });
const steps = (
  draft: string,
  more = "",
) => `  - { id: draft, title: Write the draft, role: author, due: ${draft} }
  - { id: live, title: Publish *it*, role: author, after: draft, due: 0bd }${more}`;
const before = openHandbook(files(steps("-20bd")));
const [definition] = before.handbook.processes.values();
if (!definition) throw new Error("There is no process.");

/** Runs in which the draft takes so many days more than it was given, and what waits for it four days. */
const runs = (n: number, late: number) =>
  Array.from({ length: n }, (_, index) =>
    recordOf(definition, {
      number: index + 1,
      startedOn: "2026-03-02",
      anchorDate: "2026-06-01",
      days: (step, given) => (step === "draft" ? given + late : Math.max(4, given)),
    }),
  );
const told = (text: string, records: readonly RunRecord[] | undefined, hasOlder = false) =>
  replayPart(
    {
      before,
      after: openHandbook(files(text)),
      pastRuns: records && { records, hasOlder },
    } as unknown as ObservedPullRequest,
    "2026-12-01T08:00:00Z",
  ).text;

describe("past runs under the dates that a pull request proposes", () => {
  test("how many would have met their date instead", () => {
    expect(told(steps("-40bd"), runs(6, 18))).toBe(
      `**Past runs under these dates, with everybody working as they did:**\n\n- **${definition.title}**: 6 of the last 6 runs would have met their date instead of 0.`,
    );
  });

  test("what would still have held them up, as it was typed", () => {
    expect(told(steps("-21bd"), runs(2, 25))).toContain("Twice it would still have been “Publish \\*it\\*”.");
  });

  test("what nobody can say", () => {
    const more = "\n  - { id: legal, title: Ask legal, role: author, after: draft, due: -10bd }";
    expect(told(steps("-20bd", more), runs(1, 0))).toContain(
      "Nobody can say how long “Ask legal” would have taken",
    );
  });

  test("what nobody can say of some of them", () => {
    const more = "\n  - { id: legal, title: Ask legal, role: author, after: draft, due: -10bd }";
    const [one, two, three] = runs(3, 0);
    if (!one || !two || !three) throw new Error("There are no runs.");
    const had = recordOf(definition, {
      number: 4,
      startedOn: "2026-03-02",
      anchorDate: "2026-06-01",
      days: (_step, given) => given,
      added: [["Ask legal", "2026-05-15"]],
    });
    expect(told(steps("-20bd", more), [one, two, three, had])).toContain(
      "Nobody can say how long “Ask legal” would have taken in 3 of 4 runs, which did not have it; as long as planned was taken.",
    );
  });

  test.each([
    ["no date changes", steps("-20bd").replace("Write the draft", "Write a draft"), runs(6, 18)],
    ["no run is over", steps("-40bd"), []],
    ["runs were not read", steps("-40bd"), undefined],
  ])("nothing where %s", (_what, text, records) => {
    expect(told(text, records, true)).toBe("");
  });

  test("that older runs were left out, where they were", () => {
    const [all, newest] = [false, true].map((hasOlder) => told(steps("-40bd"), runs(6, 18), hasOlder));
    expect(newest).toBe(`${all}\n\nOnly the newest runs were looked at.`);
  });

  test("is asked for only where dates change", () => {
    const changed = (text: string) => processesReplayed({ before, after: openHandbook(files(text)) });
    expect(changed(steps("-21bd"))).toEqual([definition.id]);
    expect(changed(steps("-20bd").replace("role: author", "role: editor"))).toEqual([]);
  });
});
