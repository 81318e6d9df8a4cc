import { z } from "zod";
import {
  type ObservedCheck,
  readCheckNote,
  type WriteCheck,
  writeCheckNote,
} from "../../../core/pull-request/index.ts";
import { text } from "../../../core/text/index.ts";
import type { RestClient } from "../rest-client.ts";
import { annotationBatches } from "./annotation-batches.ts";

/** The bot's check runs on a commit: the newest one, and when the first one began. */
export interface ChecksOfCommit {
  readonly newest: ObservedCheck | undefined;
  readonly firstAt: string | undefined;
}

/** The bot's check runs on the commits of a repository. */
export interface CommitChecks {
  on(headSha: string): Promise<ChecksOfCommit>;
  /** Writes a new one, completed only with its last annotations, so that one that was interrupted is never taken for whole. */
  write(check: WriteCheck): Promise<void>;
}

const checkRuns = z.object({
  check_runs: z.array(
    z.object({
      id: z.number(),
      external_id: z.string().nullable(),
      started_at: z.string().nullable(),
      app: z.object({ id: z.number() }).nullable(),
    }),
  ),
});
const numbered = z.object({ id: z.number() });

/** `appId` is that of the App whose check runs are the bot's; those of every App with the same name of check when left out. */
export function createCommitChecks(
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
  appId: number | undefined,
): CommitChecks {
  return {
    async on(headSha) {
      const { data } = await rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
        ...at,
        ref: headSha,
        check_name: text.pullRequest.checkName,
        filter: "all",
        per_page: 100,
      });
      const own = checkRuns
        .parse(data)
        .check_runs.filter(({ app }) => appId === undefined || app?.id === appId);
      const newest = own.toSorted((a, b) => b.id - a.id)[0];
      const begun = own.flatMap(({ started_at: startedAt }) => startedAt ?? []).sort();
      return {
        newest: newest && { id: newest.id, key: readCheckNote(newest.external_id).key },
        firstAt: begun[0],
      };
    },
    async write({ headSha, pulls, key, report }) {
      const { title, summary, annotations, conclusion } = report;
      const [first = [], ...others] = annotationBatches(annotations);
      const output = (batch: readonly object[]) => ({ title, summary: summary.text, annotations: batch });
      const end = { status: "completed", conclusion, external_id: writeCheckNote({ pulls, key }) };
      const { data } = await rest("POST /repos/{owner}/{repo}/check-runs", {
        ...at,
        name: text.pullRequest.checkName,
        head_sha: headSha,
        output: output(first),
        ...(others.length === 0 ? end : { status: "in_progress" }),
      });
      const { id } = numbered.parse(data);
      for (const [index, batch] of others.entries()) {
        await rest("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
          ...at,
          check_run_id: id,
          output: output(batch),
          ...(index === others.length - 1 ? end : {}),
        });
      }
    },
  };
}
