import { peopleOfRole } from "../people/people-of-role.ts";
import type { CommandContext } from "./command.ts";

/** Who can be asked to steer a run: who started it, or whoever has it or answers for it where the bot started it. */
export function whoToAsk(context: CommandContext): readonly string[] {
  const { run, ledger, definition } = context;
  if (!run.isOurs) return [ledger.startedBy];
  return run.assignees.length > 0
    ? run.assignees
    : peopleOfRole(definition.processOwner, context).people.slice(0, 1);
}
