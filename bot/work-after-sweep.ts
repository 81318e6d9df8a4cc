import type { Work } from "./ports/work-queue.ts";
import type { Reviews } from "./pull-requests/reviews.ts";
import type { Readings } from "./readings/readings.ts";
import type { RepositoryRef } from "./runs.ts";
import type { Swept } from "./sweep.ts";

/**
 * What else a sweep finds to do in a repository beside its runs: proposals and ticked readings whose event was lost, pull requests that are
 * not seen as they are; owners are asked here and now to look through what nobody has for long. One list for everybody who sweeps.
 */
export async function workAfterSweep(
  { proposals, ticked, learning }: Pick<Swept, "proposals" | "ticked" | "learning">,
  ref: RepositoryRef,
  account: number,
  { reviews, readings }: { readonly reviews: Reviews; readonly readings: Readings },
): Promise<Work[]> {
  const { owner, name } = ref;
  const place = { account, owner, name };
  const pulls = await reviews.unseen(ref);
  await readings.askForReviews(ref);
  return [
    ...proposals.map((issue) => ({ kind: "take-up" as const, ...place, issue })),
    ...ticked.map((issue) => ({ kind: "tick" as const, ...place, issue })),
    ...(learning === "off" ? [] : [{ kind: "learn" as const, ...place, isDay: learning === "day" }]),
    ...pulls.map((pull) => ({ kind: "review" as const, ...place, pull })),
  ];
}
