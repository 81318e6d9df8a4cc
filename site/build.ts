import { enableCompileCache } from "node:module";

// The YAML parser and others look at the environment at every turn, which is slow while Node asks the system for it.
process.env = { ...process.env };
enableCompileCache();

const { hasErrors } = await import("../core/problem.ts");
const { problemLines } = await import("../core/text/index.ts");
const { buildHandbook, openPageProgram, pageProgramFolder, readSettings } = await import("./index.ts");

/** Builds the handbook site, with the environment variables docs/going-live.md lists. */
try {
  const settings = readSettings(process.env, () => new Date().toISOString());
  const program = await openPageProgram(await pageProgramFolder());
  const { problems, broken, pages, changed } = await buildHandbook(
    program,
    settings,
    process.env["HANDRAIL_OUT"] || "dist",
  );
  if (hasErrors(problems)) {
    process.stderr.write(problemLines(problems));
    process.exitCode = 1;
  } else process.stdout.write(`${changed} of ${pages} pages changed.\n`);
  for (const { page, link, reason } of broken) process.stderr.write(`${page} ${link} ${reason}\n`);
  if (broken.length > 0) process.exitCode = 1;
} catch (error) {
  const { failureText } = await import("./tell-failure.ts");
  process.stderr.write(failureText(error));
  process.exitCode = 1;
}
