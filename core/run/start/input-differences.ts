import type { ProcessDefinition } from "../../definition/index.ts";
import { formFields, readStartForm, splitFormBody } from "../../form/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ObservedRun } from "../observed/observed-run.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { currentAnchorDate } from "../state/current-anchor-date.ts";

/** An answer of the start form that no longer says what the run began with. */
export interface InputDifference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What somebody changed in the start form after the run began. It is shown, never obeyed: whoever can edit the issue
 * could otherwise change a run that others have agreed to. A form that nobody but the bot has written has none, and the date that
 * the run has by now is no other.
 */
export function inputDifferences({
  ledger,
  definition,
  handbook,
  observed,
}: {
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly observed: ObservedRun;
}): InputDifference[] {
  if (observed.run.isByOurAccount && !observed.run.isEditedByPeople) return [];
  const fields = formFields(definition);
  const typed = splitFormBody(
    observed.run.body,
    fields.map(({ label }) => label),
  );
  const reading = readStartForm(observed.run.body, definition, handbook.handbook.roles);
  // An answer may be written in several ways, such as `Yes` for `yes`; it counts as it was understood.
  const understood = reading.ok
    ? new Map([...reading.request.answers, ["anchor-date", reading.request.anchorDate]])
    : undefined;
  // A newer text may ask otherwise; whoever filled in the form answered what was asked then.
  const isUpgraded = ledger.entries.some(({ kind }) => kind === "upgraded");
  return fields.flatMap(({ id, label }) => {
    if (id === "people" || (isUpgraded && !typed.has(label))) return [];
    const before = beforeOf(id, ledger);
    const after = understood?.get(id) ?? typed.get(label) ?? "";
    const isSame = before === after || (id === "anchor-date" && after === currentAnchorDate(ledger));
    return isSame ? [] : [{ label, before: before || "–", after: after || "–" }];
  });
}

function beforeOf(id: string, ledger: Ledger): string {
  if (id === "process") return ledger.process;
  if (id === "anchor-date") return ledger.anchorDate;
  return ledger.answers.get(id) ?? "";
}
