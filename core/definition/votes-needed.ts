import type { Step } from "./process-definition.ts";

/** How many approvers have to agree for an approval to be given; never more than there are. */
export function votesNeeded({ policy, approvers }: Pick<Step, "policy" | "approvers">): number {
  if (policy === "all") return approvers.length;
  return Math.min(policy === "any" ? 1 : policy, approvers.length);
}
