#!/usr/bin/env node
import * as modules from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `This is Node ${process.versions.node}, expected 22.12 or newer: install one from https://nodejs.org, or with your version manager, then run the same command again.\n`,
  );
  process.exit(2);
}
// A short command spends most of its time loading programs; Node keeps them ready from the second time on.
modules.enableCompileCache();
// The YAML parser looks at the environment at every word, which is slow while Node has to ask the system for it.
process.env = { ...process.env };

// Whoever reads on may have seen enough, as `head` has: what the command does besides goes on, and its exit code counts.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

const { runCommandLine } = await import("./command-line.ts");
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    now: () => process.env["HANDRAIL_NOW"] ?? new Date().toISOString(),
    env: process.env,
    ask: process.stdin.isTTY ? askHere : undefined,
  });
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const isWanted = process.env["HANDRAIL_DEBUG"] !== undefined;
  const hint = isWanted ? "" : "Set HANDRAIL_DEBUG=1 to see where it happened.\n";
  process.stderr.write(`${isWanted ? stack : message}\n${hint}`);
  process.exitCode = 1;
}

async function askHere(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
