import type { TypeResolvers } from "../define-type.ts";
import { assigneeMutations } from "./assignees.ts";
import { commentMutations } from "./comments.ts";
import { createIssueMutation } from "./create-issue.ts";
import { dependencyMutations } from "./dependencies.ts";
import { fieldMutations } from "./fields.ts";
import { issueMutations } from "./issues.ts";
import { labelMutations } from "./labels.ts";
import { reactionMutations } from "./reactions.ts";
import { subIssueMutations } from "./sub-issues.ts";

/** The modelled mutations; graphql-js performs aliased ones in order, and an error undoes none of the others. */
export const mutations: TypeResolvers = {
  createIssue: createIssueMutation,
  ...issueMutations,
  ...commentMutations,
  ...labelMutations,
  ...assigneeMutations,
  ...subIssueMutations,
  ...dependencyMutations,
  ...fieldMutations,
  ...reactionMutations,
};
