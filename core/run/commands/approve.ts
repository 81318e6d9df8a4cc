import { text } from "../../text/index.ts";
import { workOfIssue } from "../observed/work-of-issue.ts";
import { isSameAccount } from "../people/account.ts";
import { latestInstant } from "../state/latest-instant.ts";
import { ledgerOfChild } from "../state/ledger-of-child.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StepCommand, StepCommandContext } from "./command.ts";
import { giftProblem } from "./gift-problem.ts";
import { judgementOf } from "./judgement-of.ts";

/** `/approve`: one of the named approvers agrees. */
export const approve: StepCommand = {
  name: "approve",
  scope: "step",
  kinds: ["approval"],
  usage: () => "/approve",
  purpose: text.run.commandPurpose.approve,
  misplaced: ({ task }) => text.run.noApproval(task.title, task.kind),
  accept: (context) => {
    const judgement = judgementOf(context);
    if ("refusal" in judgement) return judgement;
    const hidden = judgement.judged.find(
      ({ step, status, issue }) =>
        status === "done" && issue === undefined && context.ledger.issues.has(step),
    );
    if (hidden)
      return { refusal: text.run.judgedNotHere(hidden.title, context.ledger.issues.get(hidden.step) ?? 0) };
    const unread = judgement.judged.find(
      ({ kind, status, issue }) =>
        kind === "process" && status === "done" && ledgerOfChild(issue) === undefined,
    );
    if (unread) return { refusal: text.run.judgedUnread(unread.title, unread.issue?.number) };
    const { author, authorId, at, comment, task } = context;
    const open = judgement.roles.filter((role) => !task.approvedBy.some((given) => given.role === role));
    if (open.length === 0) return { refusal: text.run.approvedAlready(task.title) };
    const chosen = giftProblem({ login: author, id: authorId }, open, context);
    if (chosen) return { refusal: chosen };
    const texts = judgement.judged.flatMap(({ step, issue }) => {
      const digest = issue ? workOfIssue(issue).digest : "";
      return digest === "" ? [] : [[step, digest] as const];
    });
    return {
      entry: {
        kind: "approved",
        step: task.step,
        at,
        by: author,
        byId: authorId,
        comment,
        roles: open,
        texts,
      },
      note: asItStands(judgement.judged, context),
    };
  },
};

/**
 * What to say of texts that somebody else has changed since their approver was asked, and before they agreed: GitHub tells nobody of it. Nothing
 * where there was no such change. The notes know what each text said when they were asked; where they do not, a change that the bot has written
 * over since is not seen.
 */
function asItStands(judged: readonly TaskState[], context: StepCommandContext) {
  const { task, ledger, author, authorId } = context;
  const steps = new Set(judged.map(({ step }) => step));
  const edited = ledger.entries.flatMap((entry) =>
    entry.kind === "edited" && steps.has(entry.step) ? [entry.at] : [],
  );
  const last = latestInstant([task.readyAt ?? "", ...edited]);
  const asking = ledger.entries.findLast(({ askedAbout }) => askedAbout?.has(task.step));
  const known = new Map(asking && asking.at >= last ? asking.askedAbout?.get(task.step) : []);
  const changes = judged.flatMap(({ step, title, issue }) => {
    if (issue === undefined) return [];
    const { digest, lastChange } = workOfIssue(issue);
    const then = known.get(step);
    const by = lastChange !== null && lastChange.at > last ? lastChange.by : "";
    const isOtherwise = then !== undefined && digest !== "" && !digest.startsWith(then);
    const isChanged = by !== "" || isOtherwise;
    const isOwn = isSameAccount({ login: by, id: lastChange?.byId ?? null }, { login: author, id: authorId });
    return !isChanged || (by !== "" && isOwn) ? [] : [{ title, by }];
  });
  return changes.length === 0 ? undefined : text.run.approvedAsItStands(changes);
}
