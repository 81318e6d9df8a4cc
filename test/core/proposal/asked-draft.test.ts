import { expect, test } from "vitest";
import { draftAskedBy } from "../../../core/proposal/index.ts";

const said = (author: string, body: string, minute: number) => ({
  author,
  body,
  createdAt: `2026-11-02T09:${String(minute).padStart(2, "0")}:00Z`,
});
const at = (minute: number) => said("", "", minute).createdAt;

test.each([
  ["nobody", [said("demo-lena", "Good idea.", 1)], null, []],
  ["somebody", [said("demo-lena", "/draft", 1)], null, ["demo-lena"]],
  ["somebody who also says something", [said("demo-lena", "Yes.\n\n/draft please", 1)], null, ["demo-lena"]],
  ["somebody who quotes it", [said("demo-lena", "> /draft", 1)], null, []],
  ["somebody who shows it as code", [said("demo-lena", "```\n/draft\n```", 1)], null, []],
  ["two, the newest first", [said("a", "/draft", 1), said("b", "/draft", 2)], null, ["b", "a"]],
  ["one who asks twice", [said("a", "/draft", 1), said("a", "/DRAFT", 2)], null, ["a"]],
  ["one before the words were changed", [said("a", "/draft", 1)], at(2), []],
  ["one after the words were changed", [said("a", "/draft", 3)], at(2), ["a"]],
])("a draft is asked for by %s", (_, comments, editedAt, asking) => {
  expect(draftAskedBy(comments, editedAt)).toEqual(asking);
});

test("of hundreds who ask, ten are looked up", () => {
  const crowd = Array.from({ length: 300 }, (_, index) => said(`v${index}`, "/draft", index % 60));
  expect(draftAskedBy(crowd, null)).toHaveLength(10);
});
