import { withAnchorDate } from "../../form/index.ts";
import { readMarker } from "../notes/index.ts";
import { childProcess } from "./child-process.ts";
import { factsBlock, factsEnd, factsFingerprint, factsKind, factsStart } from "./facts-block.ts";
import { stepIssueBody } from "./step-issue-body.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";
import { stepMarker } from "./step-marker.ts";

/**
 * The body with its facts brought up to date; the same text when they are. Only the block of facts is touched, so
 * that ticked boxes and anything people added stay. A block that is gone comes back, and so does a body that was wiped, below
 * whatever stands in its place.
 */
export function withCurrentFacts(body: string, facts: StepIssueFacts): string {
  const start = body.indexOf(factsStart);
  const end = body.indexOf(factsEnd, start);
  if (start < 0 || end < 0) return restored(body, facts);
  const present = body.slice(start, end + factsEnd.length);
  const wanted = isUpToDate(present, facts) ? present : factsBlock(facts);
  const child = childProcess(facts);
  const rest = body.slice(start + present.length);
  const wantedRest = child ? withAnchorDate(rest, child, facts.task.dueDate) : rest;
  if (present === wanted && wantedRest === rest) return body;
  return body.slice(0, start) + wanted + wantedRest;
}

/**
 * Whether a block says what it should. What only we wrote is compared by its facts, so that other words of a newer program do not
 * write every step anew; what people have touched is compared word for word.
 */
function isUpToDate(present: string, facts: StepIssueFacts): boolean {
  if (facts.task.issue?.isEditedByPeople === false)
    return readMarker(factsKind, present) === factsFingerprint(facts);
  // A body edited on GitHub's pages comes back with Windows line ends.
  return present.replaceAll("\r\n", "\n") === factsBlock(facts);
}

function restored(body: string, facts: StepIssueFacts): string {
  const { task, ledger, observed } = facts;
  const hasRest = body.includes(stepMarker(observed.run.number, task.step, ledger.revision));
  const left = body.replaceAll(factsStart, "").replaceAll(factsEnd, "").trim();
  const whole = hasRest ? factsBlock(facts) : stepIssueBody(facts);
  if (hasRest) return `${whole}\n\n${left}`;
  return left === "" ? whole : `${left}\n\n${whole}`;
}
