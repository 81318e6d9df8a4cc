import { runLabel } from "../../core/form/index.ts";
import {
  isPlaceInQuestion,
  ledgerIn,
  type OtherRun,
  type OtherRunIssue,
  otherRunOf,
} from "../../core/run/index.ts";
import { otherRunsDocument } from "./documents/other-runs.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { ReadingTrust, RepositoryName } from "./observe-run.ts";
import { commentOf, lastEditOf, type TextReader, textOfIssue } from "./observed-issue.ts";
import { readPlaces } from "./read-places.ts";
import type { InRepository, OtherRunData, OtherRunsData } from "./response-types.ts";
import { isEditedByPeople, textsBeforeEdits } from "./texts-before-edits.ts";
import { type Viewer, viewerOf } from "./viewer.ts";

/**
 * The open runs of a repository, oldest first, as much as the plan of another one has to know of them. One request for fifty. A run
 * whose status somebody has changed is left out until the bot has put it back.
 */
export async function otherRuns(
  graphql: GraphqlClient,
  name: RepositoryName,
  { trust, seal }: ReadingTrust,
): Promise<OtherRun[]> {
  const found: OtherRun[] = [];
  let after = null as string | null;
  for (;;) {
    const variables = { ...name, label: runLabel, after };
    const { viewer, repository } = await graphql<OtherRunsData>(otherRunsDocument, variables);
    if (!repository) return found;
    const reader = { viewer: viewerOf(viewer, trust), seal, repository: repository.databaseId };
    const { nodes, pageInfo } = repository.issues;
    found.push(...(await runsIn(graphql, nodes, reader)));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

interface Reader {
  readonly viewer: Viewer;
  readonly seal: ReadingTrust["seal"];
  readonly repository: number;
}

/** What is not answered as a run may be a step: its text and its place are asked for where they tell. */
async function runsIn(
  graphql: GraphqlClient,
  runs: readonly OtherRunData[],
  reader: Reader,
): Promise<OtherRun[]> {
  const read = runs.map((run) => ({ run, issue: issueIn(run, reader) }));
  const unanswered = read.flatMap(({ run, issue }) => (ledgerIn(issue) === undefined ? [run] : []));
  const changed = unanswered.filter(
    (run) => reader.viewer.owns(run.author) && isEditedByPeople(run, reader.viewer),
  );
  const lastWritten = await textsBeforeEdits(
    graphql,
    changed.map(({ id }) => id),
    reader.viewer,
  );
  const withTexts = new Map(unanswered.map((run) => [run, issueIn(run, reader, lastWritten)]));
  const unclear = [...withTexts].filter(
    ([run, issue]) => aboveIn(run, reader) !== null && isPlaceInQuestion(issue),
  );
  const places = await readPlaces(
    graphql,
    unclear.map(([{ id }]) => id),
    reader,
  );
  return read.map(({ run, issue }) => {
    const whole = { ...(withTexts.get(run) ?? issue), belowRunSince: places.get(run.id) };
    return otherRunOf(whole, closedIn(run, reader));
  });
}

function issueIn(
  run: OtherRunData,
  reader: Reader,
  lastWritten: TextReader["lastWritten"] = new Map(),
): OtherRunIssue {
  const { number, author, comments } = run;
  const texts = { ...reader, run: number, parent: aboveIn(run, reader), lastWritten };
  return {
    number,
    ...textOfIssue(run, texts),
    author: author?.login ?? "ghost",
    lastEdit: lastEditOf(run),
    comments: comments.nodes.map((comment) => commentOf(comment, number, texts)),
  };
}

/** The number of the issue above a run in its repository. */
function aboveIn({ parent }: OtherRunData, reader: Reader): number | null {
  return parent !== null && isIn(parent, reader) ? parent.number : null;
}

function closedIn({ subIssues }: OtherRunData, reader: Reader): Set<number> {
  const closed = subIssues.nodes.filter((step) => isIn(step, reader) && step.state === "CLOSED");
  return new Set(closed.map(({ number }) => number));
}

function isIn({ repository }: InRepository, reader: Reader): boolean {
  return repository.databaseId === reader.repository;
}
