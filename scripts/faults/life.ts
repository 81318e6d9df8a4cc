/** Something one person does to the run or to one of its steps. */
export type ActOnIssue =
  | { readonly kind: "comment"; readonly by: string; readonly on: string; readonly text: string }
  | {
      readonly kind: "close";
      readonly by: string;
      readonly on: string;
      readonly reason: "completed" | "not_planned" | "duplicate";
    }
  | { readonly kind: "reopen"; readonly by: string; readonly on: string }
  | { readonly kind: "edit"; readonly by: string; readonly on: string; readonly added: string }
  /** Writes a line into the part of its text that the bot keeps. */
  | { readonly kind: "edit-facts"; readonly by: string; readonly on: string; readonly added: string }
  | { readonly kind: "retitle"; readonly by: string; readonly on: string; readonly title: string }
  | { readonly kind: "delete"; readonly by: string; readonly on: string }
  | { readonly kind: "unlabel"; readonly by: string; readonly on: string; readonly label: string }
  | { readonly kind: "assign"; readonly by: string; readonly on: string; readonly to: readonly string[] }
  /** Sets GitHub's own date of a step, or takes it off. */
  | { readonly kind: "date"; readonly by: string; readonly on: string; readonly day: string | null }
  | { readonly kind: "label"; readonly by: string; readonly on: string; readonly label: string }
  /** Changes the newest comment that somebody has written there. */
  | { readonly kind: "edit-comment"; readonly by: string; readonly on: string; readonly text: string }
  /** Deletes the newest comment there of whom it names. */
  | { readonly kind: "delete-comment"; readonly by: string; readonly on: string; readonly of: string };

/** Something people do to a run, or time that passes. Steps are named by their titles, since numbers differ. */
export type Happening =
  | {
      readonly kind: "start";
      readonly by: string;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
    }
  | ActOnIssue
  /** Several things done before the bot hears of the first, at the same moment or so many seconds after each other. */
  | { readonly kind: "together"; readonly acts: readonly ActOnIssue[]; readonly secondsApart?: number }
  /** Another text of a file of the handbook is on the default branch. */
  | { readonly kind: "publish"; readonly path: string; readonly text: string }
  | { readonly kind: "add-sub-issue"; readonly by: string; readonly title: string }
  | { readonly kind: "delete-status"; readonly by: string }
  | { readonly kind: "edit-status"; readonly by: string }
  | { readonly kind: "time"; readonly to: string };

/** A handbook and all that happens to one run of it, in order. */
export interface Life {
  readonly files: ReadonlyMap<string, string>;
  readonly begin: string;
  /** The title of the run's issue; what a happening calls `runName`. */
  readonly happenings: readonly Happening[];
}

/** What happenings call the issue of the run. */
export const runName = "the run";
/** What they call that of another run of the same process beside it. */
export const otherRunName = "the other run";
