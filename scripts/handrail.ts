#!/usr/bin/env node
import { runCommandLine } from "./command-line.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => process.env["HANDRAIL_NOW"] ?? new Date().toISOString(),
  env: process.env,
});
