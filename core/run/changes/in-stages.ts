import { isStatusComment } from "../ledger/status-marker.ts";
import type { Change } from "./change.ts";

/**
 * Changes parted into requests, in order. What follows in one request is carried out even when something before it failed, so
 * whatever rests on something else having held comes in a later one: the ledger before all else and with nothing but what
 * tells nobody anything and can be told from the ledger again; labels before what carries them, words before what can no longer be told once it is changed, each step's issue by itself, what is taken off the run when nothing waits for it, the sign on a comment
 * after its answer, and the end of the run after everything. No request holds more than `most` changes.
 */
export function inStages(changes: readonly Change[], run: number, most: number): Change[][] {
  const stages: Change[][] = [];
  let before: string | undefined;
  for (const change of changes) {
    const stage = stageOf(change, run);
    const last = stages.at(-1);
    if (last && goesWith(stage, before) && last.length < most) last.push(change);
    else stages.push([change]);
    before = stage;
  }
  return stages;
}

const standsAlone: readonly string[] = ["ledger", "step", "end"];

function goesWith(stage: string, before: string | undefined): boolean {
  if (stage === "create-label" && before === "ledger") return true;
  if (stage === "quiet") return ["ledger", "create-label", "issues", "quiet"].includes(before ?? "");
  return stage === before && !standsAlone.includes(stage);
}

function stageOf(change: Change, run: number): string {
  switch (change.kind) {
    case "post-comment":
    case "edit-comment":
      return isStatusComment(change) ? "ledger" : change.kind;
    case "create-step":
      return "step";
    case "create-label":
    case "react":
      return change.kind;
    case "edit-issue":
    case "link-blocked-by":
      return "quiet";
    case "close-issue":
      return change.issue === run ? "end" : "issues";
    case "unlink-sub-issue":
      return "off";
    default:
      return "issues";
  }
}
