import { z } from "zod";
import { type CivilDate, civilToday } from "../../../core/calendar/index.ts";
import type { Handbook } from "../../../core/definition/index.ts";
import type { ObservedReading, ReadingChange, ReadingIssue } from "../../../core/reading/index.ts";
import type { Seal } from "../../../core/run/index.ts";
import { actorSchema, viewerSchema } from "../actor-schema.ts";
import { lastChangesDocument, newestCommitDocument, readingDocument } from "../documents/reading.ts";
import type { GraphqlClient } from "../graphql-client.ts";
import type { RepositoryName } from "../observe-run.ts";
import { createHandbookReader } from "../read-handbook.ts";
import type { RestClient } from "../rest-client.ts";
import { viewerOf } from "../viewer.ts";
import { dropIssue } from "./drop-issue.ts";
import { listReadings } from "./list-readings.ts";
import { sealReading, writtenReadings } from "./notes-of-readings.ts";
import { openReading } from "./open-reading.ts";

interface Clients {
  readonly graphql: GraphqlClient;
  readonly rest: RestClient;
}

/** The handbook at the newest commit, and where it can be read. */
export interface NewestHandbook {
  readonly handbook: Handbook;
  readonly revision: string;
  /** Database id of the repository. */
  readonly repositoryId: number;
  /** Where a process can be read: on the site, where the handbook has one, else its file. */
  readonly url: (process: string, path: string) => string;
}

/** The issues of a repository on GitHub in which people are asked to read. */
export interface ReadingRepository {
  /** The same, reached with the clients of another piece of work. */
  reachedBy(clients: Clients): ReadingRepository;
  /** One of them; nothing where the bot has not opened it. */
  observe(number: number): Promise<FoundReading | undefined>;
  act(reading: FoundReading, changes: readonly ReadingChange[]): Promise<void>;
  /** The handbook at the newest commit; nothing in an empty repository. */
  newest(): Promise<NewestHandbook | undefined>;
  /** The day each process with `reviewEvery` was last changed, by path within the handbook. */
  changedOn(newest: NewestHandbook): Promise<ReadonlyMap<string, CivilDate>>;
  /**
   * Since when processes are known to be still right, those whose owners are being asked, and the numbers of issues that ask for one that
   * an older one asks for already.
   */
  reviews(timeZone: string): Promise<{
    readonly confirmedOn: ReadonlyMap<string, CivilDate>;
    readonly asked: ReadonlySet<string>;
    readonly twins: readonly number[];
  }>;
  open(reading: ReadingIssue, repositoryId: number): Promise<void>;
  /** Closes an issue that asks what another one asks. */
  drop(number: number): Promise<void>;
}

/** An issue that asks somebody to read, and the database id of its repository. */
export interface FoundReading extends ObservedReading {
  readonly repositoryId: number;
}

const issueAnswer = z.object({
  viewer: viewerSchema,
  repository: z
    .object({
      databaseId: z.number(),
      issue: z
        .object({
          id: z.string(),
          number: z.number(),
          state: z.string(),
          body: z.string(),
          author: actorSchema,
          lastEditedAt: z.string().nullable(),
          editor: actorSchema,
          comments: z.object({
            nodes: z.array(
              z.object({ databaseId: z.number(), viewerDidAuthor: z.boolean(), body: z.string() }),
            ),
          }),
        })
        .nullable(),
    })
    .nullable(),
});
const newestAnswer = z.object({
  repository: z
    .object({
      databaseId: z.number(),
      url: z.string(),
      defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }) }).nullable(),
    })
    .nullable(),
});
const history = z.object({ nodes: z.array(z.object({ committedDate: z.string() })) });
const changesAnswer = z.object({
  repository: z.object({ object: z.record(z.string(), history).nullable() }).nullable(),
});

/** So many files are asked about in one request. */
const mostInARequest = 50;

