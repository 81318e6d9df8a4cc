import { expect, test } from "vitest";
import { agreedSince } from "../../../core/pull-request/index.ts";

const at = (minute: number) => `2026-11-02T09:${String(minute).padStart(2, "0")}:00Z`;
const said = (author: string, body: string, minute: number, isEdited = false) => ({
  id: minute,
  author,
  body,
  createdAt: at(minute),
  isEdited,
});

test.each([
  ["nobody while there is no check", [said("a", "/agree", 5)], undefined, []],
  ["nobody before the check of the newest commit", [said("a", "/agree", 5)], at(6), []],
  ["nobody at the moment it began, when it could not be read", [said("a", "/agree", 6)], at(6), []],
  ["whoever says so after it", [said("a", "/agree", 7)], at(6), ["a"]],
  ["whoever says more than that", [said("a", "Fine.\n\n/agree\nThanks", 7)], at(6), ["a"]],
  ["nobody who quotes it", [said("a", "> /agree", 7)], at(6), []],
  ["nobody who speaks of it", [said("a", "Shall I write /agree?", 7)], at(6), []],
  ["nobody whose comment was edited", [said("a", "/agree", 7, true)], at(6), []],
  [
    "two, each once",
    [said("a", "/agree", 7), said("b", "/agree", 8), said("a", "/agree", 9)],
    at(6),
    ["a", "b"],
  ],
])("agrees: %s", (_, comments, firstCheckAt, people) => {
  expect(agreedSince(comments, { firstCheckAt, after: 0 })).toEqual(people);
});

test("agrees: only who says so after the branch that it is for was changed", () => {
  const comments = [said("a", "/agree", 7), said("b", "/agree", 8), said("c", "/agree", 9)];
  expect(agreedSince(comments, { firstCheckAt: at(6), after: 0, retargetedAt: at(8) })).toEqual(["c"]);
});

test("of hundreds who agree, twenty are looked up", () => {
  const crowd = Array.from({ length: 300 }, (_, index) => said(`v${index}`, "/agree", 7));
  expect(agreedSince(crowd, { firstCheckAt: at(6), after: 0 })).toHaveLength(20);
});

test.each([
  ["nobody before the bot has said what the commit means", undefined, []],
  ["only who says so after the commit was the newest one again", 7, ["b"]],
])("agrees: %s", (_, after, people) => {
  const comments = [said("a", "/agree", 7), said("b", "/agree", 8)];
  expect(agreedSince(comments, { firstCheckAt: at(6), after })).toEqual(people);
});
