import { type Markdown, md, ours } from "./markdown.ts";

/** What GitHub was asked for, by kind of change; a kind that is not here is "a change". */
const acts: Readonly<Record<string, string>> = {
  "create-step": "make an issue",
  "create-label": "make the label",
  "post-comment": "comment",
  "edit-comment": "change my comment",
  "delete-comment": "take back a comment of mine",
  "edit-issue": "change the text of the issue",
  "close-issue": "close the issue",
  "reopen-issue": "open the issue again",
  "add-assignees": "assign people",
  "remove-assignees": "take people off the issue",
  "add-labels": "put a label on the issue",
  "remove-labels": "take a label off the issue",
  "link-blocked-by": "link the issue to what it waits for",
  "unlink-blocked-by": "take a link off the issue",
  "unlink-sub-issue": "take a doubled issue off this run",
  "set-due-date": "set the date field of the issue",
  react: "react to a comment",
};

/** Said on a run when GitHub refuses a change for good. */
export function refused(kind: string, subject: string | undefined, why: string): Markdown {
  const act = ours(acts[kind] ?? "make a change");
  const about = subject === undefined ? md`` : md` (**${subject}**)`;
  return md`GitHub does not let me ${act}${about}. It says: *${why}*

Everything else of this run goes on. I try again whenever I look at it; once it can be done, it is.`;
}
