import { wallTimeAt } from "../../calendar/index.ts";
import { text } from "../../text/index.ts";
import type { RunIssues } from "../observed/observed-run.ts";
import { hasSaid, sayOnce } from "../said.ts";
import type { Change } from "./change.ts";

const key = "put-off";

/**
 * The word on a run whose steps cannot all be made yet, since GitHub lets its accounts make only so much in a while. It is said
 * once a run. `until` is an ISO instant; `timeZone` the handbook's.
 */
export function putOffNotice({ run }: RunIssues, until: string, timeZone: string): Change[] {
  if (hasSaid(key, run)) return [];
  const words = text.runComments.putOff(wallTimeAt(until, timeZone));
  return [{ kind: "post-comment", issue: run.number, body: sayOnce(key, words) }];
}
