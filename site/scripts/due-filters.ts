import { siteText } from "../../core/text/index.ts";
import { rememberedMe } from "./remembered-me.ts";

const words = siteText.calendar;
const bar = document.querySelector<HTMLElement>("[data-due-filters]");
if (bar) startFilters(bar);

/** Narrows the list of the calendar: what is not wanted goes, and weeks in which something is left unfold. */
function startFilters(bar: HTMLElement): void {
  const menus = [...bar.querySelectorAll<HTMLSelectElement>("[data-due-filter]")];
  const late = bar.querySelector<HTMLInputElement>("[data-due-late]");
  const shown = bar.querySelector<HTMLElement>("[data-due-shown]");
  const weeks = [...document.querySelectorAll<HTMLDetailsElement>("[data-due-week]")];
  const wereOpen = new Map(weeks.map((week) => [week, week.open]));
  offerMe(menus, bar.dataset["dueFilters"] ?? "/");
  // A browser that comes back keeps the tick, but not what it narrowed.
  if (late) late.checked = false;

  bar.addEventListener("change", () => {
    const wanted = menus.filter(({ value }) => value !== "");
    const isNarrowed = wanted.length > 0 || late?.checked === true;
    let total = 0;
    for (const week of weeks) {
      const rows = [...week.querySelectorAll<HTMLElement>("tbody tr")];
      for (const row of rows) row.hidden = !isWanted(row, wanted, late?.checked === true);
      const left = rows.filter((row) => !row.hidden).length;
      total += left;
      const count = week.querySelector(".count");
      if (count) count.textContent = words.steps(left);
      week.hidden = left === 0;
      week.open = isNarrowed || wereOpen.get(week) === true;
    }
    if (shown) shown.textContent = isNarrowed ? words.shown(total) : "";
  });
}

function isWanted(row: HTMLElement, menus: readonly HTMLSelectElement[], isLateOnly: boolean): boolean {
  if (isLateOnly && row.dataset["late"] === undefined) return false;
  return menus.every((menu) =>
    (row.dataset[menu.dataset["dueFilter"] ?? ""] ?? "").split(" ").includes(menu.value),
  );
}

/** Whoever is remembered from the home page stands first among the people. */
function offerMe(menus: readonly HTMLSelectElement[], home: string): void {
  const people = menus.find((menu) => menu.dataset["dueFilter"] === "who");
  const [, me] = /\/people\/([^/]+)\/$/.exec(rememberedMe(home) ?? "") ?? [];
  const own = [...(people?.options ?? [])].find(({ value }) => value.toLowerCase() === me);
  if (own) people?.options[0]?.after(new Option(words.me(own.text), own.value));
}
