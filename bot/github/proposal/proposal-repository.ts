import { draftAskedBy, type ProposalChange } from "../../../core/proposal/index.ts";
import { isOfTeam } from "../../../core/run/index.ts";
import type { ProposalRepository } from "../../ports/proposal-repository.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { createHandbookReader } from "../read-handbook.ts";
import { readPeople } from "../read-people.ts";
import type { RestClient } from "../rest-client.ts";
import { openPullRequest } from "./open-pull-request.ts";
import { readProposalIssue } from "./read-proposal-issue.ts";

/** What the proposals of a repository on GitHub are reached with. */
export interface ProposalRepositoryOptions {
  readonly graphql: GraphqlClient;
  readonly rest: RestClient;
  readonly name: RepositoryName;
  /** Folder of the handbook in the repository. */
  readonly root: string;
}

/** The proposals of a repository on GitHub. */
export function createProposalRepository(options: ProposalRepositoryOptions): ProposalRepository {
  const { graphql, rest, name, root } = options;
  const at = { owner: name.owner, repo: name.name };
  const handbooks = createHandbookReader(graphql, name, root);
  return {
    async observe(number) {
      const facts = await readProposalIssue(graphql, name, number);
      if (!facts) return undefined;
      const { answers, comments, bodyEditedAt, ...known } = facts;
      const [answer, ...twins] = answers;
      const handbook = await handbooks.open(facts.base.sha);
      const texts = await handbooks.readTexts(facts.base.sha);
      const asking = draftAskedBy(comments, bodyEditedAt);
      const logins = [facts.author.login, ...asking].map((login) => login.toLowerCase());
      const people = await readPeople(
        graphql,
        name,
        { ids: { users: new Map() }, knowsEveryone: false },
        { assignable: logins, permissions: logins },
      );
      const isTeam = (login: string) => isOfTeam(login, people, handbook.handbook.roles);
      return {
        ...known,
        number,
        answer,
        twins,
        handbook,
        texts,
        isByTeam: isTeam(facts.author.login),
        isDraftAsked: asking.some(isTeam),
      };
    },
    async act(number, changes) {
      let pull: number | undefined;
      for (const change of changes) {
        if (change.kind === "open-pull-request") pull = await openPullRequest(change, rest, at);
        else await write(change, number, rest, at);
      }
      return { pull };
    },
  };
}

async function write(
  change: Exclude<ProposalChange, { readonly kind: "open-pull-request" }>,
  issue: number,
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
): Promise<void> {
  const onComment = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
  const onIssue = "/repos/{owner}/{repo}/issues/{issue_number}";
  switch (change.kind) {
    case "answer":
      await rest(`POST ${onIssue}/comments`, { ...at, issue_number: issue, body: change.body });
      return;
    case "edit-answer":
      await rest(`PATCH ${onComment}`, { ...at, comment_id: change.id, body: change.body });
      return;
    case "delete-answer":
      await rest(`DELETE ${onComment}`, { ...at, comment_id: change.id });
      return;
    case "add-label":
      await rest(`POST ${onIssue}/labels`, { ...at, issue_number: issue, labels: [change.label] });
  }
}
