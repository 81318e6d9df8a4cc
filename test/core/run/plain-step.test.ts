import { describe, expect, test } from "vitest";
import { asksForProcess } from "../../../core/run/index.ts";
import { isPlainStep } from "../../../core/run/observed/is-plain-step.ts";
import type { ObservedIssue } from "../../../core/run/observed/observed-run.ts";
import { stepMarker } from "../../../core/run/step-issue/step-marker.ts";
import { withNoteLast } from "../../../core/run/step-issue/with-note-last.ts";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const note = stepMarker(1, "draft", "a".repeat(40));
const form = "### Process\n\narticle\n\n### Start date\n\n2026-03-02";

describe("the text of a step asks for a process", () => {
  test.each([
    ["by a form behind the note of the step", `Write it.\n\n${note}\n\n${form}`, true],
    ["not by a form before it", `${form}\n\n${note}`, false],
    ["not without a form", `Write it.\n\n${note}`, false],
    ["not without a note", `Write it.\n\n${form}`, false],
  ])("%s", (_name, body, asks) => {
    expect(asksForProcess(body)).toBe(asks);
  });

  test("no more once the note stands behind what people pasted, and that stays as it was", () => {
    const written = withNoteLast(`Write it.\n\n${note}\n\n${form}`);
    expect(asksForProcess(written)).toBe(false);
    expect(written).toBe(`Write it.\n\n${form}\n\n${note}`);
    expect(withNoteLast(written)).toBe(written);
  });
});

describe("a step that somebody made of an issue of their own", () => {
  const joinedAt = "2026-03-02T09:00:00Z";
  const before = { at: "2026-03-02T08:59:00Z", by: "ann", byId: null };
  const after = { ...before, at: "2026-03-02T09:01:00Z" };

  function joined(bent: Partial<ObservedIssue>): ObservedIssue {
    const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +3d"]));
    const [comment] = run.observed.run.comments;
    if (comment === undefined) throw new Error("It has no comment.");
    const key = Buffer.from(JSON.stringify("added by hand")).toString("base64");
    const word = {
      ...comment,
      body: `It is a step now.\n\n<!-- handrail:said ${key} -->`,
      createdAt: joinedAt,
    };
    const own = { isOurs: false, writtenBody: "", body: "Red ones.", comments: [word], lastEdit: null };
    return { ...run.step("Draft"), ...own, ...bent };
  }

  test.each([
    ["is one", {}, true],
    ["is one with a form that came into it since", { body: form, lastEdit: after }, true],
    ["is a start where it was written as one", { body: form }, false],
    ["is a start where it became one before", { body: form, lastEdit: before }, false],
    ["is none before it was told so", { comments: [] }, false],
    ["is one before it was told so where it is below a run", { comments: [], belowRunSince: joinedAt }, true],
    [
      "is one with a form that came between",
      { body: form, lastEdit: { ...before, at: "2026-03-02T08:59:30Z" }, belowRunSince: before.at },
      true,
    ],
    [
      "is a start where it was one before it was put below a run",
      { body: form, lastEdit: before, belowRunSince: joinedAt },
      false,
    ],
    ["is one since it was told so, wherever it was put after that", { belowRunSince: after.at }, true],
  ])("%s", (_name, bent, isStep) => {
    expect(isPlainStep(joined(bent))).toBe(isStep);
  });

  test("is a run where it has been answered as a start", () => {
    const { comments } = joined({});
    const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +3d"]));
    const answered = [...comments, ...run.observed.run.comments];
    expect(isPlainStep(joined({ body: form, lastEdit: after, comments: answered }))).toBe(false);
  });
});
