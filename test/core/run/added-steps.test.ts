import { beforeEach, describe, expect, test } from "vitest";
import { text } from "../../../core/text/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook(
  [
    "id: draft, title: Draft, role: author, due: -10bd",
    "id: publish, title: Publish, role: editor, due: 0d",
    "id: tell, title: Tell, role: author, duration: 1bd",
  ],
  { head: ["anchor: Publish date"] },
);
let run: SimulatedRun;
beforeEach(() => {
  run = smallRun(handbook, { anchorDate: "2026-03-30" });
});
const says = (body: string) => happens(run, () => run.comment(1, "stan", body));

test("a step beyond what GitHub lets a run have is refused in words, and counted before it is asked for", () => {
  const lines = Array.from({ length: 98 }, (_, at) => `id: step-${at}, title: Step ${at}, role: author`);
  run = smallRun(smallHandbook(lines));
  const add = (title: string) => `/add "${title}" @law 2026-03-26 our lawyer asked for it`;
  says([add("One"), add("Two"), add("Three")].join("\n\n"));
  expect(run.observed.steps).toHaveLength(100);
  expect(run.said(1).at(-1)).toContain("as many steps as GitHub lets it have, a hundred");
  says(add("Four"));
  expect(run.observed.steps).toHaveLength(100);
  expect(run.decide()).toEqual([]);
});

describe("a step added to a run", () => {
  test("takes its place in the order", () => {
    says('/add "Check the law" @law 2026-03-24 after draft before publish our lawyer asked for it');
    expect(run.step("Check the law").body).toContain("Waits for **Draft**");
    expect(run.step("Publish").body).toContain("Waits for **Draft** and **Check the law**");
    happens(run, () => run.close(2, "ann"));
    expect(run.said(5).at(-1)).toContain("@law, it is your turn: **Check the law**");
    expect(run.said(3)).toEqual([]);
    happens(run, () => run.close(5, "law"));
    expect(run.said(3).at(-1)).toContain("@ed, it is your turn: **Publish**");
    expect(run.decide()).toEqual([]);
  });

  test("asks for a reason with the whole line, so that its place is not lost", () => {
    const line = '/add "Check the law" @law 2026-03-24 after draft before publish';
    says(line);
    expect(run.said(1).at(-1)).toContain(`\`${line} our lawyer asked for it\``);
  });

  test("moves with the run, by as many business days", () => {
    says("/add Check the law @law 2026-03-26 our lawyer asked for it");
    says("/move 2026-04-13 the fair was moved");
    expect(run.step("Check the law").body).toContain("**Due Thursday 9 April 2026**");
  });

  test("moves what follows it without a date of its own", () => {
    says("/add Check the law @law 2026-04-01 before tell our lawyer asked for it");
    expect(run.step("Tell").body).toContain("**Due Thursday 2 April 2026**");
  });

  test.each([
    ["a step that is not there", "after drft why", "`drft` is none of the steps here"],
    ["the wrong way round", "after publish before draft why", "comes first already"],
    ["before itself", "after #2 before #2 why", "comes first already"],
  ])("is refused after %s", (_name, order, refusal) => {
    says(`/add Check the law @law 2026-03-26 ${order}`);
    expect(run.said(1).at(-1)).toContain(refusal);
    expect(run.observed.steps).toHaveLength(3);
  });

  test("is refused before what is over", () => {
    happens(run, () => run.close(2, "ann"));
    says("/add Check the law @law 2026-03-26 before draft why");
    expect(run.said(1).at(-1)).toContain("`draft` is over");
  });
});

test("whoever has taken the last place is not told later that there was none", () => {
  const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +1d"]));
  run.observed = { ...run.observed, foreignSteps: 98 };
  happens(run, () => undefined);
  run.now = "2026-03-02T09:00:00Z";
  run.comment(
    1,
    "stan",
    "/add Ask the printer @tim 2026-03-06 he knows it\n/add Ask him again @tim 2026-03-06 he may",
  );
  const changes = run.decide();
  run.carryOut(changes.slice(0, changes.findIndex(({ kind }) => kind === "create-step") + 1));
  run.settle();
  const refused = run.said(1).filter((words) => words.includes(text.run.noRoomForSteps.text));
  expect(refused).toHaveLength(1);
  expect(refused[0]?.split(text.run.noRoomForSteps.text)).toHaveLength(2);
});
