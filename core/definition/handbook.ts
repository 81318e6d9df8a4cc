import type { Absences, DateRange, IsoWeekday, Quantity } from "../calendar/index.ts";
import type { ProcessDefinition, ProcessId, RoleId } from "./process-definition.ts";

/** A function in the organisation and the people who fill it. */
export interface Role {
  readonly id: RoleId;
  readonly title: string;
  readonly summary?: string | undefined;
  /** GitHub logins; the first who is not absent is assigned. */
  readonly people: readonly string[];
  /** Next in line when all of `people` are absent. */
  readonly deputies: readonly string[];
  readonly department?: string | undefined;
}

/** The settings of handbook.yml with every default filled in. */
export interface HandbookConfig {
  readonly title: string;
  readonly language: "en";
  readonly timeZone: string;
  readonly repository?: string | undefined;
  readonly site?: string | undefined;
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly workweek: readonly IsoWeekday[];
  readonly closed: readonly DateRange[];
  /** Hours and minutes, `17:00`, in `timeZone`. */
  readonly dueTime: string;
  readonly reminders: readonly Quantity[];
  readonly escalateAfter: Quantity;
  readonly confirm: "always" | "on-warnings" | "never";
  readonly selfApproval: boolean;
  /** Folder name and heading of each area, in menu order. */
  readonly areas: ReadonlyMap<string, string>;
  /** Words of the house and what they mean, in the order written. */
  readonly glossary: ReadonlyMap<string, string>;
}

/** A handbook that has been checked: only processes without errors are in it. */
export interface Handbook {
  readonly config: HandbookConfig;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly absences: Absences;
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
}
