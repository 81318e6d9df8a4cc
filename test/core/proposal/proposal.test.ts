import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  isProposalBody,
  readProposal,
  wishOfProposal,
  writeProposalForm,
} from "../../../core/proposal/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { text } from "../../../core/text/index.ts";
import { handbookOf } from "../../builders.ts";

const handbook = handbookOf(
  exampleHandbook({
    process: `anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -5bd }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor, due: -2bd }`,
  }),
);

/** The body of an issue as GitHub writes it from the form. */
const body = (answers: Partial<Record<"process" | "step" | "kind" | "value" | "reason", string>>) => {
  const labels = text.proposal;
  const all = { process: "example", step: "draft", kind: text.proposalKinds.due, value: "-8bd", ...answers };
  return [
    [labels.processLabel, all.process],
    [labels.stepLabel, all.step],
    [labels.kindLabel, all.kind],
    [labels.valueLabel, all.value],
    [labels.reasonLabel, all.reason ?? "_No response_"],
  ]
    .map(([label, value]) => `### ${label}\n\n${value}`)
    .join("\n\n");
};

function wishIn(answers: Parameters<typeof body>[0]) {
  const reading = readProposal(body(answers), handbook);
  return reading.ok ? wishOfProposal(reading.request, handbook) : reading;
}
const field = (name: string, value: string, step = "draft") => ({
  kind: "wish",
  wish: { kind: "set-step-field", step, field: name, value },
});

describe("what somebody proposes becomes a wish", () => {
  test.each([
    ["an offset", { value: "-8bd" }, field("due", "-8bd")],
    ["an offset in words", { value: "8 business days before" }, field("due", "-8bd")],
    ["weeks in words", { value: "2 weeks before the publish date" }, field("due", "-2w")],
    ["months in words", { value: "2 months before" }, field("due", "-2mo")],
    ["an offset as the page shows it", { value: "−8 bd" }, field("due", "-8bd")],
    ["the day itself", { value: "on the day" }, field("due", "0d")],
    ["T-21", { value: "T-21" }, field("due", "-21d")],
    ["the title of a step", { step: "write the  draft" }, field("due", "-8bd")],
    ["a step almost spelt right", { step: "Write the drafft" }, field("due", "-8bd")],
    ["the title of the process", { process: "Write an article" }, field("due", "-8bd")],
    [
      "the address of its page",
      { process: "https://x.example/processes/example/#draft" },
      field("due", "-8bd"),
    ],
    ["a length", { kind: text.proposalKinds.duration, value: "3 days" }, field("duration", "3bd")],
    ["a length in weeks", { kind: text.proposalKinds.duration, value: "2 weeks" }, field("duration", "10bd")],
    ["a role", { kind: text.proposalKinds.role, value: "Editor" }, field("role", "editor")],
    [
      "who approves",
      { kind: text.proposalKinds.role, step: "approve", value: "author" },
      field("approvers", "author", "approve"),
    ],
    [
      "a name",
      { kind: text.proposalKinds.title, value: "Draft it\nplease" },
      { kind: "wish", wish: { kind: "rename-step", step: "draft", title: "Draft it" } },
    ],
    [
      "a text",
      { kind: text.proposalKinds.instructions, value: "Be short.\n\n- [ ] Really" },
      {
        kind: "wish",
        wish: { kind: "set-instructions", step: "draft", markdown: "Be short.\n\n- [ ] Really" },
      },
    ],
    [
      "anything else",
      { kind: text.proposalKinds.other, step: "_No response_", value: "Less of it" },
      { kind: "free" },
    ],
  ])("%s", (_what, answers, expected) => {
    expect(wishIn(answers)).toEqual(expected);
  });
});

describe("what cannot be understood is told", () => {
  test.each([
    ["no process", { process: "_No response_" }, "is empty"],
    ["an unknown process", { process: "exampel" }, "Did you mean **Write an article**?"],
    ["an unknown step", { step: "Sing" }, "Its steps are:"],
    ["no step", { step: "_No response_" }, "**Which step?** is empty"],
    ["no date", { value: "soon" }, "I cannot read `soon`"],
    ["a date that counts from the one it has", { value: "1 week earlier" }, "I cannot read `1 week earlier`"],
    ["a date on no side of the other", { value: "5bd" }, "I cannot read `5bd`"],
    ["a day of the calendar", { value: "2026-12-11" }, "I cannot read `2026-12-11`"],
    ["an unknown role", { kind: text.proposalKinds.role, value: "Pope" }, "no role `Pope`"],
    ["a name that is part of every object", { process: "constructor" }, "no process `constructor`"],
  ])("%s", (_what, answers, sentence) => {
    expect(JSON.stringify(wishIn(answers))).toContain(sentence);
  });
});

test("only what the form made is taken for a proposal", () => {
  expect(isProposalBody(body({}))).toBe(true);
  expect(isProposalBody("### Process\n\nexample\n\n### Publish date\n\n2026-12-18")).toBe(false);
  expect(isProposalBody("Hello")).toBe(false);
});

test("the form asks what is read", () => {
  const form = parse(writeProposalForm()) as { body: { id?: string; attributes: { label: string } }[] };
  expect(form.body.flatMap(({ id }) => id ?? [])).toEqual(["process", "step", "kind", "value", "reason"]);
});
