import { existsSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { BrokenDiagram } from "../../core/rules/index.ts";
import type { DiagramVerdict } from "./broken-diagrams.ts";

/** What is asked of Mermaid here. */
interface Mermaid {
  parse(text: string): Promise<unknown>;
}

/** The worker's side of `broken-diagrams.ts`: the text of a diagram in, what Mermaid says of it out. */
parentPort?.on("message", async (text: string) => {
  parentPort?.postMessage(await judge(text));
});

const loading = loadMermaid();

async function judge(text: string): Promise<DiagramVerdict> {
  const mermaid = await loading;
  try {
    await mermaid.parse(text);
    return { text };
  } catch (error) {
    return { text, broken: describe(error as MermaidError) };
  }
}

/** It is the file that the pages bring to browsers: as a package it would bring 110 others. */
async function loadMermaid(): Promise<Mermaid> {
  Object.assign(globalThis, bareBrowser());
  const brought = new URL("page-program/mermaid/mermaid.esm.min.mjs", import.meta.url);
  const file = existsSync(brought)
    ? brought
    : new URL("../../mermaid/files/mermaid.esm.min.mjs", import.meta.url);
  return ((await import(file.href)) as { default: Mermaid }).default;
}

/**
 * Mermaid asks for the document of a browser as soon as it is loaded, for drawing, which nothing here does: its parsers read text.
 * What it touches before that is all there is. A document that makes no others is one in which it leaves labels uncleaned,
 * and nothing shows them here. A whole browser's document (jsdom) takes three times as long to load as Mermaid.
 */
function bareBrowser(): object {
  const document = { nodeType: 9, implementation: {}, createElement: () => ({}) };
  const window = {
    document,
    Element: class {},
    addEventListener: () => {},
    CSS: { supports: () => true },
  };
  return { window, document };
}

/** What Mermaid's parsers throw: a message of several lines, and often a place. */
interface MermaidError extends Error {
  readonly hash?: { readonly loc?: { readonly first_line?: number } };
}

function describe({ message, hash }: MermaidError): BrokenDiagram {
  const lines = message.split("\n").map((line) => line.trim());
  const stated = /on line (\d+)/.exec(lines[0] ?? "")?.[1];
  const line = hash?.loc?.first_line ?? (stated === undefined ? undefined : Number(stated));
  const telling = /^Parse error/.test(lines[0] ?? "") ? lines.at(-1) : lines[0];
  return { reason: (telling ?? "").replaceAll(/'/g, ""), ...(line !== undefined && { line }) };
}
