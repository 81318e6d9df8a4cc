import { describe, expect, test } from "vitest";
import {
  decisionsInWords,
  decisionsOfPull,
  notAskedBefore,
  proposeChanges,
} from "../../../core/learning/index.ts";
import { readSuggestions, suggestionsMark } from "../../../core/learning/learning-pull.ts";
import type { DecidedSuggestion } from "../../../core/metrics/index.ts";
import { processOf } from "../../builders.ts";
import { frame, recordOf } from "./histories.ts";

const textWith = (images: string, more = "") =>
  processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: images, title: Make the images, role: author, after: draft, ${images} }${more}
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, after: [images, approve], due: 0bd }`);
const before = textWith("due: -15bd");
const learnt = textWith("due: -13bd");
const roles = new Map([["editor", { id: "editor", title: "Editor", people: ["demo-lena"], deputies: [] }]]);
const handbook = { roles, processes: new Map() } as unknown as Parameters<
  typeof proposeChanges
>[0]["handbook"];

const proposals = (n: number) =>
  proposeChanges({
    definition: before,
    handbook,
    frame,
    records: Array.from({ length: n }, (_, index) =>
      recordOf(before, {
        number: index + 1,
        startedOn: "2026-03-02",
        anchorDate: "2026-06-01",
        days: (step, given) => (step === "images" ? given + 2 : given),
        added: [["Ask the lawyers", "2026-05-13"]],
      }),
    ),
  });
const pull = (
  bend: {
    readonly ticks?: string;
    readonly isMerged?: boolean;
    readonly at?: string;
    readonly n?: number;
  } = {},
): DecidedSuggestion[] => {
  const { ticks = "xx", isMerged = true, at = "2026-08-03T22:30:00Z", n = 6 } = bend;
  return decisionsOfPull({
    number: 41,
    url: "https://github.example/acme/handbook/pull/41",
    branch: `handrail/learning-${before.id}-2026-08`,
    body: `${[...ticks].map((tick) => `- [${tick}] Words`).join("\n")}\n\n${suggestionsMark(proposals(n))}`,
    isMerged,
    decidedAt: at,
  });
};
const told = (decided: readonly DecidedSuggestion[], definition = learnt) =>
  decisionsInWords(decided, { definition, roles }, "Europe/Zurich").map(
    ({ day, isTaken, text }) => `${day} ${isTaken ? "+" : "-"} ${text}`,
  );

const added = "“Ask the lawyers” was added by hand in 6 of 6 runs.";
const images = "“Make the images” was late in 6 of 6 runs, by up to 2 business days in eight of ten.";

describe("what became of suggestions", () => {
  test.each<[string, readonly DecidedSuggestion[], typeof before, string[]]>([
    [
      "one merged, one left out",
      pull({ ticks: " x" }),
      learnt,
      [
        `2026-08-04 - ${added} It could be a step of its own after “Make the images”. It is asked again once it was seen in 12 runs.`,
        `2026-08-04 + ${images} Since then it is due 13 business days before the publish date.`,
      ],
    ],
    [
      "all closed",
      pull({ isMerged: false }),
      before,
      [
        `2026-08-04 - ${added} It could be a step of its own after “Make the images”. It is asked again once it was seen in 12 runs.`,
        `2026-08-04 - ${images} It could be due 13 business days before the publish date. It is asked again once it was seen in 12 runs.`,
      ],
    ],
    [
      "merged, and changed again since or by hand before",
      pull({ ticks: " x" }).slice(1),
      textWith("due: -12bd"),
      [`2026-08-04 + ${images} The text of today says something else.`],
    ],
    [
      "merged, and the step is gone",
      pull({ ticks: " x" }).slice(1),
      processOf("steps:\n  - { id: draft, title: Write the draft, role: author, duration: 4bd }"),
      [`2026-08-04 + ${images} The text of today says something else.`],
    ],
    ["refused, and written by somebody all the same", pull({ isMerged: false }).slice(1), learnt, []],
    [
      "refused, asked again and merged",
      [...pull({ isMerged: false }), ...pull({ at: "2026-12-03T10:00:00Z", n: 12 })].slice(1),
      textWith(
        "due: -13bd",
        "\n  - { id: ask-the-lawyers, title: Ask the lawyers, role: author, after: draft }",
      ),
      [
        "2026-12-03 + “Ask the lawyers” was added by hand in 12 of 12 runs. Since then it is a step of its own after “Make the images”.",
        "2026-12-03 + “Make the images” was late in 12 of 12 runs, by up to 2 business days in eight of ten. Since then it is due 13 business days before the publish date.",
      ],
    ],
    ["about another process", pull().map((one) => ({ ...one, process: "other" })), learnt, []],
    ["by a rule of a newer version", pull().map((one) => ({ ...one, rule: "too-loud" })), learnt, []],
    ["as an older version remembered it", pull().map(({ seen: _, ...one }) => one), learnt, []],
  ])("%s", (_what, decided, definition, expected) => {
    expect(told(decided, definition)).toEqual(expected);
  });

  test.each([
    ["fewer ticks than suggestions", "x", [true, true]],
    ["a line more", "x x", [true, true]],
    ["a tick in capitals", "X ", [true, false]],
  ])("merged with %s", (_what, ticks, expected) => {
    expect(pull({ ticks }).map(({ isTaken }) => isTaken)).toEqual(expected);
  });

  test.each([
    [11, 0],
    [12, 2],
  ])("what was asked for six runs is not asked again for %d", (n, expected) => {
    expect(notAskedBefore(proposals(n), pull({ isMerged: false }))).toHaveLength(expected);
  });

  test("the longest titles are remembered", () => {
    const long = proposals(6).map((one) => ({ ...one, title: "図".repeat(256), detail: "図".repeat(2000) }));
    expect(readSuggestions(suggestionsMark([...long, ...long, ...long].slice(0, 5)))).toHaveLength(5);
  });
});
