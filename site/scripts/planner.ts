import type { DatePlanner } from "./date-planner.ts";
import { todayIn } from "./today-in.ts";

const section = document.querySelector<HTMLElement>("[data-planner]");
if (section) startPlanner(section);

/**
 * Wakes the fields of the table of dates; the planner itself is fetched when one of them is first used, or when the page was made
 * on another day than the reader's: what was the earliest date then may be past now.
 */
function startPlanner(section: HTMLElement): void {
  const base = document.querySelector<HTMLElement>("[data-search]")?.dataset["search"] ?? "/";
  const dates = [...document.querySelectorAll<HTMLInputElement>("[data-plan-date]")];
  const answers = [
    ...section.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      "[data-plan-answer]",
    ),
  ];
  let planner: Promise<DatePlanner> | undefined;

  async function withPlanner(use: (open: DatePlanner, known: Map<string, string>) => void): Promise<void> {
    planner ??= import("./date-planner.ts").then(({ openDatePlanner }) => openDatePlanner(section, base));
    const open = await planner;
    const given = answers.map(({ dataset, value }) => [dataset["planAnswer"] ?? "", value] as const);
    use(open, new Map(given.filter(([, value]) => value !== "")));
  }

  async function show(date: string): Promise<void> {
    try {
      await withPlanner((open, known) => open.show(date, known));
    } catch {
      const intro = section.querySelector<HTMLElement>("[data-plan-intro]");
      if (intro) intro.textContent = section.dataset["failed"] ?? "";
    }
  }

  function choose(date: string): void {
    for (const field of dates) field.value = date;
    void show(date);
  }

  async function showToday(): Promise<void> {
    await withPlanner((open, known) => {
      // A date that was chosen meanwhile, or that the browser has kept, stays.
      const chosen = dates.find(({ value, defaultValue }) => value !== defaultValue)?.value;
      if (chosen !== undefined) return open.show(chosen, known);
      const earliest = open.showEarliest(known);
      for (const field of dates) field.value = earliest;
    });
  }

  for (const field of [...dates, ...answers]) field.disabled = false;
  // An empty answer in the address would take away what the start form fills in by itself.
  document.querySelector<HTMLFormElement>("#_start")?.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
  for (const field of dates)
    field.addEventListener("change", () => field.value !== "" && choose(field.value));
  for (const field of answers) field.addEventListener("change", () => void show(dates[0]?.value ?? ""));
  document.addEventListener("click", (event) => {
    const date = event.target instanceof HTMLElement ? event.target.dataset["planTake"] : undefined;
    if (date !== undefined) choose(date);
  });
  const now = todayIn(section.dataset["zone"] ?? "", new Date());
  if (now !== undefined && now !== section.dataset["today"])
    // Without the files the page says what it was made with, and on which day that was.
    showToday().catch(() => undefined);
}
