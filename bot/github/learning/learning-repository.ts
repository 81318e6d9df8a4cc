import { readLearningBranch } from "../../../core/learning/index.ts";
import type { LearningRepository } from "../../ports/learning-repository.ts";
import { openPullRequest, writeFile } from "../proposal/open-pull-request.ts";
import type { ProposalRepositoryOptions } from "../proposal/proposal-repository.ts";
import { twoEnds } from "../pull-request/two-ends.ts";
import { createHandbookReader } from "../read-handbook.ts";
import { listLearningPulls } from "./list-learning-pulls.ts";

/** The pull requests of a repository on GitHub in which the bot brings what runs suggest. */
export function createLearningRepository(options: ProposalRepositoryOptions): LearningRepository {
  const { graphql, rest, name, root } = options;
  const at = { owner: name.owner, repo: name.name };
  const handbooks = createHandbookReader(graphql, name, root);

  return {
    async observePulls(which) {
      const listed = await listLearningPulls(
        graphql,
        name,
        which === "all" ? ["OPEN", "CLOSED", "MERGED"] : ["OPEN"],
      );
      return (
        listed && {
          base: listed.base,
          pulls: listed.pulls.flatMap(({ viewerDidAuthor, state, number, headRefName, headRefOid, body }) =>
            viewerDidAuthor
              ? [{ number, branch: headRefName, headSha: headRefOid, isOpen: state === "OPEN", body }]
              : [],
          ),
        }
      );
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
          const { parting } = await twoEnds(rest, at, base.sha, pull.headSha);
          const original = (await handbooks.readTexts(parting)).get(path);
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
