import type { ProcessDefinition } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import { parseCommands } from "../commands/parse-commands.ts";
import type { RunInput } from "../decide.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { revisionOfSteps } from "../step-issue/index.ts";
import { keepersOf, mayAgree } from "./gate-override.ts";
import { readStartCommands } from "./read-start-commands.ts";

type Go = Extract<LedgerEntry, { kind: "go" }>;

/** A run that has begun and lost all its notes. */
export interface RestoredStart {
  /** When it began. */
  readonly startedAt: Instant;
  /** What was agreed to: that it begins, and that it goes on by a start form that was changed. */
  readonly agreed: readonly Go[];
  /** Who has changed the start form, and who has to say whether the run follows it as it stands; absent where nothing is to be asked. */
  readonly asks?: { readonly changedBy: string; readonly keepers: readonly string[] } | undefined;
}

/**
 * When a run began whose notes are gone, in the status comment and in its first step: when the oldest step was made. What it
 * began with is then read from its form once more; where somebody has changed that, it may name other approvers or answers by now, so
 * whoever answers for the process has to agree to it as it stands. All that people did since is still on GitHub, in closed issues and in
 * comments, and is read again from there.
 */
export function restoredStart(input: RunInput): Pick<RestoredStart, "startedAt"> | undefined {
  const { observed } = input;
  if (revisionOfSteps(observed) === undefined) return undefined;
  const [startedAt] = observed.steps
    .filter(({ isOurs }) => isOurs)
    .map(({ createdAt }) => createdAt)
    .sort();
  return startedAt === undefined ? undefined : { startedAt };
}

/** The same with what was agreed to, and what is still to be. */
export function withAgreement(
  { startedAt }: Pick<RestoredStart, "startedAt">,
  definition: ProcessDefinition,
  input: RunInput,
): RestoredStart {
  const { run } = input.observed;
  const begun = goBefore(startedAt, input);
  const { lastEdit, isEditedByPeople } = run;
  if (lastEdit === null || !isEditedByPeople || isChildRun(run)) return { startedAt, agreed: begun };
  const keepers = keepersOf(definition, input);
  const again = goAfter(lastEdit.at, keepers, input);
  return again === undefined
    ? { startedAt, agreed: begun, asks: { changedBy: lastEdit.by, keepers } }
    : { startedAt, agreed: [...begun, again] };
}

/** The `/go` that a run began with, so that it is not answered once more. */
function goBefore(startedAt: Instant, input: RunInput): readonly Go[] {
  const { go } = readStartCommands(input, { goAfter: -1 }, undefined);
  return go !== undefined && go.at <= startedAt ? [go] : [];
}

/** The `/go` of a keeper since the form was changed last. */
function goAfter(changedAt: Instant, keepers: readonly string[], { observed }: RunInput): Go | undefined {
  const found = observed.run.comments.find(
    ({ author, body, createdAt, isByApp, isByOurAccount, isEditedByPeople }) =>
      createdAt > changedAt &&
      !isByApp &&
      !isByOurAccount &&
      !isEditedByPeople &&
      parseCommands(body).commands.some(({ name }) => name === "go") &&
      mayAgree(author, keepers, observed),
  );
  if (found === undefined) return undefined;
  const { author, authorId, createdAt, number } = found;
  return { kind: "go", at: createdAt, by: author, byId: authorId, comment: number };
}
