import { fingerprint } from "../../fingerprint.ts";
import { type MisfitFacts, text } from "../../text/index.ts";
import { toldOfRun } from "../people/told-of-run.ts";
import { saidKeyOf } from "../said.ts";
import { isBusinessTime, momentFrameOf } from "../state/moments.ts";
import { noLongerFits } from "../state/no-longer-fits.ts";
import type { StatusFacts } from "../status-comment.ts";
import type { Message } from "./messages.ts";

const prefix = "no longer fits ";

/**
 * What no longer fits the newest handbook, said once on the run to whoever hears of it, on a business day. What comes up later is said
 * by itself: the key of each comment names what it is about.
 */
export function misfits(facts: StatusFacts): Message[] {
  if (facts.state.outcome !== "running" || !isBusinessTime(facts.now, momentFrameOf(facts))) return [];
  const { run } = facts.observed;
  const said = new Set(
    run.comments.flatMap((comment) => {
      const key = comment.isOurs ? saidKeyOf(comment) : undefined;
      return key?.startsWith(prefix) ? key.slice(prefix.length).split(" ") : [];
    }),
  );
  const found = noLongerFits(facts).filter((misfit) => !said.has(nameOf(misfit)));
  if (found.length === 0) return [];
  const key = prefix + found.map(nameOf).join(" ");
  return [{ issue: run, key, words: text.misfits(toldOfRun(facts), found) }];
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
