import { z } from "zod";
import { readProcessId, runLabel } from "../../../core/form/index.ts";
import type { RunInFlight } from "../../../core/pull-request/index.ts";
import { newestCommentsDocument, runsInFlightDocument } from "../documents/pull-request.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { pageInfoSchema } from "../page-info.ts";

const listed = z.object({
  repository: z
    .object({
      issues: z.object({
        pageInfo: pageInfoSchema,
        nodes: z.array(
          z.object({
            number: z.number(),
            body: z.string(),
            subIssuesSummary: z.object({ total: z.number() }),
          }),
        ),
      }),
    })
    .nullable(),
});

/** Every open run that has begun, oldest first, by what its start form asked for. One request for a hundred of them. */
export async function runsInFlight(graphql: GraphqlClient, name: RepositoryName): Promise<RunInFlight[]> {
  const found: RunInFlight[] = [];
  let after = null as string | null;
  for (;;) {
    const { repository } = listed.parse(
      await graphql<unknown>(runsInFlightDocument, { ...name, label: runLabel, after }),
    );
    if (!repository) return found;
    const { nodes, pageInfo } = repository.issues;
    for (const { number, body, subIssuesSummary } of nodes) {
      const process = readProcessId(body);
      if (process !== undefined && subIssuesSummary.total > 0) found.push({ number, process });
    }
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

const newest = z.object({
  repository: z
    .object({
      issue: z
        .object({
          comments: z.object({
            nodes: z.array(z.object({ viewerDidAuthor: z.boolean(), body: z.string() })),
          }),
        })
        .nullable(),
    })
    .nullable(),
});

/** Whether the bot has written a comment with these hidden words on a line of their own on an issue, among its newest hundred. */
export async function hasComment(
  graphql: GraphqlClient,
  name: RepositoryName,
  number: number,
  mark: string,
): Promise<boolean> {
  const { repository } = newest.parse(await graphql<unknown>(newestCommentsDocument, { ...name, number }));
  const said = repository?.issue?.comments.nodes ?? [];
  return said.some(
    ({ viewerDidAuthor, body }) => viewerDidAuthor && body.split("\n").some((line) => line.trim() === mark),
  );
}
