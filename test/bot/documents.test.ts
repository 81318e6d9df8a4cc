import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { mutationDocument, mutationFields } from "../../bot/github/documents/mutations.ts";
import {
  moreCommentsDocument,
  newestRunsDocument,
  observeRunDocument,
  observeRunsDocument,
  textEditsDocument,
} from "../../bot/github/documents/observe-run.ts";
import { fileTextsDocument, handbookTreeDocument } from "../../bot/github/documents/read-handbook.ts";
import { peopleDocument } from "../../bot/github/documents/read-people.ts";
import { githubSchema } from "../../sandbox/graphql/schema.ts";

test.each(
  Object.entries({
    observeRunDocument,
    moreCommentsDocument,
    textEditsDocument,
    newestRunsDocument,
    observeRunsDocument,
    handbookTreeDocument,
    fileTextsDocument: fileTextsDocument(3),
    peopleDocument: peopleDocument(2, 2),
    everyMutation: mutationDocument(Object.values(mutationFields)),
  }),
)("GitHub's published schema accepts %s", (_name, document) => {
  expect(validate(githubSchema(), parse(document)).map(({ message }) => message)).toEqual([]);
});
