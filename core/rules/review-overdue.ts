import { type CivilDate, parseQuantity } from "../calendar/index.ts";
import { reviewDueOn } from "../definition/index.ts";
import { code } from "../message.ts";
import { longDate } from "../text/index.ts";
import type { ContextRule } from "./rule.ts";

/** A process nobody has looked through for longer than it says. */
export const reviewOverdue: ContextRule = {
  id: "review-overdue",
  scope: "process-in-context",
  severity: "warning",
  purpose: "A process with `reviewEvery` was changed or confirmed within that time.",
  why: "Systems, people and insight change. A text that nobody has looked at for long is followed although it is wrong, or not at all.",
  examples: [
    {
      title: "Six months are over",
      wrong: {
        process: "reviewEvery: 6mo",
        facts: {
          today: "2026-12-18" as CivilDate,
          revisedOn: new Map([["content/example.mdx", "2026-05-04" as CivilDate]]),
        },
      },
      at: "6mo",
      right: {
        process: "reviewEvery: 6mo",
        facts: {
          today: "2026-12-18" as CivilDate,
          revisedOn: new Map([["content/example.mdx", "2026-10-05" as CivilDate]]),
        },
      },
    },
  ],
  check: ({ path, draft, frontMatter }, { facts: { today, revisedOn } }) => {
    const every = parseQuantity(draft.reviewEvery ?? "", ["d", "w", "mo", "y"]);
    const revised = revisedOn?.get(path);
    if (today === undefined || revised === undefined || !every) return [];
    const due = reviewDueOn(revised, every);
    if (due >= today) return [];
    const message = `Last changed or found right on ${longDate(revised)} and to be reviewed every ${code(draft.reviewEvery)}, so a review was due on ${longDate(due)}; read it through and commit what you change.`;
    return [{ ...frontMatter.positionOf(["reviewEvery"]), message }];
  },
};
