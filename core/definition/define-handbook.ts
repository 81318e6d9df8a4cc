import { type DateRange, parseDateRange, parseQuantity, type Quantity } from "../calendar/index.ts";
import { rememberEach } from "../remember-each.ts";
import type { CalendarSettings } from "./calendar-settings.ts";
import { defineCalendar } from "./define-calendar.ts";
import { defineProcess } from "./define-process.ts";
import type { Handbook, HandbookConfig, Person, Role } from "./handbook.ts";
import type { HandbookShape } from "./handbook-schema.ts";
import { listOf } from "./list-of.ts";
import type { ParsedHandbook } from "./parse-handbook.ts";
import type { ParsedProcess } from "./parse-process.ts";
import type { PersonShape, RoleShape } from "./people-schema.ts";
import type { ProcessDefinition } from "./process-definition.ts";
import type { Draft } from "./read-shape.ts";

/**
 * Turns a parsed handbook into one that can be used. `isUsable` says of a path whether its file has no error:
 * a process with errors is left out, so that one broken file never stops the others.
 */
export function defineHandbook(parsed: ParsedHandbook, isUsable: (path: string) => boolean): Handbook {
  const usable = parsed.processes.filter((candidate) => isUsable(candidate.path));
  return {
    config: defineConfig(parsed.config.draft),
    roles: new Map([...parsed.roles.draft].map(([id, role]) => [id, defineRole(id, role)])),
    absences: new Map(
      [...parsed.absences.draft].map(([login, ranges]) => [login.toLowerCase(), rangesOf(ranges)]),
    ),
    people: new Map(
      [...parsed.people.draft].map(([login, person]) => [login.toLowerCase(), definePerson(person)]),
    ),
    processes: new Map(usable.map((candidate) => [candidate.id, definitionOf(candidate)])),
  };
}

/** Whoever serves a handbook reads it again at every save, and all but one of its processes are what they were. */
const definitionOf = rememberEach((parsed: ParsedProcess): ProcessDefinition => defineProcess(parsed));

function defineConfig(draft: Draft<HandbookShape>): HandbookConfig {
  return {
    title: draft.title ?? "Handbook",
    language: draft.language ?? "en",
    timeZone: draft.timeZone ?? "UTC",
    repository: draft.repository,
    site: draft.site,
    ...defineCalendar(draft.calendar ?? {}),
    dueTime: draft.dueTime ?? "17:00",
    dayStart: draft.dayStart ?? "09:00",
    reminders: quantitiesOf(draft.reminders ?? ["2bd", "1bd"]),
    escalateAfter: quantitiesOf(draft.escalateAfter ?? ["1bd", "3bd"]),
    confirm: draft.confirm ?? "on-warnings",
    approvals: draft.approvals ?? "locked",
    starterApproves: draft.starterApproves ?? true,
    theme: { ...draft.theme },
    publish: {
      people: draft.publish?.people ?? false,
      absences: draft.publish?.absences ?? false,
      runs: draft.publish?.runs ?? false,
    },
    changes: {
      drafts: draft.changes?.drafts ?? false,
      ownerApproval: draft.changes?.ownerApproval ?? false,
      readAgain: draft.changes?.readAgain ?? false,
    },
    learning: draft.learning ?? "off",
    areas: new Map(Object.entries(draft.areas ?? {}).map(([folder, heading]) => [folder, heading ?? folder])),
    glossary: new Map(
      Object.entries(draft.glossary ?? {}).flatMap(([word, meaning = ""]) => [[word.trim(), meaning]]),
    ),
    synonyms: new Map(
      Object.entries(draft.synonyms ?? {}).map(([word, others]) => [word.trim(), listOf(others)]),
    ),
  };
}

function defineRole(id: string, draft: Draft<RoleShape>): Role {
  return {
    id,
    title: draft.title ?? id,
    summary: draft.summary,
    people: listOf(draft.people),
    deputies: listOf(draft.deputies),
    department: draft.department,
    ...(draft.outside === true && { isOutside: true as const }),
  };
}

function definePerson({ name, timeZone, calendar }: Draft<PersonShape>): Person {
  return {
    ...(name !== undefined && { name }),
    ...(timeZone !== undefined && { timeZone }),
    ...(calendar !== undefined && { calendar: ownPartOf(calendar) }),
  };
}

/** The keys that somebody's own calendar says something of; a region goes with its country. */
function ownPartOf(draft: NonNullable<Draft<PersonShape>["calendar"]>): Partial<CalendarSettings> {
  const { country, region, workweek, closed, worked } = defineCalendar(draft);
  return {
    ...(draft.country !== undefined && { country, region }),
    ...(draft.workweek !== undefined && { workweek }),
    ...(draft.closed !== undefined && { closed }),
    ...(draft.worked !== undefined && { worked }),
  };
}

function rangesOf(texts: string | readonly string[] | undefined): DateRange[] {
  return listOf(texts).flatMap((text) => parseDateRange(text) ?? []);
}

function quantitiesOf(texts: string | readonly string[]): Quantity[] {
  return listOf(texts).flatMap((text) => parseQuantity(text, ["h", "d", "bd"]) ?? []);
}
