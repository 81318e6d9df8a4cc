import { runAction } from "./action.ts";

// The YAML parser looks at the environment at every word, which is slow while Node has to ask the system for it.
process.env = { ...process.env };

/** What GitHub Actions runs: `npm run action:bundle` makes one file of it, `action/index.js`. */
process.exitCode = await runAction({
  env: process.env,
  now: () => process.env["HANDRAIL_NOW"] ?? new Date().toISOString(),
  print: (line) => process.stdout.write(`${line}\n`),
});
