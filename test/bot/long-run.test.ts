import { expect, test } from "vitest";
import { differentWords } from "../core/run/different-words.ts";
import { articleHandbook, formBody, openTestWorld } from "./world.ts";

const steps = 100;
const comments = 20;

/** Three weeks in which nothing reached the bot: everything is taken in by one sweep, little by little. */
test("a run of 100 tasks, 200 departures with reasons of 1,000 characters and no webhook at all lives to its retrospective", async () => {
  const world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: articleHandbook(
      Array.from(
        { length: steps },
        (_, at) => `id: step-${at}, title: Step ${at}., role: author, duration: 1bd`,
      ),
    ),
  });
  try {
    const jonas = world.as("demo-jonas");
    const form = formBody({ Process: "article", "Publish date": "2026-12-18", People: "" });
    const run = await jonas.open("An article", form, ["handrail:run"]);
    world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 10_000 }]);
    for (let comment = 0; comment < comments; comment += 1) {
      const lines = Array.from({ length: 10 }, (_, index) => {
        const at = comment * 10 + index;
        return `/due step-${50 + (at % 50)} 2027-0${6 + (comment % 3)}-${10 + index} ${differentWords(at, 980)}`;
      });
      await jonas.comment(run, lines.join("\n\n"));
    }
    await world.sweep();
    const noted = (await world.sandbox.state.issues.get(run))?.comments ?? [];
    expect(
      noted.filter(
        ({ author, body }) => author.login === "handrail[bot]" && body.startsWith("@demo-jonas: "),
      ),
    ).toHaveLength(comments);
    for (let at = 0; at < steps; at += 1) await jonas.close(run + 1 + at);
    await world.sweep();
    const { state, comments: said } = await world.issue(run);
    expect(state).toBe("closed");
    expect(said.filter((words) => words.includes("how it went"))).toHaveLength(1);
    expect(said.join("\n")).toContain("200 departures from the plan");
    expect(world.sandbox.defects()).toEqual([]);
  } finally {
    await world.close();
  }
}, 120_000);
