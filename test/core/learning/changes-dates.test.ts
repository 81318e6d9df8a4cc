import { expect, test } from "vitest";
import { changesDates } from "../../../core/learning/index.ts";
import { processOf } from "../../builders.ts";

const textWith = (images: string, more = "") =>
  processOf(`anchor: Publish date
${more}steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: images, title: Make the images, role: author, ${images} }
  - { id: live, title: Publish it, role: author, after: images, due: 0bd }`);
const before = textWith("after: draft, due: -15bd");
const form = `ask:
  - { id: shoot, label: Day of the shoot, type: date, required: true }
  - { id: places, label: Places, type: list, required: true }
  - { id: channel, label: Channel, type: choice, options: [print, web], required: true }
`;

test.each([
  ["its date", "after: draft, due: -13bd"],
  ["the day itself, weekend or not", "after: draft, due: -15d, exact: true"],
  ["the day on which it may begin", "after: draft, due: -18bd..-15bd"],
  ["how often it is done within its window", "after: draft, due: -18bd..-15bd, every: 1bd"],
  ["what it waits for", "after: [], due: -15bd"],
  ["its length", "after: draft, duration: 4bd"],
  ["the answer its date counts from", "after: draft, due: -15bd, from: shoot"],
  ["the list it is done for each item of", "after: draft, due: -15bd, each: places"],
  ["when it takes part at all", "after: draft, due: -15bd, when: { channel: print }"],
])("a text that gives a step %s otherwise changes dates", (_what, images) => {
  expect(changesDates(textWith("after: draft, due: -15bd", form), textWith(images, form))).toBe(true);
});

test.each([
  [
    "another role",
    textWith("after: draft, due: -15bd").steps.map((step) => ({ ...step, roles: ["editor"] })),
  ],
  ["steps in another order", before.steps.toReversed()],
  ["the same, unfolded anew", before.steps.map((step) => ({ ...step }))],
])("a text with %s changes none", (_what, steps) => {
  expect(changesDates(before, { ...before, steps })).toBe(false);
});
