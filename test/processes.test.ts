import { expect, test } from "vitest";
import { handbookOf, planOf, shippedFiles } from "./builders.ts";

/** When each step of the statement is over, in minutes: whoever is next reacts in time and takes as long as planned. */
function minutesUntil(answers: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const { processes, roles } = handbookOf(shippedFiles());
  const definition = processes.get("respond-to-news");
  if (!definition) throw new Error("There is no respond-to-news any more.");
  const ends = new Map<string, number>();
  for (const { step, dependsOn } of planOf(definition, { answers, roles, processes }).tasks) {
    const { respondMinutes = 0, effortMinutes = 0 } = definition.steps.find(({ id }) => id === step) ?? {};
    const begins = Math.max(0, ...dependsOn.map((id) => ends.get(id) ?? 0));
    ends.set(step, begins + respondMinutes + effortMinutes);
  }
  return ends;
}

test.each([
  ["Speak now", "publish", 180],
  ["Speak now", "approve-words", 150],
  ["Speak now", "stance", 60],
  ["Prepare an answer", "ready-answer", 180],
  ["Stay silent", "silence", 180],
])("respond-to-news keeps the times of its clock: %s, %s", (stance, step, minutes) => {
  const ends = minutesUntil(
    new Map([
      ["stance", stance],
      ["criticism", "yes"],
    ]),
  );
  expect(ends.get(step)).toBeLessThanOrEqual(minutes);
});
