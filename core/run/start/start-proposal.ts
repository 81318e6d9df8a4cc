import { civilToday } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import type { RunPlan } from "../../plan/index.ts";
import { joinMarkdown, type Markdown, md, text } from "../../text/index.ts";
import type { RunInput } from "../decide.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { planTable } from "../status-table.ts";
import type { GateOverride } from "./gate-override.ts";

function gateWords({ roles, keepers }: GateOverride, { handbook }: RunHandbook): Markdown {
  const named = roles.map(({ role, people }) => ({ role: handbook.roles.get(role)?.title ?? role, people }));
  return text.start.waitsForKeeper(named, keepers);
}

/** What is said of a start that waits. */
export interface StartProposal {
  readonly plan: RunPlan;
  readonly definition: ProcessDefinition;
  readonly input: RunInput;
  /** Whether whoever asked for it is of the team. */
  readonly isMember: boolean;
  readonly gate: GateOverride | undefined;
  /** The number of an open run of the same process for the same anchor date. */
  readonly like: number | undefined;
}

/** The plan of a run that waits for `/go`: its warnings first, the nearest date that works, and what to write. */
export function startProposal({
  plan,
  definition,
  input: { observed, handbook, now },
  isMember,
  gate,
  like,
}: StartProposal): Markdown {
  const today = civilToday(now, handbook.handbook.config.timeZone);
  const isPastDue = plan.warnings.some(({ id }) => id === "past-due");
  const shouldMove = isPastDue || plan.warnings.some(({ id }) => id === "non-business-anchor");
  return joinMarkdown(
    [
      text.status.proposalHeading(definition.title),
      like === undefined ? md`` : text.start.looksLike(like, definition.anchor, plan.anchorDate),
      text.status.warnings(plan.warnings.map(({ message }) => message)),
      isPastDue && plan.startDate < today ? text.status.shouldHaveStarted(plan.startDate) : md``,
      shouldMove ? text.status.earliest(definition.anchor, plan.earliestAnchorDate) : md``,
      planTable(plan, handbook),
      gate ? gateWords(gate, handbook) : md``,
      gate
        ? md``
        : isMember
          ? text.status.waitsForGo(definition.anchor)
          : text.status.waitsForMember(observed.run.author),
    ],
    "\n\n",
  );
}
