import type { Handbook } from "../../core/definition/index.ts";
import { describeProposal } from "../../core/learning/index.ts";
import type { Suggestions } from "../propose/suggestions.ts";

/** The same for programs: every process, whether or not its runs suggest something. */
export function suggestionsAsJson(all: readonly Suggestions[], roles: Handbook["roles"]): string {
  const found = all.map(({ definition, records, steps, proposals, decisions, replies }) => ({
    process: definition.id,
    runs: records.length,
    steps,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      sentence: describeProposal(proposal, { definition, roles }),
    })),
    decisions,
    replies,
  }));
  return `${JSON.stringify(found, null, 2)}\n`;
}
