import type { Ledger } from "../ledger/ledger.ts";

type StartInputs = Pick<Ledger, "process" | "anchorDate" | "answers" | "peopleByRole">;

/** Whether two starts were asked for alike; what the plan made of it, and when, plays no part. */
export function isSameStart(waiting: Ledger, inputs: StartInputs): boolean {
  const wordsOf = ({ process, anchorDate, answers, peopleByRole }: StartInputs) =>
    JSON.stringify([process, anchorDate, [...answers], [...peopleByRole]]);
  return wordsOf(waiting) === wordsOf(inputs);
}
