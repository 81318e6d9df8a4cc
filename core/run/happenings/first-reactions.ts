import type { StepId } from "../../definition/index.ts";
import type { ObservedIssue, ObservedReaction, ObservedRun } from "../observed/observed-run.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import { type Happening, learnt, nothing } from "./happening.ts";

/**
 * The signs that people left on a step without a word: a reaction to its issue or to a comment of ours on it, or a change of its text,
 * such as a tick in its checklist. The first of whoever has the step, since its turn came, is noted where the step asks for one in
 * a given time: a later edit, or a sign that is taken off, would hide it.
 */
export function firstReactions(
  step: StepId,
  issue: ObservedIssue,
  { reactions }: Pick<ObservedRun, "reactions">,
): Happening[] {
  const ours = issue.comments.filter(({ isOurs }) => isOurs);
  const signs = [issue.id, ...ours.map(({ id }) => id)].flatMap((id) => reactions?.get(id) ?? []);
  const edits: readonly ObservedReaction[] = issue.lastEdit === null ? [] : [issue.lastEdit];
  return [...signs, ...edits].map(({ at, by, byId }) => ({
    at,
    judge: ({ ledger }, state) => {
      const task = state.tasks.find((candidate) => candidate.step === step);
      const { readyAt, endedAt, people = [], definition } = task ?? {};
      if (definition?.respondMinutes === undefined || readyAt === undefined || endedAt !== undefined)
        return nothing;
      const isTheirs = people.some((person) => isSamePerson(person, by));
      const isKnown = ledger.entries.some(
        (entry) => entry.kind === "responded" && entry.step === step && entry.at >= readyAt,
      );
      return at < readyAt || !isTheirs || isKnown
        ? nothing
        : learnt({ kind: "responded", step, at, by, byId });
    },
  }));
}
