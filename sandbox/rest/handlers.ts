import { appKeyHandlers } from "./app.ts";
import { assigneeHandlers } from "./assignees.ts";
import { checkHandlers } from "./checks.ts";
import { collaboratorHandlers } from "./collaborators.ts";
import { commentHandlers } from "./comments.ts";
import { commitHandlers } from "./commits.ts";
import { compareHandlers } from "./compare.ts";
import { contentHandlers } from "./contents.ts";
import { dependencyHandlers } from "./dependencies.ts";
import { gitHandlers } from "./git.ts";
import { installationHandlers } from "./installation.ts";
import { issueFieldHandlers } from "./issue-fields.ts";
import { issueLabelHandlers } from "./issue-labels.ts";
import { issueTypeHandlers } from "./issue-types.ts";
import { issueHandlers } from "./issues.ts";
import { labelHandlers } from "./labels.ts";
import { pullHandlers } from "./pulls.ts";
import { repositoryHandlers } from "./repository.ts";
import type { RestHandlers } from "./rest-request.ts";
import { subIssueHandlers } from "./sub-issues.ts";
import { timelineHandlers } from "./timeline.ts";
import { userHandlers } from "./users.ts";

/** By operation id: what a person, an installation or an Actions job may ask. */
export const handlers: RestHandlers = {
  ...assigneeHandlers,
  ...checkHandlers,
  ...collaboratorHandlers,
  ...commentHandlers,
  ...commitHandlers,
  ...compareHandlers,
  ...contentHandlers,
  ...dependencyHandlers,
  ...gitHandlers,
  ...installationHandlers,
  ...issueFieldHandlers,
  ...issueHandlers,
  ...issueLabelHandlers,
  ...issueTypeHandlers,
  ...labelHandlers,
  ...pullHandlers,
  ...repositoryHandlers,
  ...subIssueHandlers,
  ...timelineHandlers,
  ...userHandlers,
};

/** By operation id: what the App asks with its own key. */
export const appHandlers: RestHandlers = appKeyHandlers;
