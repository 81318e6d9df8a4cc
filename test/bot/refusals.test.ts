import { expect, test } from "vitest";
import { WriteRefused, WriteUnknown } from "../../bot/ports/run-repository.ts";
import { createRefusals } from "../../bot/refusals.ts";
import type { Change, RunIssues } from "../../core/run/index.ts";
import { handbookOf } from "../builders.ts";
import { ourComment } from "../core/run/observed-comment.ts";
import { SimulatedRun } from "../core/run/simulated-run.ts";
import { articleHandbook } from "./world.ts";

const files = articleHandbook(["id: draft, title: Write the draft, role: author, due: -5d"]);
const observed: RunIssues = new SimulatedRun({
  handbook: handbookOf(files),
  process: "article",
  anchorDate: "2026-12-18",
  now: "2026-11-02T09:00:00Z",
}).observed;

const label: Change = { kind: "add-labels", issue: 1, labels: ["handrail:run"] };
const title: Change = { kind: "edit-issue", issue: 1, title: "Write an article" };
const status: Change = { kind: "edit-comment", comment: "IC_1", body: "<!-- handrail:status 2.x -->" };

const refusal = (...changes: Change[]) =>
  new WriteRefused("no", { refused: changes.map((change) => ({ change, why: "You may not." })) });
const lost = new WriteUnknown("lost");

/** What is left of both changes after GitHub has answered so, one look after the other. */
function after(...answers: readonly (WriteRefused | WriteUnknown)[]) {
  const refusals = createRefusals();
  const learnt = answers.map((answer) => refusals.learn(answer, observed));
  const wanted = refusals.without([label, title], observed);
  return { learnt, kept: wanted.filter((change) => change === label || change === title), wanted };
}

test.each<[string, readonly (WriteRefused | WriteUnknown)[], readonly boolean[], readonly Change[]]>([
  ["nothing was refused", [], [], [label, title]],
  ["one was refused once: somebody may have done the same", [refusal(label)], [false], [label, title]],
  ["one was refused twice", [refusal(label), refusal(label)], [false, true], [title]],
  ["each was refused once", [refusal(label), refusal(title)], [false, false], [label, title]],
  ["both were refused twice", [refusal(label, title), refusal(label, title)], [false, true], []],
  ["an answer was lost twice", [lost, lost], [false, false], [label, title]],
  [
    "the ledger was refused twice: nothing goes on without it",
    [refusal(status), refusal(status)],
    [false, false],
    [label, title],
  ],
])("when %s", (_name, answers, learnt, kept) => {
  expect(after(...answers)).toMatchObject({ learnt, kept });
});

test("the run says once what is left out, and the next look leaves it out at the first refusal", () => {
  const { wanted } = after(refusal(label), refusal(label));
  const said = wanted.flatMap((change) => (change.kind === "post-comment" ? [change.body] : []));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("You may not.");
  const comment = ourComment(said[0] ?? "");
  const told = { ...observed, run: { ...observed.run, comments: [comment] } };
  const next = createRefusals();
  expect(next.learn(refusal(label), told)).toBe(true);
  expect(next.without([label, title], told)).toEqual([title]);
});
