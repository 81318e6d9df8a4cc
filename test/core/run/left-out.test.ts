import { expect, test } from "vitest";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook(
  [
    "id: first, title: First, role: author, due: +1d",
    'id: stock, title: Count the stock, role: editor, when: { kind: Physical }, due: +2d, input: [{ what: A, from: first }], output: ["A number"]',
    "id: last, title: Last, role: author, after: [first, stock], due: +3d, input: [{ what: A number, from: stock }, { what: Advice, from: lawyer }]",
  ],
  {
    head: [
      "ask:",
      "  - { id: kind, label: Kind, type: choice, options: [Digital, Physical], required: true }",
    ],
  },
);

test("a step that is left out is nowhere in the others", () => {
  const run = smallRun(handbook, { answers: { kind: "Digital" } });
  expect(run.step("First").body).toContain("Step 1 of 2 of Work");
  expect(run.step("First").body).not.toContain("Count the stock");
  expect(run.step("First").body).toContain("**Waiting for it:** **Last** (ann)");
  expect(run.step("Last").body).toContain("Step 2 of 2 of Work");
  expect(run.step("Last").body).not.toContain("A number");
  expect(run.step("Last").body).toContain("- Advice, from the lawyer (law). Ask in good time.");
});

test("a step that takes part is", () => {
  const run = smallRun(handbook, { answers: { kind: "Physical" } });
  expect(run.step("Last").body).toContain("- A number, from **Count the stock**");
  expect(run.step("Last").body).toContain("Step 3 of 3 of Work");
});
