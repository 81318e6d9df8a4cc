import type { ObservedIssue } from "../../../core/run/index.ts";
import { type SimulatedRun, withoutNotes } from "./simulated-run.ts";

/** All that people see of a run, by issue; in an order that does not tell which of several things was written first. */
export function seenByPeople({ observed: { run, steps } }: SimulatedRun): readonly unknown[] {
  const titles = new Map([run, ...steps].map(({ number, title }) => [number, title]));
  return [run, ...steps].map((issue) => seenOf(issue, titles)).sort((a, b) => (a.title < b.title ? -1 : 1));
}

function seenOf(issue: ObservedIssue, titles: ReadonlyMap<number, string>) {
  const { title, state, stateReason, dating, comments } = issue;
  const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    title,
    body: withoutNotes(issue.body),
    state,
    // Whether a run that goes on was opened again, or never closed, is nothing that anybody minds.
    reason: state === "open" ? null : stateReason,
    date: dating?.date,
    labels: sorted(issue.labels),
    assignees: sorted(issue.assignees),
    blockedBy: sorted(issue.blockedBy.map((number) => titles.get(number) ?? "")),
    comments: comments
      .map(({ author, body, hasOurReaction, isSetAside }) =>
        [author, withoutNotes(body), ...(hasOurReaction ? ["+1"] : []), ...(isSetAside ? ["eyes"] : [])].join(
          "\n",
        ),
      )
      .sort(),
  };
}
