import { describe, expect, test } from "vitest";
import { recordOf } from "../../../core/run/index.ts";
import { readReplies } from "../../../core/run/retrospective/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook(
  [
    "id: text, title: Write, role: author, due: -3bd",
    "id: art, title: Make the images, role: editor, due: 0d",
  ],
  { head: ["anchor: Launch"] },
);

function end(run: SimulatedRun): void {
  happens(run, () => run.close(run.step("Write").number, "ann"));
  happens(run, () => run.close(run.step("Make").number, "ed"));
}

/** A run that is over, on which people then write. */
function overRun(): SimulatedRun {
  const run = smallRun(handbook, { anchorDate: "2026-03-16" });
  end(run);
  expect(run.observed.run.state).toBe("closed");
  return run;
}
const says = (run: SimulatedRun, who: string, words: string) =>
  happens(run, () => run.comment(1, who, words));
const replies = (run: SimulatedRun) =>
  recordOf({ observed: run.observed, handbook: run.handbook, now: run.now })?.replies ?? [];
const words = (run: SimulatedRun) => replies(run).map(({ words: own }) => own);

describe("answers to the questions of a retrospective are found in a comment", () => {
  test.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      "by number",
      "1. The images.\n2) A legal check\n3: Say so",
      [
        ["held-up", "The images."],
        ["missing", "A legal check"],
        ["handbook", "Say so"],
      ],
    ],
    ["by number with the question again", "1. What held us up? The images.", [["held-up", "The images."]]],
    ["by a quoted question", "> 2. What was missing?\n\nA legal check", [["missing", "A legal check"]]],
    [
      "by a quoted question without its number",
      "> What held us up?\nThe agency\nand the holidays",
      [["held-up", "The agency\nand the holidays"]],
    ],
    [
      "by a heading",
      "### What should the handbook say?\n\nBrief them earlier",
      [["handbook", "Brief them earlier"]],
    ],
    [
      "by words in bold",
      "**What was missing?** A check\n\n**Held up**: images",
      [
        ["held-up", "images"],
        ["missing", "A check"],
      ],
    ],
    ["one question twice is one answer", "1. a\n\n1. b", [["held-up", "a\n\nb"]]],
    ["a question alone is no answer", "> 1. What held us up?\n> 2. What was missing?", []],
    ["what is quoted is nobody's answer", "1. mine\n> theirs", [["held-up", "mine"]]],
    ["none", "Well done, everybody! We had 3 people on it.", []],
    ["no fourth question", "4. What else?", []],
    ["nothing", "", []],
  ])("%s", (_how, body, expected) => {
    expect(readReplies(body).map((one) => [one.question, one.words])).toEqual(expected);
  });

  test("a very long answer is cut, and never in the middle of a sign", () => {
    const [reply] = readReplies(`1. ${"🙂".repeat(3000)}`);
    expect(reply?.words).toHaveLength(999);
    expect(reply?.words.isWellFormed()).toBe(true);
  });
});

describe("an answer counts", () => {
  test("from whoever has a part in the run, with the step it names and a sign that it was taken", () => {
    const run = overRun();
    says(run, "ed", "1. Make the images took long, see @everybody <b>\n2. A check");
    expect(replies(run)).toMatchObject([
      { question: "held-up", step: "art", by: "ed", words: "Make the images took long, see @everybody <b>" },
      { question: "missing", step: null, words: "A check" },
    ]);
    expect(replies(run)[0]?.comment.url).toBe(
      `${run.observed.run.url}#issuecomment-${replies(run)[0]?.comment.number}`,
    );
    expect(run.observed.run.comments.at(-1)).toMatchObject({ author: "ed", hasOurReaction: true });
    expect(run.settle()).toEqual([]);
  });

  test("by the number of a step's issue too", () => {
    const run = overRun();
    says(run, "ed", `1. #${run.step("Write").number} was late`);
    expect(replies(run)).toMatchObject([{ step: "text" }]);
  });

  test("as its comment reads now: edited, deleted, hidden, or changed by somebody else", () => {
    const run = overRun();
    says(run, "ed", "1. first");
    const change = (bend: object) =>
      run.update(1, (found) => ({
        ...found,
        comments: found.comments.map((one) => (one.author === "ed" ? { ...one, ...bend } : one)),
      }));
    const own = { at: run.now, by: "ed", byId: run.idOf("ed") };
    change({ body: "1. better", isEditedByPeople: true, edit: own });
    expect(words(run)).toEqual(["better"]);
    change({ isHidden: true });
    expect(words(run)).toEqual([]);
    change({ isHidden: undefined, edit: { ...own, by: "ann", byId: run.idOf("ann") } });
    expect(words(run)).toEqual([]);
    run.update(1, (found) => ({
      ...found,
      comments: found.comments.filter(({ author }) => author !== "ed"),
    }));
    expect(words(run)).toEqual([]);
    expect(run.settle()).toEqual([]);
  });

  test.each<[string, (run: SimulatedRun) => void, number]>([
    ["from a visitor: who is told so once", (run) => says(run, "eve", "1. you are slow"), 1],
    [
      "other words of a visitor: nothing is said",
      (run) => says(run, "eve", "I like what you all did here very much"),
      0,
    ],
    ["a thank-you", (run) => says(run, "ed", "Thanks all!"), 0],
    [
      "words to no question: a hint",
      (run) => says(run, "ed", "The images came late since the agency was away"),
      1,
    ],
  ])("not %s", (_what, act, said) => {
    const run = overRun();
    const before = run.said(1).length;
    act(run);
    expect(replies(run)).toEqual([]);
    expect(run.said(1)).toHaveLength(before + said);
    says(run, "ed", "And once more with many words to no question");
    says(run, "eve", "1. again");
    expect(run.said(1).length).toBeLessThanOrEqual(before + 2);
    expect(run.settle()).toEqual([]);
  });

  test("not before the run is over", () => {
    const run = smallRun(handbook, { anchorDate: "2026-03-16" });
    says(run, "ed", "1. Not over yet");
    end(run);
    expect(replies(run)).toEqual([]);
  });
});
