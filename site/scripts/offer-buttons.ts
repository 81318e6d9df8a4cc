import type { CivilDate } from "../../core/calendar/index.ts";
import type { NearDates, RunPlan } from "../../core/plan/index.ts";
import { siteText } from "../../core/text/index.ts";

const words = siteText.dates;

/**
 * Buttons that take another date instead, with why, or without where there is no room for it; `startPlanner` hears them. None where
 * the date is good.
 */
export function offerButtons(plan: RunPlan, near: NearDates, isShort: boolean = false): HTMLButtonElement[] {
  return [...offersOf(plan, near)].map(([date, label]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "action";
    button.dataset["planTake"] = date;
    button.textContent = isShort ? words.take(date) : label;
    return button;
  });
}

/** Dates to take instead, with their words: the earliest where something would be past, and the good ones on either side. */
function offersOf(plan: RunPlan, { before, after }: NearDates): Map<CivilDate, string> {
  const { anchorDate, earliestAnchorDate: earliest, warnings } = plan;
  const offers = new Map<CivilDate, string>();
  if (before !== undefined) offers.set(before, words.nearBefore(before));
  if (after !== undefined) offers.set(after, words.nearAfter(after));
  if (earliest !== anchorDate && warnings.some(({ id }) => id === "past-due"))
    offers.set(earliest, words.earliest(earliest));
  return offers;
}
