import type { CivilDate } from "../calendar/index.ts";
import { type Handbook, type ProcessId, reviewDueOn } from "../definition/index.ts";

/** A process that should have been looked through. */
export interface DueReview {
  readonly process: ProcessId;
  readonly title: string;
  readonly path: string;
  readonly dueDate: CivilDate;
  /** When its text was last changed, or found to be still right. */
  readonly lastOn: CivilDate;
  /** Who looks after it, deputies last; never empty. */
  readonly readers: readonly string[];
}

/** What is known of when processes were looked at last. */
export interface ReviewFacts {
  readonly today: CivilDate;
  /** The day each file was last changed, by path within the handbook. */
  readonly changedOn: ReadonlyMap<string, CivilDate>;
  /** The day somebody last said of a process that it is still right. */
  readonly confirmedOn: ReadonlyMap<ProcessId, CivilDate>;
}

/** So many readers of one process are named. */
const mostReaders = 10;

/**
 * The processes with `reviewEvery` that nobody has changed or confirmed within that time, by id. One whose owner has nobody is left out, since
 * there is nobody to ask; so is one of whose text nobody knows when it was changed.
 */
export function dueReviews({ processes, roles }: Handbook, facts: ReviewFacts): DueReview[] {
  return [...processes.values()]
    .flatMap(({ id, title, path, reviewEvery, processOwner }) => {
      const changed = facts.changedOn.get(path);
      if (reviewEvery === undefined || changed === undefined) return [];
      const confirmed = facts.confirmedOn.get(id);
      const lastOn = confirmed !== undefined && confirmed > changed ? confirmed : changed;
      const dueDate = reviewDueOn(lastOn, reviewEvery);
      const { people = [], deputies = [] } = roles.get(processOwner) ?? {};
      const readers = [...new Set([...people, ...deputies])].slice(0, mostReaders);
      if (dueDate >= facts.today || readers.length === 0) return [];
      return [{ process: id, title, path, dueDate, lastOn, readers }];
    })
    .sort((a, b) => (a.process < b.process ? -1 : 1));
}
