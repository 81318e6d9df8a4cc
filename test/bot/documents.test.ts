import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { activityDocument } from "../../bot/github/documents/activity.ts";
import { mutationDocument, mutationFields } from "../../bot/github/documents/mutations.ts";
import {
  moreCommentsDocument,
  moreStepsDocument,
  newestRunsDocument,
  observeRunDocument,
  observeRunsDocument,
  renamesDocument,
  textEditsDocument,
} from "../../bot/github/documents/observe-run.ts";
import { otherRunsDocument } from "../../bot/github/documents/other-runs.ts";
import { pullRequestDocument, recentPullsDocument } from "../../bot/github/documents/pull-request.ts";
import { fileTextsDocument, handbookTreeDocument } from "../../bot/github/documents/read-handbook.ts";
import { peopleDocument } from "../../bot/github/documents/read-people.ts";
import {
  lastChangesDocument,
  newestCommitDocument,
  readingDocument,
  readingsDocument,
} from "../../bot/github/documents/reading.ts";
import { recentRunsDocument } from "../../bot/github/documents/recent-runs.ts";
import { runHeadsDocument, runMarksDocument } from "../../bot/github/documents/run-heads.ts";
import { githubSchema } from "../../sandbox/graphql/schema.ts";

test.each(
  Object.entries({
    observeRunDocument,
    moreStepsDocument,
    runHeadsDocument,
    runMarksDocument,
    recentRunsDocument,
    pullRequestDocument,
    activityDocument,
    recentPullsDocument,
    readingsDocument,
    readingDocument,
    newestCommitDocument,
    lastChangesDocument: lastChangesDocument(2),
    moreCommentsDocument,
    textEditsDocument,
    renamesDocument,
    newestRunsDocument,
    otherRunsDocument,
    observeRunsDocument,
    handbookTreeDocument,
    fileTextsDocument: fileTextsDocument(3),
    peopleDocument: peopleDocument(2, 2),
    everyMutation: mutationDocument(Object.values(mutationFields)),
  }),
)("GitHub's published schema accepts %s", (_name, document) => {
  expect(validate(githubSchema(), parse(document)).map(({ message }) => message)).toEqual([]);
});
