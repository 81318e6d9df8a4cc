import { z } from "zod";
import { type CivilDate, parseCivilDate } from "../calendar/index.ts";
import { collectTypes, stepKinds } from "../definition/index.ts";
import { text } from "../text/index.ts";
import { type RunsFile, retrospectiveQuestions } from "./run-record.ts";
import { suggestedChangeSchema } from "./suggested-change.ts";

/** What a data file of runs holds, or why it cannot be used and what to do, in words. */
export type RunsFileReading =
  | { readonly ok: true; readonly file: RunsFile }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

/**
 * Reads the data file of runs. Files of version 1 lack the dates agreed when steps became ready; all else is the same. A file of
 * a version that this program does not know, or of another form, is a value with words, never an exception.
 */
export function readRunsFile(value: unknown): RunsFileReading {
  const version = versionSchema.safeParse(value);
  const { noRunsFile, newerRunsFile, brokenRunsFile, writeAnew, bringUpToDate } = text.figures;
  if (!version.success) return { ok: false, problem: noRunsFile, remedy: writeAnew };
  const found = version.data.version;
  if (found > newestVersion)
    return { ok: false, problem: newerRunsFile(found, newestVersion), remedy: bringUpToDate };
  const read = runsFileSchema.safeParse(value);
  if (read.success) return { ok: true, file: read.data };
  const [issue] = read.error.issues;
  const problem = brokenRunsFile(issue?.path.join(".") ?? "", issue?.message ?? "");
  return { ok: false, problem, remedy: writeAnew };
}

const newestVersion = 2;

const versionSchema = z.object({ version: z.number().int().min(1) });

const date = z.custom<CivilDate>(
  (written) => typeof written === "string" && parseCivilDate(written) !== undefined,
  "a date such as 2026-11-23 was expected",
);
const instant = z.iso.datetime({ offset: true });
const issue = z.object({ number: z.number().int(), url: z.string() });

const taskSchema = z.object({
  step: z.string(),
  title: z.string(),
  kind: z.enum(stepKinds),
  roles: z.array(z.string()),
  assignees: z.array(z.string()),
  awaited: z.array(z.string()).optional(),
  status: z.enum(["planned", "ready", "done", "skipped", "cancelled"]),
  isNotApproved: z.literal(true).optional(),
  baselineDueDate: date,
  dueDate: date,
  dueTime: z.string().optional(),
  phase: z.string().optional(),
  madeFrom: z.string().optional(),
  agreedDueDate: date.optional(),
  expectedDate: date.optional(),
  dependsOn: z.array(z.string()).optional(),
  isAsked: z.literal(true).optional(),
  plannedStart: date,
  readyAt: instant.optional(),
  endedAt: instant.optional(),
  reopenCount: z.number().int().min(0),
  respond: z
    .object({
      targetMinutes: z.number(),
      respondedAt: instant.optional(),
      minutes: z.number().optional(),
    })
    .optional(),
  collected: z
    .array(z.object({ id: z.string(), label: z.string(), type: z.enum(collectTypes), value: z.string() }))
    .optional(),
  issue: issue.optional(),
});

const runSchema = z.object({
  process: z.string(),
  title: z.string(),
  revision: z.string(),
  issue,
  anchorDate: date,
  firstAnchorDate: date.optional(),
  startsAtAnchor: z.literal(true).optional(),
  startedBy: z.string(),
  startedAt: instant,
  endedAt: instant.optional(),
  outcome: z.enum(["running", "completed", "cancelled"]),
  tasks: z.array(taskSchema),
  deviations: z.array(
    z.object({
      kind: z.enum(["skipped", "added", "moved", "handed-over", "closed-early", "reopened"]),
      step: z.string().nullable(),
      by: z.string(),
      at: instant,
      reason: z.string(),
      reasonUrl: z.string().optional(),
      date: date.optional(),
    }),
  ),
  replies: z
    .array(
      z.object({
        question: z.enum(retrospectiveQuestions),
        words: z.string(),
        step: z.string().nullable(),
        by: z.string(),
        at: instant,
        comment: issue,
      }),
    )
    .optional(),
});

const runsFileSchema = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  writtenAt: instant,
  lastSweepAt: instant.optional(),
  runs: z.array(runSchema),
  activity: z
    .object({
      proposals: z.array(z.object({ process: z.string(), title: z.string(), issue, openedAt: instant })),
      agreements: z.array(z.object({ revisions: z.array(z.string()), people: z.array(z.string()) })),
      confirmations: z.array(z.object({ process: z.string(), at: instant })).default([]),
      dealtWith: z.array(z.number().int()).optional(),
      decided: z
        .array(
          suggestedChangeSchema.extend({
            process: z.string(),
            pull: issue,
            at: instant,
            isTaken: z.boolean(),
          }),
        )
        .optional(),
    })
    .optional(),
});
