export { isAbsent } from "./absence.ts";
export { type Absences, type Attendance, type AttendanceRules, createAttendance } from "./attendance.ts";
export type { WorkCalendar } from "./calendar-of-days.ts";
export {
  addCalendarDays,
  addMonths,
  type CivilDate,
  type EpochDay,
  epochDayOf,
  fromEpochDay,
  type IsoWeekday,
  parseCivilDate,
  toEpochDay,
  weekdayOf,
} from "./civil-date.ts";
export { civilToday } from "./civil-today.ts";
export { type DateRange, parseDateRange } from "./date-range.ts";
export { datesMeant } from "./dates-meant.ts";
export { dayNamedBy, dueDateOf } from "./due-date.ts";
export {
  type Due,
  duePattern,
  formatOffset,
  formatQuantity,
  offsetPattern,
  parseDue,
  parseOffset,
  parseQuantity,
  type Quantity,
  quantityPattern,
  roughDays,
  type Unit,
} from "./quantity.ts";
export { minutesOf, type ReminderClock, reminderTime, type WallTime } from "./reminder-time.ts";
export { timesInWindow } from "./times-in-window.ts";
export { wallTimeAt } from "./wall-time-at.ts";
export { createWorkCalendar, type WorkCalendarRules } from "./work-calendar.ts";
