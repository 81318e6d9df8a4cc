import { expect, test } from "vitest";
import { recordOf } from "../../../core/run/index.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook([
  "id: draft, title: Draft, role: author, due: +4d",
  "id: check, title: Check, role: editor, due: +7d",
]);

type Life = (run: ReturnType<typeof smallRun>) => void;
const says =
  (at: string, person: string, command: string): Life =>
  (run) => {
    run.settle(at);
    happens(run, () => run.comment(person === "ann" ? 2 : 1, person, command));
  };
const ends =
  (at: string): Life =>
  (run) => {
    run.settle(at);
    happens(run, () => run.close(2, "ann"));
  };

test.each([
  ["the plan's, when nothing happens", [], "2026-03-06"],
  [
    "the one before whoever has it asked for more time",
    [says("2026-03-04T10:00:00Z", "ann", "/due 2026-03-12 ill")],
    "2026-03-06",
  ],
  [
    "the one that the run was moved to",
    [says("2026-03-04T10:00:00Z", "stan", "/move 2026-03-09 the fair was moved")],
    "2026-03-13",
  ],
  [
    "the one before the run was moved to an earlier day",
    [says("2026-03-04T10:00:00Z", "stan", "/move 2026-02-28 the fair was moved")],
    "2026-03-06",
  ],
  [
    "the one it had when it ended, whatever was moved then",
    [
      ends("2026-03-04T10:00:00Z"),
      says("2026-03-05T10:00:00Z", "stan", "/move 2026-03-30 the fair was moved"),
    ],
    "2026-03-06",
  ],
] satisfies [string, Life[], string][])("a step is measured against %s", (_name, lives, agreed) => {
  const run = smallRun(handbook, { permissions: { stan: "write", ann: "write" } });
  for (const live of lives) live(run);
  const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
  expect(record?.tasks[0]?.agreedDueDate).toBe(agreed);
});
