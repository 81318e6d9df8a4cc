import { z } from "zod";
import { beginningOf } from "../beginning-of.ts";
import type { ProcessId } from "../definition/index.ts";
import { type SuggestedChange, suggestedChangeSchema } from "../metrics/index.ts";
import { readNoteLine, writeNoteLine } from "../note-line.ts";
import { type LearningRuleId, learningRules, type Proposal } from "./proposal.ts";

/** A pull request of the bot that brings what runs suggest, as GitHub has it now. */
export interface LearningPull {
  readonly number: number;
  readonly branch: string;
  /** The newest commit of the branch. */
  readonly headSha: string;
  readonly isOpen: boolean;
  readonly body: string;
}

/** A suggestion as a pull request remembers it. */
export interface AskedSuggestion extends SuggestedChange {
  readonly rule: LearningRuleId;
}

/** The branch on which the bot writes what runs of a process suggested in a month, `2026-12`. */
export function learningBranch(process: ProcessId, month: string): string {
  return `${branchBegin}${process}-${month}`;
}

/** Which process and month a branch is about; nothing for a branch of another kind. */
export function readLearningBranch(
  branch: string,
): { readonly process: ProcessId; readonly month: string } | undefined {
  if (!branch.startsWith(branchBegin)) return undefined;
  const found = /^([a-z0-9][a-z0-9-]{0,63})-(\d{4}-\d{2})$/.exec(branch.slice(branchBegin.length));
  return found ? { process: found[1] ?? "", month: found[2] ?? "" } : undefined;
}

const branchBegin = "handrail/learning-";

const suggestionsKind = "learning";
const suggestionsPattern = /^[^\s<>]{1,40000}$/;
const repliesKind = "replies";
const repliesPattern = /^[\d,]{1,20000}$/;

const askedSchema = z.array(suggestedChangeSchema.extend({ rule: z.enum(learningRules) }));

/** Of longer words only the beginning is kept: a forgotten suggestion would be asked again. */
const longestTitle = 100;
const longestDetail = 200;

/**
 * What a pull request remembers of its suggestions, as hidden words of its text. They say nothing that a right depends on: whoever may
 * edit them may as well write the files.
 */
export function suggestionsMark(proposals: readonly Proposal[]): string {
  const asked = proposals.flatMap(({ rule, step, title, detail, evidence: { hits, n, days }, wish }) =>
    wish === undefined
      ? []
      : [
          {
            rule,
            step,
            hits,
            wish,
            seen: {
              title: beginningOf(title, longestTitle),
              n,
              detail: beginningOf(detail, longestDetail),
              ...(days && { days }),
            },
          },
        ],
  );
  // Percent signs keep whatever a title holds from ending the comment.
  return writeNoteLine(suggestionsKind, encodeURIComponent(JSON.stringify(asked)).replaceAll("-", "%2D"));
}

/** The suggestions that the text of a pull request remembers; none where it says nothing that can be understood. */
export function readSuggestions(body: string): readonly AskedSuggestion[] {
  const found = readNoteLine(suggestionsKind, body) ?? "";
  if (!suggestionsPattern.test(found)) return [];
  try {
    const read = askedSchema.safeParse(JSON.parse(decodeURIComponent(found)));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** The ticks in the list of a pull request, one a suggestion, as people left them. */
export function readTicks(body: string): boolean[] {
  return [...body.matchAll(/^- \[([ xX])\] /gm)].map(([, sign]) => sign !== " ");
}

/** The answers to retrospectives that a pull request names, by the numbers of their comments, as hidden words; nothing for none. */
export function repliesMark(comments: readonly number[]): string {
  const named = [...new Set(comments)];
  return named.length === 0 ? "" : writeNoteLine(repliesKind, named.join(","));
}

/** The numbers of the comments with answers that the text of a pull request names; none where it says nothing that can be understood. */
export function readNamedReplies(body: string): number[] {
  const found = readNoteLine(repliesKind, body) ?? "";
  if (!repliesPattern.test(found)) return [];
  return found
    .split(",")
    .map(Number)
    .filter((number) => Number.isSafeInteger(number) && number > 0);
}
