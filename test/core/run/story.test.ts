import { describe, expect, test } from "vitest";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { SimulatedRun, withoutNotes } from "./simulated-run.ts";

const handbook = handbookOf(shippedFiles());

function startBlogPost(anchorDate = "2026-12-18"): SimulatedRun {
  const run = new SimulatedRun({
    handbook,
    process: "publish-blog-post",
    anchorDate,
    now: "2026-11-02T09:00:00Z",
    answers: { topic: "How to choose a CRM" },
  });
  run.settle();
  return run;
}

describe("a blog post from start to retrospective", () => {
  test("reads as a person would want to read it", async () => {
    const run = startBlogPost();
    run.close(run.step("Settle the idea").number, "demo-lena");
    run.settle("2026-11-17T10:00:00Z");
    run.settle("2026-11-22T17:00:00Z");
    run.close(run.step("Choose the keywords").number, "demo-ines");
    run.settle("2026-11-25T10:00:00Z");
    run.close(run.step("Write the outline").number, "demo-jonas");
    run.settle("2026-11-30T10:00:00Z");
    const approval = run.step("Approve the outline").number;
    run.close(approval, "demo-jonas");
    run.settle();
    run.comment(approval, "demo-jonas", "/approve");
    run.settle();
    run.comment(approval, "demo-ines", "/changes The main keyword is missing from the title.");
    run.settle();
    run.close(run.step("Write the outline").number, "demo-jonas");
    run.settle("2026-12-02T10:00:00Z");
    run.comment(approval, "demo-ines", "/approve");
    run.settle();
    run.comment(approval, "demo-sofia", "Well done!\n\n/approve");
    run.settle("2026-12-03T10:00:00Z");
    run.settle("2026-12-15T10:00:00Z");
    run.comment(1, "demo-lena", "/hand-to draft @demo-lena Jonas is ill");
    run.settle();
    run.close(run.step("Write the draft").number, "demo-lena");
    run.settle("2026-12-16T10:00:00Z");
    run.comment(run.step("Make the images").number, "demo-mira", "/skip the images of the last article fit");
    run.settle();
    run.close(run.step("Prepare the social posts").number, "demo-paul");
    run.settle("2026-12-17T10:00:00Z");
    run.close(run.step("Publish and check the live page").number, "demo-jonas");
    run.settle("2026-12-21T10:00:00Z");

    const pages = [run.observed.run, ...run.observed.steps].map((issue) =>
      [
        `# #${issue.number} ${issue.title} [${issue.state}, ${issue.stateReason ?? "new"}] ${issue.assignees.join(", ")}`,
        withoutNotes(issue.body),
        ...issue.comments.map((comment) => `---- ${comment.author}\n${withoutNotes(comment.body)}`),
      ].join("\n\n"),
    );
    await expect(pages.join("\n\n\n")).toMatchFileSnapshot("../../cases/blog-post-run.md");
    expect(run.observed.run.state).toBe("closed");
  });
});
