import { Worker } from "node:worker_threads";
import type { ParsedHandbook } from "../../core/definition/index.ts";
import type { BrokenDiagram } from "../../core/rules/index.ts";

/** What a diagram's turn in the worker ends with. */
export interface DiagramVerdict {
  readonly text: string;
  readonly broken?: BrokenDiagram;
}

/** Texts of diagrams that Mermaid can read: what is in it is not asked again, and what turns out so is added. */
export interface SoundDiagrams {
  has(text: string): boolean;
  add(text: string): void;
}

const mostSecondsEach = 10;

/**
 * What Mermaid says of the diagrams of a handbook that it cannot read, by their text. Mermaid wants to be in a
 * browser: a worker looks enough like one, so that nothing else meets it and a diagram that never ends can be stopped.
 * Nothing when there is no diagram.
 */
export async function findBrokenDiagrams(
  { processes, pages }: ParsedHandbook,
  sound: SoundDiagrams = new Set(),
): Promise<ReadonlyMap<string, BrokenDiagram> | undefined> {
  const fences = [...processes, ...pages].flatMap(({ body }) => body.fences);
  const texts = new Set(fences.filter(({ language }) => language === "mermaid").map(({ text }) => text));
  if (texts.size === 0) return undefined;
  const broken = new Map<string, BrokenDiagram>();
  const unknown = [...texts].filter((text) => !sound.has(text));
  if (unknown.length === 0) return broken;
  const worker = new Worker(new URL("./diagram-worker.ts", import.meta.url));
  try {
    for (const text of unknown) {
      const verdict = await askWorker(worker, text);
      if (verdict === "too-slow") {
        // The worker hears nothing any more, so the other diagrams have to wait until this one is mended.
        broken.set(text, { reason: `it was not read within ${mostSecondsEach} seconds` });
        break;
      }
      if (verdict.broken) broken.set(text, verdict.broken);
      else sound.add(text);
    }
  } finally {
    await worker.terminate();
  }
  return broken;
}

function askWorker(worker: Worker, text: string): Promise<DiagramVerdict | "too-slow"> {
  return new Promise((resolve, reject) => {
    const stop = setTimeout(() => resolve("too-slow"), mostSecondsEach * 1000);
    worker.removeAllListeners();
    worker.once("error", reject);
    worker.once("message", (verdict: DiagramVerdict) => {
      clearTimeout(stop);
      resolve(verdict);
    });
    worker.postMessage(text);
  });
}
