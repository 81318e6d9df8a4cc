import { fingerprint } from "../../fingerprint.ts";
import { type MisfitFacts, text } from "../../text/index.ts";
import type { ObservedComment } from "../observed/observed-run.ts";
import { toldOfRun } from "../people/told-of-run.ts";
import { withNames } from "../people/with-names.ts";
import { saidKeyOf, sayOnce } from "../said.ts";
import { isBusinessTime, momentFrameOf } from "../state/moments.ts";
import { noLongerFits } from "../state/no-longer-fits.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Change } from "./change.ts";
import type { Message } from "./messages.ts";

const prefix = "no longer fits ";

/**
 * What no longer fits the newest handbook, said once on the run to whoever hears of it, on a business day. What comes up later is said
 * by itself: the key of each comment names what it is about.
 */
export function misfits(facts: StatusFacts): Message[] {
  if (facts.state.outcome !== "running" || !isBusinessTime(facts.now, momentFrameOf(facts))) return [];
  const { run } = facts.observed;
  const said = new Set(run.comments.flatMap(namesIn));
  const found = noLongerFits(facts).filter((misfit) => !said.has(nameOf(misfit)));
  if (found.length === 0) return [];
  return [{ issue: run, ...messageOf(found, facts) }];
}

/**
 * What a comment says of misfits that an earlier one has said already, since whoever wrote it had not seen that one: it keeps what is new in
 * it, as long as that can be said, and a comment without any goes.
 */
export function misfitsSaidTwice(facts: StatusFacts): Change[] {
  const { comments } = facts.observed.run;
  const said = new Set<string>();
  const keys = new Set<string>();
  return comments
    .toSorted((a, b) => a.number - b.number)
    .flatMap((comment): Change[] => {
      const names = namesIn(comment);
      const rest = names.filter((name) => !said.has(name));
      const key = names.join(" ");
      // The very same comment twice is healed like every other one.
      const isTwin = names.length === 0 || keys.has(key);
      keys.add(key);
      for (const name of names) said.add(name);
      if (isTwin || rest.length === names.length) return [];
      if (rest.length === 0) return [{ kind: "delete-comment", comment: comment.id }];
      const found = noLongerFits(facts).filter((misfit) => rest.includes(nameOf(misfit)));
      if (found.length < rest.length || comment.isEditedByPeople) return [];
      const { key: shorter, words } = messageOf(found, facts);
      const body = sayOnce(shorter, withNames(words, facts.handbook));
      return [{ kind: "edit-comment", comment: comment.id, body }];
    });
}

function messageOf(found: readonly MisfitFacts[], facts: StatusFacts): Pick<Message, "key" | "words"> {
  return { key: prefix + found.map(nameOf).join(" "), words: text.misfits(toldOfRun(facts), found) };
}

/** What a comment of ours on misfits is about; empty for every other one. */
function namesIn(comment: ObservedComment): string[] {
  const key = comment.isOurs ? saidKeyOf(comment) : undefined;
  return key?.startsWith(prefix) ? key.slice(prefix.length).split(" ") : [];
}

function nameOf(misfit: MisfitFacts): string {
  const { kind, dueDate } = misfit;
  return fingerprint(
    JSON.stringify([
      kind,
      dueDate,
      ...("step" in misfit ? [misfit.step] : []),
      ...("login" in misfit ? [misfit.login] : []),
    ]),
  );
}
