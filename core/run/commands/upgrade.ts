import { text } from "../../text/index.ts";
import { factsOfState } from "../state/facts-of-state.ts";
import { planUpgrade, type UpgradePlan } from "../upgrade/index.ts";
import type { CommandContext, RunCommand } from "./command.ts";

/** `/upgrade`: shows what the newest text of the process would make of the run, which waits for `/go`. */
export const upgrade: RunCommand = {
  name: "upgrade",
  scope: "run",
  usage: () => "/upgrade",
  purpose: text.run.commandPurpose.upgrade,
  accept: (context) => {
    const { offered } = context.handbook;
    if (offered === undefined) return { refusal: text.upgrade.newestAlready };
    const plan = upgradeIn(context);
    if (plan === undefined) return { refusal: text.upgrade.newestAlready };
    if (plan.kind === "nothing" || plan.kind === "gone" || plan.kind === "broken")
      return { refusal: text.upgrade[plan.kind] };
    const url = addressOf(plan.facts.revision, context);
    if (plan.kind === "refused") return { refusal: text.upgrade.refused(plan.preview, url) };
    const { author, authorId, at, comment } = context;
    const { revision } = plan.facts;
    return {
      entry: { kind: "upgrade-proposed", revision, at, by: author, byId: authorId, comment },
      note: text.upgrade.preview(plan.preview, url),
    };
  },
};

/** What the text that is offered would make of the run; nothing where none is. */
export function upgradeIn(context: CommandContext): UpgradePlan | undefined {
  const { handbook, state, at, roomForSteps } = context;
  if (handbook.offered === undefined) return undefined;
  return planUpgrade(factsOfState({ ...context, now: at }), state, handbook.offered, roomForSteps);
}

function addressOf(revision: string, { handbook, definition, run }: CommandContext): string {
  const repository = run.url.replace(/\/issues\/\d+$/, "");
  const path = handbook.offered?.handbook.processes.get(definition.id)?.path ?? definition.path;
  return `${repository}/blob/${revision}/${handbook.root}/${path}`;
}
