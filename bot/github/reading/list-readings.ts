import { z } from "zod";
import { doneAt, type ReadingNote, readReadingNote } from "../../../core/reading/index.ts";
import { text } from "../../../core/text/index.ts";
import { readingsDocument } from "../documents/reading.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { pageInfoSchema } from "../page-info.ts";

/** An issue in which the bot has asked somebody to read. */
export interface ListedReading {
  readonly number: number;
  readonly note: ReadingNote;
  readonly isOpen: boolean;
  /** When whoever was asked had read; nothing while it is open or was closed otherwise. */
  readonly doneAt: string | undefined;
}

const person = z.object({ login: z.string() }).nullable();
const answer = z.object({
  repository: z
    .object({
      issues: z.object({
        pageInfo: pageInfoSchema,
        nodes: z.array(
          z.object({
            number: z.number(),
            state: z.string(),
            stateReason: z.string().nullable(),
            closedAt: z.string().nullable(),
            body: z.string(),
            viewerDidAuthor: z.boolean(),
            author: person,
            closings: z.object({ nodes: z.array(z.object({ actor: person })) }),
          }),
        ),
      }),
    })
    .nullable(),
});

/** More readings than people have work in years. */
const mostPages = 20;

/** The readings that the bot has asked for and that changed since a moment, or all of them; oldest first. */
export async function listReadings(
  graphql: GraphqlClient,
  name: RepositoryName,
  since: string | null,
): Promise<ListedReading[]> {
  const found: ListedReading[] = [];
  let after = null as string | null;
  for (let page = 0; page < mostPages; page += 1) {
    const variables = { ...name, label: text.reading.label, since, after };
    const { repository } = answer.parse(await graphql<unknown>(readingsDocument, variables));
    if (!repository) break;
    const { nodes, pageInfo } = repository.issues;
    for (const { number, state, body, viewerDidAuthor, author, closings, ...closed } of nodes) {
      const note = viewerDidAuthor ? readReadingNote(body) : undefined;
      if (!note) continue;
      const isOpen = state === "OPEN";
      const closer = closings.nodes[0]?.actor?.login;
      const done = isOpen ? undefined : doneAt(note, { ...closed, author: author?.login, closer });
      found.push({ number, note, isOpen, doneAt: done });
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return found.toSorted((a, b) => a.number - b.number);
}
