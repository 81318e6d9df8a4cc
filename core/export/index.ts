export type { OcelLog } from "./ocel-log.ts";
export { planAsCsv } from "./plan-as-csv.ts";
export { type CalendarOptions, planAsIcs } from "./plan-as-ics.ts";
export { runsAsCsv } from "./runs-as-csv.ts";
export { runsAsOcel } from "./runs-as-ocel.ts";
export { type WorkCalendarOptions, workAsIcs } from "./work-as-ics.ts";
