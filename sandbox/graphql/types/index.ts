import type { TypeResolvers } from "../define-type.ts";
import { botType, organizationType, userType } from "./accounts.ts";
import { commentType, reactionType, userContentEditType } from "./comment.ts";
import { blobType, commitType, refType, treeEntryType, treeType } from "./git.ts";
import { issueType } from "./issue.ts";
import {
  issueFieldOptionType,
  issueFieldType,
  issueFieldValueType,
  issueTypeType,
  labelType,
} from "./labels-types-fields.ts";
import { pullRequestType, reviewType } from "./pull-request.ts";
import { queryType } from "./query.ts";
import { repositoryType } from "./repository.ts";
import { timelineEventType } from "./timeline.ts";

const eventTypes = [
  "ClosedEvent",
  "ReopenedEvent",
  "AssignedEvent",
  "UnassignedEvent",
  "LabeledEvent",
  "UnlabeledEvent",
  "RenamedTitleEvent",
  "BaseRefChangedEvent",
  "AutomaticBaseChangeSucceededEvent",
  "LockedEvent",
  "UnlockedEvent",
  "SubIssueAddedEvent",
  "SubIssueRemovedEvent",
  "ParentIssueAddedEvent",
  "ParentIssueRemovedEvent",
  "BlockedByAddedEvent",
  "BlockedByRemovedEvent",
  "BlockingAddedEvent",
  "BlockingRemovedEvent",
  "IssueTypeAddedEvent",
  "IssueTypeRemovedEvent",
  "IssueFieldAddedEvent",
  "IssueFieldChangedEvent",
  "IssueFieldRemovedEvent",
];

/** The modelled GraphQL types. A type that is not here has plain objects only: payloads, edges, summaries. */
export const types: Readonly<Record<string, TypeResolvers>> = {
  Query: queryType,
  Repository: repositoryType,
  Issue: issueType,
  PullRequest: pullRequestType,
  PullRequestReview: reviewType,
  IssueComment: commentType,
  UserContentEdit: userContentEditType,
  Reaction: reactionType,
  User: userType,
  Bot: botType,
  Organization: organizationType,
  Label: labelType,
  IssueType: issueTypeType,
  IssueFieldDate: issueFieldType,
  IssueFieldText: issueFieldType,
  IssueFieldNumber: issueFieldType,
  IssueFieldSingleSelect: issueFieldType,
  IssueFieldSingleSelectOption: issueFieldOptionType,
  IssueFieldDateValue: issueFieldValueType,
  IssueFieldTextValue: issueFieldValueType,
  IssueFieldNumberValue: issueFieldValueType,
  IssueFieldSingleSelectValue: issueFieldValueType,
  Ref: refType,
  Commit: commitType,
  Blob: blobType,
  Tree: treeType,
  TreeEntry: treeEntryType,
  ...Object.fromEntries(eventTypes.map((name) => [name, timelineEventType])),
};
