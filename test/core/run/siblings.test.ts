import { describe, expect, test } from "vitest";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { writeMarker } from "../../../core/run/notes/index.ts";
import { holds, siblingsOfRun, siblingWaitsOf } from "../../../core/run/state/siblings-of-run.ts";
import { readAwaitingAbove, writeAwaitingAbove } from "../../../core/run/step-issue/awaiting-above.ts";
import {
  readSiblingsAbove,
  type SiblingStanding,
  writeSiblingsAbove,
} from "../../../core/run/step-issue/siblings-above.ts";
import { text } from "../../../core/text/index.ts";
import { date, handbookOf } from "../../builders.ts";

const logo: SiblingStanding = {
  id: "kit/logo",
  state: "open",
  title: "Draw the logo",
  run: "Make the kit",
  issue: 9,
  people: ["demo-ben"],
  due: date("2027-01-06"),
};
const handbook = handbookOf(
  exampleHandbook({
    process: "steps: [{ id: draft, title: Write the draft, role: author, after: art/sketch }]",
    others: {
      "content/launch.mdx": `steps:
  - { id: text, title: Write it, kind: process, process: example }
  - { id: art, title: Draw it, kind: process, process: draw, after: [] }`,
      "content/draw.mdx": "steps: [{ id: sketch, title: Sketch it, role: author }]",
    },
  }),
);
const [step] = handbook.processes.get("example")?.steps ?? [];

test("a step keeps apart what it waits for in its own process and beside it", () => {
  expect(step?.dependsOn).toEqual([]);
  expect(step?.afterSiblings).toEqual(["art/sketch"]);
});

describe("what the run above tells", () => {
  test("is read as it was written", () => {
    const told = [
      logo,
      { ...logo, state: "over" as const, endedAt: "2027-01-05T10:00:00Z", isSkipped: true as const },
    ];
    expect(readSiblingsAbove(`Words.\n${writeSiblingsAbove(told)}`)).toEqual(told);
  });

  test.each([
    ["nothing", "Words.", undefined],
    ["something else", writeMarker("beside", { logo: "open" }), null],
    ["a state nobody knows", writeMarker("beside", [{ ...logo, state: "perhaps" }]), null],
    ["a day that is none", writeMarker("beside", [{ ...logo, due: "2027-02-31" }]), null],
    ["what was cut off", "<!-- handrail:beside W3si -->", null],
  ])("%s", (_, body, expected) => {
    expect(readSiblingsAbove(body)).toEqual(expected);
  });
});

describe("who waits in runs beside, as the run above tells it", () => {
  const waiting = { step: "logo", title: "Choose the picture", run: "Publish it", people: ["demo-ben"] };
  test.each([
    ["is read as it was written", `Words.\n${writeAwaitingAbove([waiting])}`, [waiting]],
    ["is nobody where it says nothing", "Words.", []],
    ["is nobody where it says something else", writeMarker("awaiting", [{ ...waiting, people: "all" }]), []],
    ["is nobody where it was cut off", "<!-- handrail:awaiting W3si -->", []],
  ])("%s", (_, body, expected) => {
    expect(readAwaitingAbove(body)).toEqual(expected);
  });
});

describe("whether a step waits", () => {
  const waits = (siblings: Parameters<typeof siblingWaitsOf>[1]) =>
    step ? siblingWaitsOf(step, siblings).map((wait) => [wait.state, holds(wait)]) : [];
  const told = (standing: Partial<SiblingStanding>) => ({
    kind: "told" as const,
    standings: new Map([["art/sketch", { ...logo, id: "art/sketch", ...standing }]]),
  });
  test.each([
    ["for what is open", told({}), ["open", true]],
    ["for what is planned by a run that has not begun", told({ issue: undefined }), ["open", true]],
    ["for what cannot be read, since it may be open", told({ state: "unreadable" }), ["unreadable", true]],
    ["for all where what was told cannot be read", { kind: "unreadable" as const }, ["unreadable", true]],
    ["not for what is over", told({ state: "over" }), ["over", false]],
    ["not for what is left out", told({ state: "left-out" }), ["left-out", false]],
    ["not for what the run above does not start", told({ state: "not-there" }), ["not-there", false]],
    [
      "not for what the run above says nothing of",
      { kind: "told" as const, standings: new Map() },
      ["not-there", false],
    ],
    ["not in a run that is started alone", { kind: "alone" as const }, ["alone", false]],
  ])("%s", (_, siblings, expected) => {
    expect(waits(siblings)).toEqual([expected]);
  });

  test("a text that somebody writes with such a note makes a run no child", () => {
    const run = { isOurs: false, writtenBody: writeSiblingsAbove([logo]) } as Parameters<
      typeof siblingsOfRun
    >[0]["run"];
    expect(siblingsOfRun({ run })).toEqual({ kind: "alone" });
  });
});

test.each(["open", "over", "left-out", "unreadable", "not-there", "alone"] as const)(
  "in words: %s",
  (state) => {
    const title = state === "not-there" || state === "alone" ? logo.id : "Draw the *logo* @all";
    const words = { ...logo, state, title, run: state === "alone" ? "" : logo.run };
    expect([
      text.siblings.inStep([words]).text,
      text.siblings.inStatus([{ title: "Choose the picture", siblings: [words] }]).text,
    ]).toMatchSnapshot();
  },
);