export function createReadingRepository({
  name,
  root,
  seal,
  ...first
}: Clients & {
  readonly name: RepositoryName;
  readonly root: string;
  /** What notes are signed with; without it they are told by who wrote them last. */
  readonly seal: Seal | undefined;
}): ReadingRepository {
  let clients: Clients = first;
  const graphql: GraphqlClient = (...request) => clients.graphql(...request);
  const rest: RestClient = (...request) => clients.rest(...request);
  const at = { owner: name.owner, repo: name.name };
  const handbooks = createHandbookReader(graphql, name, root);
  const known = new Map<string, ReadonlyMap<string, CivilDate>>();

  const repository: ReadingRepository = {
    reachedBy(others) {
      clients = others;
      return repository;
    },
    async observe(number) {
      const data = issueAnswer.parse(await graphql<unknown>(readingDocument, { ...name, number }));
      const issue = data.repository?.issue;
      const viewer = viewerOf(data.viewer);
      if (!data.repository || !issue || !viewer.owns(issue.author)) return undefined;
      const { databaseId: repositoryId } = data.repository;
      const written = await writtenReadings(graphql, [issue], { viewer, seal, repository: repositoryId });
      return {
        number,
        repositoryId,
        isOpen: issue.state === "OPEN",
        body: issue.body,
        written: written.get(number),
        editor: viewer.owns(issue.editor) ? undefined : issue.editor?.login,
        said: new Map(
          issue.comments.nodes
            .filter(({ viewerDidAuthor }) => viewerDidAuthor)
            .map(({ databaseId, body }) => [databaseId, body]),
        ),
      };
    },
    async act({ number, repositoryId }, changes) {
      const place = { repository: repositoryId, seal };
      for (const change of changes) {
        const onIssue = "/repos/{owner}/{repo}/issues/{issue_number}";
        const issue = { ...at, issue_number: number };
        if (change.kind === "drop-comment")
          await rest("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
            ...at,
            comment_id: change.comment,
          });
        else if (change.kind === "say")
          await rest(`POST ${onIssue}/comments`, { ...issue, body: change.body });
        else if (change.kind === "edit")
          await rest(`PATCH ${onIssue}`, { ...issue, body: sealReading(change.body, place) });
        else {
          // The bot wrote last then, so that whoever lists what was read need not ask who changed what.
          const body = sealReading(change.body, place, number);
          await rest(`PATCH ${onIssue}`, { ...issue, body, state: "closed", state_reason: "completed" });
        }
      }
    },
    async newest() {
      const data = newestAnswer.parse(await graphql<unknown>(newestCommitDocument, { ...name }));
      const start = data.repository?.defaultBranchRef;
      if (!data.repository || !start) return undefined;
      const { oid: revision } = start.target;
      const handbook = await handbooks.readAll(revision);
      const { site } = handbook.config;
      const files = `${data.repository.url}/blob/${start.name}/${root}`;
      const url = (process: string, path: string) =>
        site === undefined ? `${files}/${path}` : `${site.replace(/\/$/, "")}/processes/${process}/`;
      return { handbook, revision, repositoryId: data.repository.databaseId, url };
    },
    async changedOn({ handbook, revision }) {
      const before = known.get(revision);
      if (before) return before;
      const paths = [...handbook.processes.values()].flatMap(({ path, reviewEvery }) =>
        reviewEvery === undefined ? [] : [path],
      );
      const days = new Map<string, CivilDate>();
      for (let start = 0; start < paths.length; start += mostInARequest) {
        const some = paths.slice(start, start + mostInARequest);
        const variables = Object.fromEntries(some.map((path, index) => [`path${index}`, `${root}/${path}`]));
        const data = changesAnswer.parse(
          await graphql<unknown>(lastChangesDocument(some.length), {
            ...name,
            commit: revision,
            ...variables,
          }),
        );
        for (const [index, path] of some.entries()) {
          const date = data.repository?.object?.[`p${index}`]?.nodes[0]?.committedDate;
          if (date !== undefined) days.set(path, civilToday(date, handbook.config.timeZone));
        }
      }
      known.clear();
      known.set(revision, days);
      return days;
    },
    async reviews(timeZone) {
      const listed = await listReadings(graphql, name, seal, null);
      const confirmedOn = new Map<string, CivilDate>();
      const asked = new Set<string>();
      const twins: number[] = [];
      for (const { number, note, isOpen, doneAt } of listed) {
        if (note.kind !== "review") continue;
        if (isOpen && asked.has(note.process)) twins.push(number);
        if (isOpen) asked.add(note.process);
        if (doneAt !== undefined) confirmedOn.set(note.process, civilToday(doneAt, timeZone));
      }
      return { confirmedOn, asked, twins };
    },
    open: (reading, repository) =>
      openReading(reading, rest, at, (body) => sealReading(body, { repository, seal })),
    drop: (number) => dropIssue(number, rest, at),
  };
  return repository;
}
