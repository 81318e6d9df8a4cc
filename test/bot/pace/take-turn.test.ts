import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gitHubLimits, type Turn, takeTurn } from "../../../bot/pace/take-turn.ts";
import { freshPace, type PaceState } from "../../../bot/ports/pace.ts";

const read: Turn = { isWrite: false, spacing: 1000, steps: 0, words: 0 };
const edit: Turn = { ...read, isWrite: true };
const comment: Turn = { ...edit, words: 1 };
const step = (run: string): Turn => ({ ...edit, steps: 1, run });
const hour = 3_600_000;
const start = 10 * hour;
const times = (count: number, at: number) => Array.from({ length: count }, () => at);

describe("a turn", () => {
  test.each<[string, Partial<PaceState>, Turn, boolean, number]>([
    ["a read goes at once", {}, read, true, 0],
    ["a read waits for the moment GitHub named", { notBefore: start + 500 }, read, false, 500],
    ["so does a write", { notBefore: start + 500 }, edit, false, 500],
    ["a moment that has passed holds nobody", { notBefore: start - 1 }, edit, true, 0],
    ["writes are a second apart", { lastWrite: start - 300 }, edit, true, 700],
    ["a comment finds the minute full", { creations: times(80, start - 10_000) }, comment, false, 50_000],
    [
      "a step leaves some of the minute to comments",
      { creations: times(70, start - 10_000) },
      step("a"),
      false,
      50_000,
    ],
    ["which take it", { creations: times(70, start - 10_000) }, comment, true, 0],
    ["a comment finds the hour full", { creations: times(500, start - hour / 2) }, comment, false, hour / 2],
    [
      "a step leaves some of the hour",
      { creations: times(440, start - hour / 2) },
      step("a"),
      false,
      hour / 2,
    ],
    ["an edit makes nothing", { creations: times(500, start - 10_000) }, edit, true, 0],
    ["what is an hour old does not count", { creations: times(500, start - hour) }, comment, true, 0],
    [
      "a run in line waits for the one before it",
      { line: [{ run: "b", expectedBy: start }] },
      step("a"),
      false,
      5_000,
    ],
    [
      "for less long where writes follow each other faster",
      { line: [{ run: "b", expectedBy: start }] },
      { ...step("a"), spacing: 100 },
      false,
      500,
    ],
    [
      "but not all the time where they do not wait at all",
      { line: [{ run: "b", expectedBy: start }] },
      { ...step("a"), spacing: 0 },
      false,
      50,
    ],
    ["not for one that was given up", { line: [{ run: "b", expectedBy: start - 1 }] }, step("a"), true, 0],
    ["comments do not stand in line", { line: [{ run: "b", expectedBy: start }] }, comment, true, 0],
  ])("%s", (_, state, turn, isTaken, wait) => {
    const { result } = takeTurn({ ...freshPace, ...state }, turn, start, gitHubLimits);
    expect(result).toEqual({ isTaken, at: start + wait });
  });

  test("with its last step a run leaves the line, and the next one's turn has come", () => {
    const first = takeTurn(freshPace, step("a"), start, gitHubLimits);
    const waits = takeTurn(first.state, step("b"), start, gitHubLimits);
    expect(waits.result).toEqual({ isTaken: false, at: start + 5000 });
    const last = takeTurn(waits.state, { ...step("a"), isLastStep: true }, start + 1000, gitHubLimits);
    const next = takeTurn(last.state, step("b"), start + 1000, gitHubLimits);
    expect(next.result).toEqual({ isTaken: true, at: start + 2000 });
  });

  test("never are more things made than GitHub allows, whoever asks in whatever order", () => {
    const asked = fc.record({
      pause: fc.nat(120_000),
      run: fc.constantFrom("a", "b", "c"),
      isStep: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 900 }), (list) => {
        let state: PaceState = freshPace;
        let now = start;
        const made: number[] = [];
        for (const { pause, run, isStep } of list) {
          now += pause % 300 === 0 ? pause : 0;
          const changed = takeTurn(state, isStep ? step(run) : comment, now, gitHubLimits);
          state = changed.state;
          if (changed.result.isTaken) made.push(changed.result.at);
        }
        for (const moment of made) {
          expect(
            made.filter((other) => other > moment - 60_000 && other <= moment).length,
          ).toBeLessThanOrEqual(80);
          expect(made.filter((other) => other > moment - hour && other <= moment).length).toBeLessThanOrEqual(
            500,
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
