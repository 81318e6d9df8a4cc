import { text } from "../../text/index.ts";
import { askedDigestLength } from "../ledger/ledger.ts";
import { isChildRun } from "../observed/is-child-run.ts";
import { workOfIssue } from "../observed/work-of-issue.ts";
import { answerableFor } from "../people/answerable-for.ts";
import { eachOnce } from "../people/each-once.ts";
import { isSamePerson } from "../people/is-same-person.ts";
import type { TaskState } from "../state/task-state.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

/**
 * What those hear who approved a text in a run that is a step of another one and is over, when it was changed since: nobody is asked again there, but what they
 * agreed to is no longer what the run above goes on with. Whoever answers for the approval hears it too. Said on the issue of the run, once for each text.
 */
export function changedWhenOver(facts: StatusFacts): Message[] {
  const { run } = facts.observed;
  if (facts.state.outcome !== "completed" || !isChildRun(run)) return [];
  return facts.state.tasks.flatMap((approval) =>
    approval.status === "done" && !approval.isLeftOut ? changedUnder(approval, facts) : [],
  );
}

function changedUnder(approval: TaskState, facts: StatusFacts): Message[] {
  const approved = new Map(approval.approvedBy.flatMap(({ texts }) => texts));
  return facts.state.tasks.flatMap(({ step, title, issue }): Message[] => {
    const then = approved.get(step);
    if (then === undefined || issue === undefined) return [];
    const { digest, lastChange } = workOfIssue(issue);
    if (digest === "" || digest === then) return [];
    const by = lastChange?.by ?? "";
    const words = text.told.changedWhenOver({
      people: concernedBy(approval, facts).filter((login) => !isSamePerson(login, by)),
      by,
      changed: { title, issue: issue.number },
      approval: { title: approval.title, issue: approval.issue?.number },
    });
    const key = `changed when over ${approval.step} ${step} ${digest.slice(0, askedDigestLength)}`;
    return [{ issue: facts.observed.run, key, words }];
  });
}

/** Who gave the approval, and who answers for it. */
function concernedBy({ approvedBy, definition }: TaskState, facts: StatusFacts): readonly string[] {
  const { processOwner } = facts.definition;
  const [answerable] = [definition?.accountable ?? processOwner, processOwner].flatMap(
    (role) => answerableFor(role, facts)?.login ?? [],
  );
  return eachOnce([...approvedBy.map(({ by }) => by), ...(answerable === undefined ? [] : [answerable])]);
}
