import type { ApplicationFunction, Probot } from "probot";
import { onIssueComment } from "./handlers/issue-comment.ts";
import { onIssues } from "./handlers/issues.ts";
import { onProposal } from "./handlers/proposal.ts";
import { onPullRequest } from "./handlers/pull-request.ts";
import { onReading } from "./handlers/reading.ts";
import { onSubIssues } from "./handlers/sub-issues.ts";
import type { Hearing } from "./hearing.ts";

/** Handrail as a Probot app: hears what happens on GitHub and notes which run or pull request it happened to. */
export function createApp(hearing: Hearing): ApplicationFunction {
  return (probot: Probot) => {
    for (const addHandler of [onIssues, onIssueComment, onSubIssues, onPullRequest, onProposal, onReading])
      addHandler(probot, hearing);
  };
}
