/** Texts of the handbook site. Arguments are plain text: escaping belongs to whoever prints them. */
export { area, home, machine, page, search } from "./frame.ts";
export { length, repeats } from "./lengths.ts";
export { lists, problems, reference } from "./lists.ts";
export { department, me, person, work } from "./person.ts";
export { dates, flow, kinds, processPage, rolePage, step } from "./process-page.ts";
export { rightsPage } from "./rights-page.ts";
export { runPage } from "./run-page.ts";
export { calendar, dashboard, noRuns, pastRuns, runs, runsNotPublished, sweep } from "./runs.ts";
