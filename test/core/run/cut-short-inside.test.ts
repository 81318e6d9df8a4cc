import { expect, test } from "vitest";
import { RunsBeside } from "./runs-beside.ts";
import { withoutNotes } from "./simulated-run.ts";

/** What people do to a run with two others in it that concerns more than one of them. */
const acts: [string, (runs: RunsBeside) => void][] = [
  ["the run above is moved", (runs) => runs.comment("", "stan", "/move 2026-06-08 the hall is free later")],
  [
    "it is moved to an earlier day",
    (runs) => runs.comment("", "stan", "/move 2026-04-01 it is free earlier"),
  ],
  ["a run inside is given another date", (runs) => runs.comment("", "stan", "/due article 2026-06-04 later")],
  ["a run inside is moved by itself", (runs) => runs.comment("Article", "stan", "/move 2026-06-05 later")],
  ["a run inside is cancelled", (runs) => runs.comment("Article", "stan", "/cancel not now")],
  ["a run inside is closed", (runs) => runs.close("Article", "stan", "completed")],
  ["a run inside is left out", (runs) => runs.comment("", "stan", "/skip article we have one")],
  ["a run inside is handed on", (runs) => runs.comment("", "stan", "/hand-to article @zoe she knows")],
  ["the run above is cancelled", (runs) => runs.comment("", "stan", "/cancel not now")],
  ["a step is done in a run inside", (runs) => runs.close("Draft", "ann", "completed")],
];

const lastLook = /<sub>.*<\/sub>/s;

/** All that people see of each issue, without when it was looked at last. */
function seenByPeople(runs: RunsBeside): readonly unknown[] {
  return runs.issues().map(({ title, state, body, assignees, labels, dating, comments }) => ({
    title,
    state,
    body: withoutNotes(body),
    assignees: assignees.toSorted(),
    labels: [...new Set(labels)].sort(),
    date: dating?.date,
    comments: comments
      .map(
        ({ author, hasOurReaction, ...comment }) =>
          `${author} ${hasOurReaction} ${withoutNotes(comment.body).replace(lastLook, "")}`,
      )
      .sort(),
  }));
}

test.each(acts)("%s: the same is said whichever run has only its notes written", (_what, act) => {
  const begin = () => {
    const runs = new RunsBeside();
    runs.pass(1);
    act(runs);
    return runs;
  };
  const calm = begin();
  calm.settle();
  for (const place of [0, 1, 2]) {
    const runs = begin();
    runs.cutShort(place, 1);
    runs.settle();
    expect(seenByPeople(runs), `run ${place}`).toEqual(seenByPeople(calm));
  }
});
