import { z } from "zod";
import type { Handbook } from "../../core/definition/index.ts";
import { decisionsOfPull, readNamedReplies } from "../../core/learning/index.ts";
import type { Confirmation, HandbookActivity } from "../../core/metrics/index.ts";
import { proposalLabel, readProposal } from "../../core/proposal/index.ts";
import { readAgreed } from "../../core/pull-request/index.ts";
import { doneAt, type ReadingNote } from "../../core/reading/index.ts";
import { openNotes, type Seal } from "../../core/run/index.ts";
import { text } from "../../core/text/index.ts";
import { actorSchema, viewerSchema } from "./actor-schema.ts";
import { activityDocument } from "./documents/activity.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { listLearningPulls } from "./learning/list-learning-pulls.ts";
import type { RepositoryName } from "./observe-run.ts";
import { notesOfReadings, type ReadingTexts } from "./reading/notes-of-readings.ts";
import { textsAsWritten } from "./texts-before-edits.ts";
import { viewerOf } from "./viewer.ts";

const commit = z.object({ oid: z.string() });
const answer = z.object({
  viewer: viewerSchema,
  repository: z
    .object({
      databaseId: z.number(),
      defaultBranchRef: z.object({ target: commit }).nullable(),
      issues: z.object({
        nodes: z.array(
          z.object({
            number: z.number(),
            url: z.string(),
            title: z.string(),
            body: z.string(),
            createdAt: z.string(),
          }),
        ),
      }),
      readings: z.object({
        nodes: z.array(
          z.object({
            id: z.string(),
            number: z.number(),
            body: z.string(),
            stateReason: z.string().nullable(),
            closedAt: z.string().nullable(),
            author: actorSchema,
            lastEditedAt: z.string().nullable(),
            editor: actorSchema,
            closings: z.object({
              nodes: z.array(z.object({ actor: z.object({ login: z.string() }).nullable() })),
            }),
          }),
        ),
      }),
      pullRequests: z.object({
        nodes: z.array(
          z.object({
            number: z.number(),
            headRefOid: z.string(),
            mergeCommit: commit.nullable(),
            comments: z.object({
              nodes: z.array(
                z.object({
                  id: z.string(),
                  body: z.string(),
                  author: actorSchema,
                  lastEditedAt: z.string().nullable(),
                  editor: actorSchema,
                }),
              ),
            }),
          }),
        ),
      }),
    })
    .nullable(),
});

type Repository = NonNullable<z.output<typeof answer>["repository"]>;
type Merged = Repository["pullRequests"]["nodes"][number];
type Reading = Repository["readings"]["nodes"][number];

const nothing: HandbookActivity = { proposals: [], agreements: [], confirmations: [] };

/**
 * The open proposals of a repository, each filed under the process it is for, who agreed to what was merged, which texts were found still
 * right, which answers to retrospectives have been dealt with, and what was decided about suggestions of past runs. Notes count from apps
 * alone: whoever collects may be another account than the bot. A proposal for no process that is there is left out.
 */
export async function readActivity(
  graphql: GraphqlClient,
  name: RepositoryName,
  seal: Seal | undefined,
  readHandbook: (revision: string) => Promise<Handbook>,
): Promise<HandbookActivity> {
  const data = answer.parse(
    await graphql<unknown>(activityDocument, {
      ...name,
      proposals: proposalLabel,
      readings: text.reading.label,
    }),
  );
  const newest = data.repository?.defaultBranchRef?.target.oid;
  if (!data.repository || newest === undefined) return nothing;
  const { issues, readings, pullRequests } = data.repository;
  const brought = (await listLearningPulls(graphql, name, ["CLOSED", "MERGED"]))?.pulls ?? [];
  // Only who may write here can have made a branch of that name; whoever collects may be another account than the bot.
  const decided = brought.filter(({ author }) => author?.__typename === "Bot");
  const texts = { viewer: viewerOf(data.viewer, "apps"), seal, repository: data.repository.databaseId };
  const notes = await notesOfReadings(graphql, readings.nodes, texts);
  const agreements = await agreementsIn(graphql, pullRequests.nodes, texts);
  const handbook = issues.nodes.length > 0 ? await readHandbook(newest) : undefined;
  return {
    proposals: issues.nodes.flatMap(({ number, url, title, body, createdAt }) => {
      const reading = handbook && readProposal(body, handbook);
      if (!reading?.ok) return [];
      return [{ process: reading.request.definition.id, title, issue: { number, url }, openedAt: createdAt }];
    }),
    agreements,
    confirmations: readings.nodes.flatMap((reading) => confirmationIn(reading, notes.get(reading.number))),
    dealtWith: decided.flatMap(({ body }) => readNamedReplies(body)),
    decided: decided.flatMap(({ headRefName: branch, state, closedAt: decidedAt, ...pull }) =>
      decidedAt === null ? [] : decisionsOfPull({ ...pull, branch, isMerged: state === "MERGED", decidedAt }),
    ),
  };
}

function confirmationIn(
  { author, closings, ...closed }: Reading,
  note: ReadingNote | undefined,
): Confirmation[] {
  if (note?.kind !== "review") return [];
  const at = doneAt(note, { ...closed, author: author?.login, closer: closings.nodes[0]?.actor?.login });
  return at === undefined ? [] : [{ process: note.process, at }];
}

/** Who agreed to what was merged, by what the bot wrote last into its comments. */
async function agreementsIn(
  graphql: GraphqlClient,
  pulls: readonly Merged[],
  { viewer, seal, repository }: ReadingTexts,
): Promise<HandbookActivity["agreements"]> {
  const comments = pulls.flatMap((pull) => pull.comments.nodes);
  const written = await textsAsWritten(graphql, comments, viewer);
  return pulls.flatMap(({ number, headRefOid, mergeCommit, comments: said }) => {
    const place = { repository, issue: number };
    const notes = said.nodes.flatMap(
      ({ id }) => readAgreed(openNotes(written.get(id) ?? "", [place], seal).text) ?? [],
    );
    const note = notes.find(({ headSha }) => headSha === headRefOid);
    if (!note) return [];
    return [{ revisions: [headRefOid, ...(mergeCommit ? [mergeCommit.oid] : [])], people: note.people }];
  });
}
