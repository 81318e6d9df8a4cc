import { expect, test } from "vitest";
import { answeredStep, definitionAsRead } from "../../../core/plan/index.ts";
import { processOf } from "../../builders.ts";

const definition = processOf(
  `ask:
  - { id: version, label: "Which version?", required: true }
  - { id: constructor, label: Builder }
steps:
  - { id: publish, title: "Publish {version}", role: author, output: ["Notes of {version}, by {constructor}"] }
  - { id: tell, title: Tell all, role: author }`,
  { body: "" },
);

const [publish, tell] = definition.steps;

test.each([
  ["not known yet", {}, "Publish ‹Which version›"],
  ["known", { version: "2.1" }, "Publish 2.1"],
  ["known to be empty", { version: "" }, "Publish (Which version: not given)"],
  ["on several lines", { version: "2.1\n\n of May" }, "Publish 2.1 of May"],
  ["a place of its own", { version: "{constructor}" }, "Publish {constructor}"],
  ["too long for a title", { version: "v".repeat(500) }, `Publish ${"v".repeat(80)}…`],
  ["a name that objects have", { constructor: "Bo", version: "toString" }, "Publish toString"],
])("a title with an answer that is %s", (_what, answers, title) => {
  expect(publish && answeredStep(publish, definition, new Map(Object.entries(answers))).title).toBe(title);
});

test("a step without places stays as it is, and so does a process without any", () => {
  expect(tell && answeredStep(tell, definition, new Map([["version", "2.1"]]))).toBe(tell);
  const plain = processOf("steps:\n  - { id: tell, title: Tell all, role: author }");
  expect(definitionAsRead(plain)).toBe(plain);
});

test("before any run the questions stand in the places", () => {
  expect(definitionAsRead(definition).steps[0]?.outputs).toEqual(["Notes of ‹Which version›, by ‹Builder›"]);
});
