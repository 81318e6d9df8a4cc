import { expect, test } from "vitest";
import { act } from "../../../bot/github/act.ts";
import { WriteRefused } from "../../../bot/ports/run-repository.ts";
import type { Change } from "../../../core/run/index.ts";
import { handbookOf } from "../../builders.ts";
import { SimulatedRun } from "../../core/run/simulated-run.ts";
import { articleHandbook } from "../world.ts";

const { observed } = new SimulatedRun({
  handbook: handbookOf(articleHandbook(["id: draft, title: Write the draft, role: author, due: -5d"])),
  process: "article",
  anchorDate: "2026-12-18",
  now: "2026-11-02T09:00:00Z",
});
const label: Change = { kind: "create-label", name: "handrail:run", color: "0e8a16", description: "A run" };

test.each([
  ["Label name is not valid (already_exists)", []],
  ["Name has already been taken", []],
  ["Label color is not valid (invalid)", [label]],
])("a new label that GitHub refuses with “%s”", async (message, refused) => {
  const errors = [{ type: "UNPROCESSABLE", message, path: ["mutation0"] }];
  const graphql = () => Promise.reject(new WriteRefused(message, { cause: { errors }, refused: [] }));
  const ids = { repository: "R_1", labels: new Map(), issues: new Map(), people: new Map() };
  const error = await act(graphql as never, [label], observed, ids as never, undefined).catch((e) => e);
  expect(error).toBeInstanceOf(WriteRefused);
  expect(error.refused.map(({ change }: { change: Change }) => change)).toEqual(refused);
});
