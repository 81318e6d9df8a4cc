import type { CivilDate } from "../calendar/index.ts";
import type { ProcessId } from "../definition/index.ts";
import type { CheckedHandbook } from "../handbook/index.ts";
import { losesFourEyes } from "./approval-changes.ts";
import { type ChangeWeight, changeWeights } from "./change-weight.ts";
import { handbookChanges, type RoleEntry } from "./handbook-changes.ts";
import { isHeldByOthers } from "./is-held-by-others.ts";
import { type ProcessMeaning, processMeaning } from "./process-meaning.ts";
import { type SettingChanged, settingChanges } from "./setting-changes.ts";

/** What a change of a handbook means. */
export interface HandbookMeaning {
  /** What takes away from approvals comes first, then what weighs most, then by title. */
  readonly processes: readonly ProcessMeaning[];
  readonly roles: readonly RoleEntry[];
  /** What became of the settings that all processes take from. */
  readonly settings: readonly SettingChanged[];
  /** Whether people may approve their own work from now on, in the whole handbook. */
  readonly losesFourEyes: boolean;
  /** Whether changes of processes wait no longer for whoever looks after them. */
  readonly losesOwnerApproval: boolean;
  /** Processes with mistakes on one side, so that nothing can be said of them. */
  readonly unreadable: readonly ProcessId[];
  /** That of the weightiest change; null where nothing changed that matters. */
  readonly weight: ChangeWeight | null;
}

/** What became of a handbook means this; all empty where nothing changed that matters. `today` dates the examples. */
export function handbookMeaning(
  before: CheckedHandbook,
  after: CheckedHandbook,
  today: CivilDate,
): HandbookMeaning {
  const unreadable = [...new Set([...before.broken, ...after.broken])].sort();
  const changes = handbookChanges(before.handbook, after.handbook, (id) => !unreadable.includes(id));
  const facts = { before: before.handbook, after: after.handbook, today };
  const processes = changes.processes.map((entry) => processMeaning(entry, facts)).sort(weightiestFirst);
  const weights = new Set(processes.map(({ weight }) => weight));
  const fourEyes = losesFourEyes(before.handbook, after.handbook);
  const waits = ({ handbook }: CheckedHandbook) => handbook.config.changes.ownerApproval;
  const ownerApproval = waits(before) && !waits(after);
  const isInOtherHands = changes.roles.some(isHeldByOthers);
  return {
    processes,
    roles: changes.roles,
    settings: settingChanges(before.handbook, after.handbook),
    losesFourEyes: fourEyes,
    losesOwnerApproval: ownerApproval,
    unreadable,
    weight:
      fourEyes || ownerApproval || isInOtherHands
        ? "material"
        : (changeWeights.find((weight) => weights.has(weight)) ?? null),
  };
}

function weightiestFirst(a: ProcessMeaning, b: ProcessMeaning): number {
  return rankOf(a) - rankOf(b) || (a.entry.title < b.entry.title ? -1 : 1);
}

function rankOf({ approvals, weight }: ProcessMeaning): number {
  const takesAway = approvals.some(({ kind }) => kind !== "gained");
  return takesAway ? 0 : 1 + changeWeights.indexOf(weight);
}
