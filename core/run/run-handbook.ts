import type { Handbook, ProcessId } from "../definition/index.ts";
import type { Problem } from "../problem.ts";

/** What of a handbook is about days and people, and not about a way of working. */
export type DaysAndPeople = Pick<Handbook, "config" | "roles" | "absences" | "people">;

/** The handbook at the commit a run follows. */
export interface RunHandbook {
  readonly handbook: Handbook;
  /** Commit the files were read at. */
  readonly revision: string;
  /** Folder of the handbook in the repository, such as `processes`. */
  readonly root: string;
  /**
   * The path within the handbook of every process, whether its file was read or not. Of a run that has begun only the files
   * that it follows.
   */
  readonly processPaths: ReadonlyMap<ProcessId, string>;
  /** Problems of the files that were read. */
  readonly problems: readonly Problem[];
  /** The same at the newest commit: who is away and when nobody works is asked there. Absent where that is the commit the run follows, and where it cannot be read. */
  readonly newest?: DaysAndPeople | undefined;
  /** The text that the run may be moved to, whole, as somebody asks for it; absent while nobody does, and where the run follows it already. */
  readonly offered?: RunHandbook | undefined;
  /** What held when the run began, where `handbook` has been brought up to `newest`. */
  readonly atStart?: DaysAndPeople | undefined;
}

/** The files that a run follows at a commit. */
export interface RunFiles {
  readonly revision: string;
  /** Paths within the handbook; absent when only the commit is known. */
  readonly paths?: readonly string[];
}
