import { enableCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { ExhaustivePart } from "./play-exhaustively.ts";
import type { Part } from "./play-part.ts";

// Only what is loaded from now on is kept compiled for the next time.
enableCompileCache();
const { playPart } = await import("./play-part.ts");
const { playExhaustively } = await import("./play-exhaustively.ts");

parentPort?.on("message", async (part: Part | ExhaustivePart) => {
  parentPort?.postMessage(await ("life" in part ? playExhaustively(part) : playPart(part)));
});
