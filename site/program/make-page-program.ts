import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pathsIn } from "../output/paths-in.ts";
import { readGuideTexts } from "./guide-texts.ts";
import type { ProgramFacts } from "./page-program.ts";
import { sourceDigest } from "./source-digest.ts";

/**
 * Makes the page program from the sources: `node site/program/make-page-program.ts [FOLDER]`. The folder, by default
 * `.artifacts/page-program/made`, then holds all that is needed to render any handbook, without a package: `server` is
 * the program, `client` stands beside the pages of every site, `mermaid` beside those that need it.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, ".artifacts/page-program/made"));
process.env["ASTRO_TELEMETRY_DISABLED"] ??= "1";

const id = sourceDigest(root);
// Astro would draw one by chance, for parts of pages that are fetched later; there are none.
process.env["ASTRO_KEY"] ??= createHash("sha256").update(id).digest("base64");

const made = `${folder}.${process.pid}`;
rmSync(made, { recursive: true, force: true });
const { build } = await import("astro");
await build({ root, outDir: made, logLevel: "error" });
forgetPlaces(join(made, "server"));
// Copied, not bundled: bundling it would take longer than all the rest.
cpSync(join(root, "mermaid/files"), join(made, "mermaid"), { recursive: true });
writeFacts(made);
takeOver(made, folder);
removeOld(dirname(folder));

/** Astro names modules by where they were on this machine; the program is the same wherever it is made. */
function forgetPlaces(server: string): void {
  for (const path of pathsIn(server)) {
    const file = join(server, path);
    const text = readFileSync(file, "utf8")
      .replaceAll(`${made}/`, "/page-program/")
      .replaceAll(root, "/handrail/");
    writeFileSync(file, text);
  }
}

/** Last, since whoever finds these facts takes the program for whole. */
function writeFacts(target: string): void {
  const facts: ProgramFacts = { id, guide: readGuideTexts() };
  writeFileSync(join(target, "program.json"), JSON.stringify(facts));
}

/** Puts the program where it belongs. Who comes second to make the same finds it there. */
function takeOver(from: string, to: string): void {
  const old = `${to}.old.${process.pid}`;
  if (existsSync(to)) renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}

/** Removes programs of earlier sources that nobody will ask for again; somebody may still run one of this week. */
function removeOld(place: string): void {
  const weekAgo = Date.now() - 7 * 86_400_000;
  if (place !== join(root, ".artifacts/page-program")) return;
  for (const name of readdirSync(place))
    if (statSync(join(place, name)).mtimeMs < weekAgo)
      rmSync(join(place, name), { recursive: true, force: true });
}
