import { parseCivilDate } from "../../core/calendar/index.ts";
import type { NearDates, RunPlan } from "../../core/plan/index.ts";
import { siteText } from "../../core/text/index.ts";
import type { PlannerHandbook, PlannerProcess } from "../data/planner-data.ts";
import { fillPlanTable } from "./fill-plan-table.ts";
import { offerButtons } from "./offer-buttons.ts";
import { planInBrowser } from "./plan-in-browser.ts";
import { todayIn } from "./today-in.ts";

/** The date planner of one page: the same plan as everywhere else, made in the browser on the reader's own day. */
export interface DatePlanner {
  /** Works out the plan for a date and the answers known so far, and shows it. A text that is no date does nothing. */
  show(date: string, answers: ReadonlyMap<string, string>): void;
  /** Shows the plan for the earliest date that leaves time for every step, and gives that date. */
  showEarliest(answers: ReadonlyMap<string, string>): string;
}

/** Fetches what the planner needs: the handbook's calendar and people, and the process of the page. */
export async function openDatePlanner(section: HTMLElement, base: string): Promise<DatePlanner> {
  const [handbook, subject] = await Promise.all([
    fetchJson<PlannerHandbook>(`${base}planner.json`),
    fetchJson<PlannerProcess>(`${base}processes/${section.dataset["planner"]}/plan.json`),
  ]);
  const { anchor } = subject.definition;
  const today = () =>
    parseCivilDate(todayIn(handbook.timeZone, new Date()) ?? section.dataset["today"] ?? "");
  function show(date: string | undefined, answers: ReadonlyMap<string, string>): string {
    const [anchorDate, day] = [date === undefined ? undefined : parseCivilDate(date), today()];
    if (day === undefined || (date !== undefined && anchorDate === undefined)) return date ?? "";
    const { plan, table, near, ics, csv } = planInBrowser(handbook, subject, {
      today: day,
      anchorDate,
      answers,
    });
    fillPlanTable(section, table, plan, near, anchor);
    offer(section, "ics", "text/calendar", ics);
    offer(section, "csv", "text/csv", csv);
    const hint = document.querySelector("[data-plan-hint]");
    if (hint) hint.textContent = siteText.processPage.startHint(anchor, plan.earliestAnchorDate);
    const start = document.querySelector<HTMLElement>("[data-plan-start]");
    if (start) warnAtStart(start, plan, near);
    return plan.anchorDate;
  }
  return {
    show: (date, answers) => void show(date, answers),
    showEarliest: (answers) => show(undefined, answers),
  };
}

/** Says beside the date of the start, wherever the reader is on the page, what is to be known about it, and which dates are better. */
function warnAtStart(holder: HTMLElement, plan: RunPlan, near: NearDates): void {
  const warnings = plan.warnings.map(({ message }) => message);
  const line = document.createElement("span");
  line.textContent =
    warnings.length === 0 ? siteText.dates.noWarnings : siteText.processPage.startWarns(warnings);
  holder.replaceChildren(line, ...offerButtons(plan, near, true));
  holder.toggleAttribute("data-fine", warnings.length === 0);
  holder.hidden = false;
}

/** Puts a file behind a download link, in place of the one that was built for the first date. */
function offer(section: HTMLElement, kind: "ics" | "csv", type: string, content: string): void {
  const link = section.querySelector<HTMLAnchorElement>(`[data-plan-${kind}]`);
  if (!link) return;
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = `${section.dataset["planner"]}.${kind}`;
}

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}
