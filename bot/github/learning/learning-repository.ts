import { z } from "zod";
import { readLearningBranch } from "../../../core/learning/index.ts";
import type { LearningFacts, LearningRepository } from "../../ports/learning-repository.ts";
import { learningPullsDocument } from "../documents/learning.ts";
import { pageInfoSchema } from "../page-info.ts";
import { openPullRequest, writeFile } from "../proposal/open-pull-request.ts";
import type { ProposalRepositoryOptions } from "../proposal/proposal-repository.ts";
import { mergeBaseOf } from "../pull-request/merge-base.ts";
import { createHandbookReader } from "../read-handbook.ts";

/** Of more pull requests than these pages hold the oldest are forgotten. */
const mostPages = 10;

/** The part of GitHub's answer that is used; anything else in it is let be. */
const answer = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }).nullable(),
      pullRequests: z.object({
        pageInfo: pageInfoSchema,
        nodes: z.array(
          z.object({
            number: z.number(),
            state: z.string(),
            body: z.string(),
            headRefName: z.string(),
            headRefOid: z.string(),
            isCrossRepository: z.boolean(),
            viewerDidAuthor: z.boolean(),
          }),
        ),
      }),
    })
    .nullable(),
});

/** The pull requests of a repository on GitHub in which the bot brings what runs suggest. */
export function createLearningRepository(options: ProposalRepositoryOptions): LearningRepository {
  const { graphql, rest, name, root } = options;
  const at = { owner: name.owner, repo: name.name };
  const handbooks = createHandbookReader(graphql, name, root);

  return {
    async observePulls(which) {
      const states = which === "all" ? ["OPEN", "CLOSED", "MERGED"] : ["OPEN"];
      const pulls: LearningFacts["pulls"][number][] = [];
      let after: string | null = null;
      for (let page = 1; ; page += 1) {
        const { repository } = answer.parse(
          await graphql<unknown>(learningPullsDocument, { ...name, states, after }),
        );
        const { defaultBranchRef: start, pullRequests } = repository ?? {};
        if (!start || !pullRequests) return undefined;
        for (const pull of pullRequests.nodes) {
          // A branch of that name in somebody's fork, or a pull request of somebody else, is not the bot's.
          if (pull.isCrossRepository || !pull.viewerDidAuthor || !readLearningBranch(pull.headRefName))
            continue;
          pulls.push({
            number: pull.number,
            branch: pull.headRefName,
            headSha: pull.headRefOid,
            isOpen: pull.state === "OPEN",
            body: pull.body,
          });
        }
        after = pullRequests.pageInfo.endCursor;
        if (pullRequests.pageInfo.hasNextPage && page < mostPages) continue;
        return { base: { branch: start.name, sha: start.target.oid }, pulls };
      }
    },

    async readHandbook({ sha }) {
      return { handbook: await handbooks.open(sha), texts: await handbooks.readTexts(sha) };
    },

    async observeOpen({ base, handbook, pulls }) {
      const open = pulls.filter(({ isOpen }) => isOpen);
      const seen = await Promise.all(
        open.map(async (pull) => {
          const process = readLearningBranch(pull.branch)?.process ?? "";
          const path = handbook.parsed.processes.find(({ id }) => id === process)?.path;
          if (path === undefined) return [];
          const original = (
            await handbooks.readTexts(await mergeBaseOf(rest, at, base.sha, pull.headSha))
          ).get(path);
          const current = (await handbooks.readTexts(pull.headSha)).get(path);
          if (original === undefined || current === undefined) return [];
          return [{ ...pull, path: root === "" ? path : `${root}/${path}`, original, current }];
        }),
      );
      return seen.flat();
    },

    open: (change) => openPullRequest(change, rest, at),

    write: ({ branch, path }, text, message) => writeFile({ branch, path, text, message }, rest, at),
  };
}
