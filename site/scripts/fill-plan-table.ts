import type { RunPlan } from "../../core/plan/index.ts";
import { siteText } from "../../core/text/index.ts";
import type { PlanRow, PlanTable } from "../data/plan-rows.ts";

const words = siteText.dates;

/**
 * Fills a plan into the table the page came with: dates, people and bars by task, the warnings, and a way out
 * where something would be past. Rows of steps that an answer rules out stay and say so.
 */
export function fillPlanTable(section: HTMLElement, table: PlanTable, plan: RunPlan, anchor: string): void {
  const rows = new Map(table.rows.map((row) => [row.task, row]));
  for (const line of section.querySelectorAll<HTMLElement>("[data-task]"))
    fillRow(line, rows.get(line.dataset["task"] ?? ""), table.anchor);
  setText(section, "[data-plan-intro]", words.intro(anchor, plan.anchorDate));
  setText(section, "[data-plan-summary]", table.summary);
  setText(section, "[data-plan-from]", table.from);
  setText(section, "[data-plan-to]", table.to);
  const holder = section.querySelector<HTMLElement>("[data-plan-warnings]");
  if (holder) fillWarnings(holder, table.warnings, plan);
}

function fillRow(line: HTMLElement, row: PlanRow | undefined, anchor: number): void {
  line.toggleAttribute("data-left", row === undefined);
  const time = line.querySelector("time");
  if (time) {
    time.textContent = row?.dueText ?? words.left;
    time.dateTime = row?.due ?? "";
  }
  setText(line, ".plan-who", row?.who ?? "");
  const bar = line.querySelector(".bar");
  bar?.setAttribute("x", String(row?.bar.x ?? 0));
  bar?.setAttribute("width", String(row?.bar.width ?? 0));
  bar?.classList.toggle("bar-critical", row?.isCritical === true);
  line.querySelector(".bar-anchor")?.setAttribute("x", String(anchor));
}

function fillWarnings(holder: HTMLElement, warnings: readonly string[], plan: RunPlan): void {
  const heading = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = warnings.length === 0 ? words.noWarnings : words.warnings(warnings.length);
  heading.append(strong);
  const list = document.createElement("ul");
  list.append(
    ...warnings.map((warning) => {
      const item = document.createElement("li");
      item.textContent = warning;
      return item;
    }),
  );
  holder.replaceChildren(heading, ...(warnings.length === 0 ? [] : [list]));
  holder.toggleAttribute("data-fine", warnings.length === 0);
  holder.hidden = false;
  if (!plan.warnings.some(({ id }) => id === "past-due" || id === "non-business-anchor")) return;
  if (plan.earliestAnchorDate === plan.anchorDate) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "action";
  button.dataset["planTake"] = plan.earliestAnchorDate;
  button.textContent = words.earliest(plan.earliestAnchorDate);
  holder.append(button);
}

function setText(root: HTMLElement, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element) element.textContent = text;
}
