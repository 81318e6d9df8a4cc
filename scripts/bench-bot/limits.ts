import { manyStarts } from "../../test/bot/bench/many-starts.ts";

/** What becomes of many starts at once when GitHub allows no more. */
export async function limits(): Promise<string> {
  const { complete, minutes, refusals, requests, notices } = await manyStarts(50, 20);
  return [
    "## 50 starts of 20 steps at one moment, under GitHub's limits of 80 a minute and 500 an hour",
    "",
    `${complete.length} complete after ${minutes.toFixed(0)} minutes, ${refusals} refusals, ${requests} requests; ${notices.length} runs were told that they wait.`,
    "",
  ].join("\n");
}
