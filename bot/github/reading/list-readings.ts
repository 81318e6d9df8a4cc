import { z } from "zod";
import { doneAt, type ReadingNote } from "../../../core/reading/index.ts";
import type { Seal } from "../../../core/run/index.ts";
import { text } from "../../../core/text/index.ts";
import { actorSchema, viewerSchema } from "../actor-schema.ts";
import { readingsDocument } from "../documents/reading.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { pageInfoSchema } from "../page-info.ts";
import { viewerOf } from "../viewer.ts";
import { notesOfReadings } from "./notes-of-readings.ts";

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
  viewer: viewerSchema,
  repository: z
    .object({
      databaseId: z.number(),
      issues: z.object({
        pageInfo: pageInfoSchema,
        nodes: z.array(
          z.object({
            id: z.string(),
            number: z.number(),
            state: z.string(),
            stateReason: z.string().nullable(),
            closedAt: z.string().nullable(),
            body: z.string(),
            author: actorSchema,
            lastEditedAt: z.string().nullable(),
            editor: actorSchema,
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
  seal: Seal | undefined,
  since: string | null,
): Promise<ListedReading[]> {
  const found: ListedReading[] = [];
  let after = null as string | null;
  for (let page = 0; page < mostPages; page += 1) {
    const variables = { ...name, label: text.reading.label, since, after };
    const { viewer, repository } = answer.parse(await graphql<unknown>(readingsDocument, variables));
    if (!repository) break;
    const { nodes, pageInfo } = repository.issues;
    const texts = { viewer: viewerOf(viewer), seal, repository: repository.databaseId };
    const notes = await notesOfReadings(graphql, nodes, texts);
    for (const { number, state, author, closings, ...closed } of nodes) {
      const note = notes.get(number);
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
