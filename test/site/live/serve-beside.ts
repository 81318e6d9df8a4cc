import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLiveHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../../site/index.ts";

// Serves the handbook that the environment names, as another process beside the test, until its input ends. Says its address.
const now = () => "2026-11-23T08:00:00Z";
const program = await openPageProgram(await pageProgramFolder());
const live = await createLiveHandbook(program, readSettings(process.env, now), {
  now,
  showsEverything: true,
  onProblem: (message) => process.stderr.write(`${message}\n`),
});
const server = createServer(live.handle);
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.stdin.resume().once("end", async () => {
  server.close();
  server.closeAllConnections();
  await live.close();
});
