import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installFolder } from "./tools/install-folder.ts";

/**
 * Copies Mermaid's finished file for browsers, with its parts and its licence, from the package that `mermaid/package-lock.json`
 * names into `mermaid/files`: `npm run mermaid`. With `--check` nothing is written: it fails when a file there is not the package's.
 */
const packageFolder = "mermaid/node_modules/mermaid";
const target = "mermaid/files";
const chunks = "chunks/mermaid.esm.min";

installFolder("mermaid");
const wanted = finishedFiles();
if (process.argv.includes("--check")) check();
else write();

/** What a browser asks for, by its path in `mermaid/files`. */
function finishedFiles(): ReadonlyMap<string, Buffer> {
  const parts = readdirSync(join(packageFolder, "dist", chunks)).filter((name) => name.endsWith(".mjs"));
  const paths = ["mermaid.esm.min.mjs", ...parts.map((name) => `${chunks}/${name}`)];
  return new Map([
    ["LICENSE", readFileSync(join(packageFolder, "LICENSE"))],
    ...paths.map((path) => [path, readFileSync(join(packageFolder, "dist", path))] as const),
  ]);
}

function write(): void {
  rmSync(target, { recursive: true, force: true });
  for (const [path, bytes] of wanted) {
    mkdirSync(join(target, path, ".."), { recursive: true });
    writeFileSync(join(target, path), bytes);
  }
}

function check(): void {
  const there = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(target.length + 1)
        .replaceAll("\\", "/"),
    );
  const digest = (bytes: Buffer | undefined) => bytes && createHash("sha256").update(bytes).digest("hex");
  const wrong = [...new Set([...there, ...wanted.keys()])].filter(
    (path) => !there.includes(path) || digest(readFileSync(join(target, path))) !== digest(wanted.get(path)),
  );
  if (wrong.length === 0) return;
  console.error(
    `These files of mermaid/files are not those of the package in mermaid/package-lock.json; run npm run mermaid and commit what it writes:\n${wrong.join("\n")}`,
  );
  process.exitCode = 1;
}
