import type { Absences, Quantity } from "../calendar/index.ts";
import type { CalendarSettings } from "./calendar-settings.ts";
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
  /** Whether it is somebody outside the team: it has no people here, and the accountable of its steps is chased instead. */
  readonly isOutside?: true | undefined;
}

/** What people.yml tells of somebody. */
export interface Person {
  /** What they are called; their login is shown where this is not known. */
  readonly name?: string | undefined;
  /** Where they work; the handbook's when absent. */
  readonly timeZone?: string | undefined;
  /** What of their calendar is their own; the rest is as for everybody. */
  readonly calendar?: Partial<CalendarSettings> | undefined;
}

/** What is known of people, by GitHub login in lower case. */
export type KnownPeople = ReadonlyMap<string, Person>;

/** What published pages show of people and runs. */
export interface Publish {
  readonly people: boolean;
  readonly absences: boolean;
  readonly runs: boolean;
}

/** How the bot takes part in changes of the handbook. */
export interface ChangeSettings {
  /** Whether it writes proposals into files and opens pull requests. */
  readonly drafts: boolean;
  /** Whether a check waits until a process's owner has agreed to a material change. */
  readonly ownerApproval: boolean;
  /** Whether people are asked to read again what changes their work, and owners to look through what nobody has for long. */
  readonly readAgain: boolean;
}

/** How pages look like those of a company. */
export interface Theme {
  /** `#rrggbb` or `#rgb`. */
  readonly accent?: string | undefined;
  /** Names of files beside handbook.yml. */
  readonly logo?: string | undefined;
  readonly favicon?: string | undefined;
  readonly stylesheet?: string | undefined;
}

/** The settings of handbook.yml with every default filled in. */
export interface HandbookConfig extends CalendarSettings {
  readonly title: string;
  readonly language: "en";
  readonly timeZone: string;
  readonly repository?: string | undefined;
  readonly site?: string | undefined;
  /** Hours and minutes, `17:00`, in `timeZone`. */
  readonly dueTime: string;
  /** Hours and minutes, `09:00`, in `timeZone`: when a business day begins. */
  readonly dayStart: string;
  /** How long before the due date to remind; at most two. */
  readonly reminders: readonly Quantity[];
  /** How late a step is when the accountable person is told, then the starter; at most two. */
  readonly escalateAfter: readonly Quantity[];
  readonly confirm: "always" | "on-warnings" | "never";
  /** Whether an approval can be left out by others than whoever answers for it. */
  readonly approvals: "locked" | "open";
  /** Whether whoever started a run may approve in it; it counts where approvals are locked. */
  readonly starterApproves: boolean;
  readonly publish: Publish;
  readonly changes: ChangeSettings;
  /** Whether the bot opens pull requests with what runs suggest. */
  readonly learning: "proposals" | "off";
  readonly theme: Theme;
  /** Folder name and heading of each area, in menu order. */
  readonly areas: ReadonlyMap<string, string>;
  /** Words of the house and what they mean, in the order written. */
  readonly glossary: ReadonlyMap<string, string>;
  /** Words of the handbook, and others that people look for the same with. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
}

/** A handbook that has been checked: only processes without errors are in it. */
export interface Handbook {
  readonly config: HandbookConfig;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly absences: Absences;
  readonly people: KnownPeople;
  readonly processes: ReadonlyMap<ProcessId, ProcessDefinition>;
}
