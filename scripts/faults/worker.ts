import { parentPort } from "node:worker_threads";
import { type Part, playPart } from "./play-part.ts";

parentPort?.on("message", async (part: Part) => {
  parentPort?.postMessage(await playPart(part));
});
