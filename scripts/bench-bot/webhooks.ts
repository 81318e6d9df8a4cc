import { webhookLoad } from "../../test/bot/bench/webhooks.ts";
import { table } from "./table.ts";

const [sent, seconds] = [1000, 10];

/** How a server bears many webhooks, and two that share the work. In real time, each server a process of its own. */
export async function webhooks(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const processes of [1, 2] as const) {
    const load = await webhookLoad(processes, sent, seconds);
    const name = processes === 1 ? "one process" : "two on Redis";
    if (load === undefined)
      rows.push([name, "not tried: no redis-server or no bullmq here", ...Array(7).fill("")]);
    else
      rows.push([
        name,
        load.accepted,
        ...[load.p50, load.p95, load.max].map((time) => time.toFixed(0)),
        ...[load.memoryBefore, load.memoryAfter].map((bytes) => (bytes / 1_000_000).toFixed(0)),
        ...[load.handOverP50, load.handOverMax].map((time) => (time / 1000).toFixed(1)),
      ]);
  }
  return table(
    `${sent} webhooks in ${seconds} seconds, and the time from a closed step to the word to whoever is next (no spacing of writes)`,
    ["server", "accepted", "p50 ms", "p95 ms", "max ms", "MB before", "MB after", "hand-over p50 s", "max s"],
    rows,
  );
}
