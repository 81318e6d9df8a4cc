import type { CivilDate } from "../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import type { Site } from "./site.ts";

/** The form that leads to the start issue on GitHub. */
export interface StartForm {
  /** Address the form is sent to; absent when no repository is known. */
  readonly action?: string | undefined;
  /** File name of the issue form. */
  readonly template: string;
  readonly anchor: string;
  /** The date that is filled in: the earliest at which nothing would be late. */
  readonly date: CivilDate;
}

/** What the start form of a process says. */
export function startFormOf(
  definition: ProcessDefinition,
  earliestAnchorDate: CivilDate,
  { settings, handbook }: Site,
): StartForm {
  const repository = settings.repository ?? handbook.config.repository;
  return {
    action: repository && `${settings.githubUrl}/${repository}/issues/new`,
    template: `start-${definition.id}.yml`,
    anchor: definition.anchor,
    date: earliestAnchorDate,
  };
}
