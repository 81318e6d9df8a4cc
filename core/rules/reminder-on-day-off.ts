import { minutesOf, parseQuantity } from "../calendar/index.ts";
import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** A reminder counted in hours that reaches into the day before, which may be a Sunday. */
export const reminderOnDayOff: HandbookRule = {
  id: "reminder-on-day-off",
  scope: "handbook",
  severity: "advice",
  purpose: "Reminders that reach into the day before are counted in business days.",
  why: "48 hours before a Monday is a Saturday. Nobody is reminded on a day off, so two such reminders fall together on Friday evening, when it is too late to plan the work.",
  examples: [
    {
      title: "Two days, written as hours",
      wrong: { handbook: "title: Ours\nreminders: [48h, 2h]\n" },
      at: "48h",
      right: { handbook: "title: Ours\nreminders: [2bd, 2h]\n" },
    },
  ],
  check: ({ parsed: { config } }) => {
    const { path, data, draft } = config;
    const minutesOfDay = minutesOf(draft.dueTime ?? "17:00");
    return listOf(draft.reminders).flatMap((text, index) => {
      const hours = parseQuantity(text, ["h"])?.amount ?? 0;
      if (hours * 60 <= minutesOfDay) return [];
      const days = Math.max(1, Math.round(hours / 24));
      const place = typeof draft.reminders === "string" ? ["reminders"] : ["reminders", index];
      const message = `A reminder ${code(text)} before the due moment can fall on a day off, and is then said on the business day before; write ${code(`${days}bd`)} to count business days.`;
      return [{ path, ...data.positionOf(place), message }];
    });
  },
};
