import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { createLiveHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../../site/index.ts";

const times = 5;

/**
 * Seconds from saving a file of a handbook that is served live to having the new page, as a browser that has the page
 * open comes by it: the event, then the page. The middle one of five, after a first that counts for nothing.
 */
export async function saveToPage(
  environment: Readonly<Record<string, string>>,
  file: string,
  path: string,
): Promise<number> {
  const now = () => new Date().toISOString();
  const live = await createLiveHandbook(
    await openPageProgram(await pageProgramFolder()),
    readSettings(environment, now),
    {
      now,
      onProblem: (message) => {
        throw new Error(message);
      },
    },
  );
  const server = createServer(live.handle);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const events = (await fetch(`${address}live-events`)).body?.getReader();
  await events?.read();
  const text = readFileSync(file, "utf8");
  const seconds: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const mark = `Saved for the time ${time}.`;
    const begun = performance.now();
    writeFileSync(file, `${text}\n${mark}\n`);
    let html = "";
    while (!html.includes(mark)) {
      await events?.read();
      html = await (await fetch(`${address}${path}`)).text();
    }
    seconds.push((performance.now() - begun) / 1000);
    // The search index is made in the meantime, as it would be between two saves.
    await setTimeout(1000);
  }
  await events?.cancel();
  await live.close();
  server.closeAllConnections();
  server.close();
  const counted = seconds.slice(1).sort((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)] ?? 0;
}
