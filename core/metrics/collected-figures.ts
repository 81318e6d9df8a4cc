import { readAmount, sumOfAmounts } from "../amount.ts";
import type { CollectType } from "../definition/index.ts";
import { text } from "../text/index.ts";
import { type MiddleFigure, middleOf } from "./figure.ts";
import type { RunRecord } from "./run-record.ts";

/** What runs have entered under one name in one unit: hours, an amount of one currency, or a plain number. */
export interface CollectedFigure {
  readonly id: string;
  /** As it was called last. */
  readonly label: string;
  readonly type: CollectType;
  /** A currency such as `CHF`; `h` for hours; empty for a plain number. */
  readonly unit: string;
  /** Of all runs together. */
  readonly total: number;
  /** Of one run, over those that say it; what several steps of a run enter under the name is added up. */
  readonly perRun: MiddleFigure;
  /** How many runs there are in all; `perRun.n` of them say it. */
  readonly of: number;
}

/** One value with what it counts in. */
interface Amount {
  readonly id: string;
  readonly label: string;
  readonly type: CollectType;
  readonly unit: string;
  readonly amount: number;
}

/**
 * What some runs have entered, name by name in the order first met. Two currencies under one name are two figures, one after the other: nothing is ever
 * changed from one into the other. Texts, links, dates and choices are not added up, so they are not here.
 */
export function collectedFigures(runs: readonly RunRecord[]): CollectedFigure[] {
  const amounts = runs.map(amountsOf);
  const byName = [...Map.groupBy(amounts.flat(), ({ id }) => id).values()];
  return byName
    .flatMap((all) => [...Map.groupBy(all, keyOf)])
    .map(([key, own]) => {
      const sums = amounts.flatMap((run) => {
        const same = run.filter((amount) => keyOf(amount) === key);
        return same.length === 0 ? [] : [sumOfAmounts(same)];
      });
      const { id, label, type, unit } = own.at(-1) as Amount;
      const perRun = middleOf(sums, text.figures.collected);
      return { id, label, type, unit, total: sumOfAmounts(own), perRun, of: runs.length };
    });
}

/** The sums of one run, as `collectedFigures` has them for many. */
function amountsOf({ tasks }: RunRecord): Amount[] {
  return tasks.flatMap(({ collected = [] }) => collected.flatMap(amountOf));
}

function amountOf({
  id,
  label,
  type,
  value,
}: NonNullable<RunRecord["tasks"][number]["collected"]>[number]): Amount[] {
  if (type !== "hours" && type !== "number" && type !== "money") return [];
  const noted = readAmount(value);
  if (!noted || (type === "money") !== (noted.currency !== "")) return [];
  return [{ id, label, type, unit: type === "hours" ? "h" : noted.currency, amount: noted.amount }];
}

function keyOf({ id, type, unit }: Amount): string {
  return JSON.stringify([id, type, unit]);
}
