import { expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";

const draft = "{ id: draft, title: Write the draft, role: author }";
const images = "{ id: images, title: Draw the images, role: author, after: [] }";
const wayBehind = (after: string) =>
  `{ id: way, title: Choose the way, kind: decision, role: author, options: [web, print], after: [${after}] }`;
const approvalBehind = (after: string, more = "", id = "agree") =>
  `{ id: ${id}, title: Agree to ${id}, kind: approval, approvers: editor, after: [${after}]${more} }`;

/** What the rule says of a process with those steps. */
function told(...steps: readonly string[]): string[] {
  const list = steps.map((step) => `  - ${step}`).join("\n");
  return checkHandbook(parseHandbook(exampleHandbook({ process: `steps:\n${list}` })), "").flatMap(
    ({ problemId, message }) => (problemId === "approval-of-decision" ? [message] : []),
  );
}

test("the one step before the decision is named by `approves`", () => {
  expect(told(draft, wayBehind("draft"), approvalBehind("way"))).toEqual([
    "Step `agree` judges only what is decided in `way`, expected the work before it (`draft`); write `approves: draft`, or `approves: way` if only that is to be judged.",
  ]);
});

test("of several steps the approval waits itself", () => {
  expect(told(draft, images, wayBehind("draft, images"), approvalBehind("way"))).toEqual([
    "Step `agree` judges only what is decided in `way`, expected the work before it (`draft`, `images`); write `after: [way, draft, images]`, or `approves: way` if only that is to be judged.",
  ]);
});

test("the work is found behind decisions and approvals, and what lies before it is not named", () => {
  const look = "{ id: look, title: Look at the images, role: author, after: images }";
  const second =
    "{ id: size, title: Choose the size, kind: decision, role: author, options: [big, small], after: first }";
  expect(
    told(
      images,
      look,
      wayBehind("look"),
      approvalBehind("way", ", approves: look", "first"),
      second,
      approvalBehind("size, way"),
    ),
  ).toEqual([
    "Step `agree` judges only what is decided in `way`, `size`, expected the work before it (`look`); write `approves: look`.",
  ]);
});

test("an approval of another one is not told once more", () => {
  const steps = [draft, wayBehind("draft"), approvalBehind("way"), approvalBehind("agree", "", "again")];
  expect(told(...steps)).toHaveLength(1);
});

test.each([
  ["nothing was done before the decision", [wayBehind(""), approvalBehind("way")]],
  ["work is judged beside it", [draft, wayBehind("draft"), approvalBehind("way, draft")]],
  ["it names the work", [draft, wayBehind("draft"), approvalBehind("way", ", approves: draft")]],
  ["it names the decision", [draft, wayBehind("draft"), approvalBehind("way", ", approves: way")]],
  ["it waits for something that is not there", [draft, wayBehind("draft"), approvalBehind("way, idea")]],
])("nothing is said where %s", (_where, steps) => {
  expect(told(...steps)).toEqual([]);
});
