import type { ApplicationFunction, Probot } from "probot";
import { onIssueComment } from "./handlers/issue-comment.ts";
import { onIssues } from "./handlers/issues.ts";
import { onSubIssues } from "./handlers/sub-issues.ts";
import type { Runs } from "./runs.ts";

/** Handrail as a Probot app: hears what happens on GitHub and looks at the run it happened to. */
export function createApp(runs: Runs): ApplicationFunction {
  return (probot: Probot) => {
    for (const addHandler of [onIssues, onIssueComment, onSubIssues]) addHandler(probot, runs);
  };
}
