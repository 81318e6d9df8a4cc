import { expect, test } from "vitest";
import { nearestGoodDates } from "../../../core/plan/index.ts";
import { date, planRequest, processOf } from "../../builders.ts";

const definition = processOf(`anchor: Day
steps:
  - { id: draft, title: Write the draft, role: author, due: -5bd }
  - { id: publish, title: Publish it, role: author, due: 0d }`);

/** 2026-06-01 is a Monday; the plan is made on 2026-03-02. */
test.each([
  ["a good date needs no other", "2026-06-01", {}, {}],
  ["a Saturday", "2026-06-06", {}, { before: "2026-06-05", after: "2026-06-08" }],
  ["too soon: only later ones are good", "2026-03-04", {}, { before: undefined, after: "2026-03-09" }],
  [
    "somebody is away",
    "2026-06-10",
    { absences: new Map([["demo-jonas", [{ from: date("2026-06-09"), to: date("2026-06-12") }]]]) },
    { before: "2026-06-08", after: "2026-06-15" },
  ],
])("%s", (_what, anchor, bent, expected) => {
  expect(nearestGoodDates(planRequest(definition, { anchorDate: date(anchor), ...bent }))).toEqual(expected);
});
