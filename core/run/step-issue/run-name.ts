import { plainTitle } from "./plain-title.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/** What a run is called, without the process: what its title adds to it, else the first text its form was given. */
export function runName({
  definition,
  ledger,
  observed,
}: Pick<StepIssueFacts, "definition" | "ledger" | "observed">): string {
  const title = plainTitle(observed.run.title);
  const opening = `${definition.title}:`;
  const name = title.startsWith(opening) ? title.slice(opening.length).trim() : title;
  if (name !== "" && name !== definition.title) return name;
  const field = definition.ask.find(({ id, type }) => type === "text" && ledger.answers.get(id));
  return plainTitle((field && ledger.answers.get(field.id)) ?? "").slice(0, 80);
}
