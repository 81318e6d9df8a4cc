import { enableCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Part } from "./play-part.ts";

// Only what is loaded from now on is kept compiled for the next time.
enableCompileCache();
const { playPart } = await import("./play-part.ts");

parentPort?.on("message", async (part: Part) => {
  parentPort?.postMessage(await playPart(part));
});
