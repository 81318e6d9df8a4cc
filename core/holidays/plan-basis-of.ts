import { type CalendarSettings, type Handbook, nameOf } from "../definition/index.ts";
import { attendanceOf } from "./attendance-of.ts";

/** What every plan takes from the settings that hold for its process, and from the rest of the handbook. */
export function planBasisOf(
  settings: CalendarSettings,
  handbook: Pick<Handbook, "roles" | "processes" | "absences" | "people">,
) {
  const { roles, processes, people } = handbook;
  const attendance = attendanceOf(settings, handbook);
  return {
    calendar: attendance.team,
    attendance,
    roles,
    processes,
    nameOf: (login: string) => nameOf(login, people),
  };
}
