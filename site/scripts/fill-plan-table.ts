import type { NearDates, RunPlan } from "../../core/plan/index.ts";
import { siteText } from "../../core/text/index.ts";
import type { PlanRow, PlanTable } from "../data/plan-rows.ts";
import { offerButtons } from "./offer-buttons.ts";

const words = siteText.dates;
const svg = "http://www.w3.org/2000/svg";

/**
 * Fills a plan into the table the page came with: dates, people and bars by task, the warnings, and a way out
 * where something would be past. Rows of steps that an answer rules out stay and say so.
 */
export function fillPlanTable(
  section: HTMLElement,
  table: PlanTable,
  plan: RunPlan,
  near: NearDates,
  anchor: string,
): void {
  const rows = new Map(table.rows.map((row) => [row.task, row]));
  nameRows(section);
  makeRows(section, table.rows);
  for (const line of section.querySelectorAll<HTMLElement>("[data-task]"))
    fillRow(line, rows.get(line.dataset["task"] ?? ""));
  setText(section, "[data-plan-intro]", words.intro(anchor, plan.anchorDate));
  setText(section, "[data-plan-summary]", table.summary);
  fillAxis(section, table);
  const holder = section.querySelector<HTMLElement>("[data-plan-warnings]");
  if (holder) fillWarnings(holder, table.warnings, offerButtons(plan, near));
}

/** The page came with the task of a row only where its link to the step does not say it: a page has a weight to hold. */
function nameRows(section: HTMLElement): void {
  for (const line of section.querySelectorAll<HTMLElement>(".plan tbody tr:not([data-task], .plan-phase)"))
    line.dataset["task"] = line.querySelector("a")?.hash.slice(1) ?? "";
}

/**
 * The page came with one row for a step that is done for each of a list; as soon as the list is known there is one for each item, and
 * that row gives them its place.
 */
function makeRows(section: HTMLElement, rows: readonly PlanRow[]): void {
  for (const old of section.querySelectorAll("[data-made]")) old.remove();
  const last = new Map<string, HTMLElement>();
  const lineOf = (task: string) => section.querySelector<HTMLElement>(`[data-task="${CSS.escape(task)}"]`);
  for (const line of section.querySelectorAll<HTMLElement>("[data-task]")) line.hidden = false;
  for (const { task, madeFrom, title } of rows) {
    const pattern = madeFrom === undefined || lineOf(task) !== null ? null : lineOf(madeFrom);
    if (pattern === null || madeFrom === undefined) continue;
    const line = pattern.cloneNode(true) as HTMLElement;
    line.hidden = false;
    line.dataset["task"] = task;
    line.dataset["made"] = "";
    const name = line.querySelector("th a") ?? line.querySelector("th")?.firstChild;
    if (name) name.textContent = title;
    (last.get(madeFrom) ?? pattern).after(line);
    last.set(madeFrom, line);
    pattern.hidden = true;
  }
}

function fillRow(line: HTMLElement, row: PlanRow | undefined): void {
  line.toggleAttribute("data-left", row === undefined);
  const time = line.querySelector("time");
  if (time) {
    time.textContent = row?.dueText ?? words.left;
    time.dateTime = row?.due ?? "";
  }
  fillMoved(line, row?.moved);
  line.querySelector(".plan-who")?.replaceChildren(...(row ? whoNodes(row) : []));
  const bar = line.querySelector(".bar");
  bar?.setAttribute("x", `${row?.bar.x ?? 0}%`);
  bar?.setAttribute("width", `${row?.bar.width ?? 0}%`);
  bar?.classList.toggle("bar-critical", row?.isCritical === true);
}

/** Only rows whose date had to move have such a line, since most have not. */
function fillMoved(line: HTMLElement, words: string | undefined): void {
  line.querySelector("[data-moved]")?.remove();
  if (words === undefined) return;
  const moved = document.createElement("small");
  moved.dataset["moved"] = "";
  moved.textContent = words;
  line.querySelector(".plan-due")?.append(moved);
}

/** Each login is an element of its own, which keeps it on one line. */
function whoNodes({ who, people }: PlanRow): (Node | string)[] {
  const logins = people.flatMap((login, index) => {
    const element = document.createElement("span");
    element.textContent = login;
    return [index === 0 ? " (" : ", ", element];
  });
  return [who, ...logins, ...(people.length > 0 ? [")"] : [])];
}

/** Every row shows the days off and the lines of the axis by reference, so they are drawn once. */
function fillAxis(section: HTMLElement, { ticks, closed }: PlanTable): void {
  const axis = section.querySelector("[data-plan-axis]");
  const off = axis?.querySelector(".off");
  off?.setAttribute("stroke-dasharray", closed);
  const lines = ticks.map(({ x, isAnchor }) => {
    const line = document.createElementNS(svg, "line");
    line.setAttribute("class", isAnchor ? "day day-anchor" : "day");
    for (const end of ["x1", "x2"]) line.setAttribute(end, `${x}%`);
    line.setAttribute("y2", "100%");
    return line;
  });
  const labels = ticks.map(({ x, text }) => {
    const label = document.createElementNS(svg, "text");
    label.setAttribute("x", `${x}%`);
    label.setAttribute("y", "1em");
    label.textContent = text;
    return label;
  });
  axis?.querySelector("g")?.replaceChildren(...(off ? [off] : []), ...lines);
  for (const old of axis?.querySelectorAll("text") ?? []) old.remove();
  axis?.append(...labels);
}

function fillWarnings(
  holder: HTMLElement,
  warnings: readonly string[],
  offers: readonly HTMLElement[],
): void {
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
  holder.append(...offers);
}

function setText(root: HTMLElement, selector: string, text: string): void {
  const element = root.querySelector(selector);
  if (element) element.textContent = text;
}
