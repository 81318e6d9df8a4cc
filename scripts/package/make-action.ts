import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.ts";
import { licenceNotices } from "./licence-notices.ts";

/**
 * Bundles the action into one file: `node scripts/package/make-action.ts [FOLDER]`, by default into `action`, which is
 * committed since GitHub runs it as it stands. With `--check` it writes nothing, and ends with exit code 1 when what is
 * committed is not what the sources give.
 */
const { values, positionals } = parseArgs({
  options: { check: { type: "boolean", default: false } },
  allowPositionals: true,
});
const folder = positionals[0] ?? "action";
const isCheck = values.check;
const work = mkdtempSync(join(tmpdir(), "handrail-action-"));
try {
  const files = await bundle({
    programs: { index: "bot/action-main.ts" },
    folder: work,
    beside: [],
    isOneFile: true,
  });
  const wanted = new Map([
    [join(folder, "index.js"), readFileSync(join(work, "index.js"), "utf8")],
    [join(folder, "THIRD-PARTY.md"), licenceNotices(files)],
  ]);
  const stale = [...wanted].filter(([path, text]) => read(path) !== text);
  if (!isCheck) mkdirSync(folder, { recursive: true });
  if (!isCheck) for (const [path, text] of stale) writeFileSync(path, text);
  for (const [path] of stale) process.stdout.write(`${path}\n`);
  if (isCheck && stale.length > 0) {
    process.stderr.write(
      "The action is not what the sources give: run `npm run action:bundle`, and commit what it writes.\n",
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
