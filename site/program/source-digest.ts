import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["core", "site", "mermaid/files"];
const files = ["astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** Names everything the page program is made from: another text, style, picture or package gives another name. */
export function sourceDigest(root: string): string {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash("sha256").update(process.version);
  // Hundreds of small files: waiting for each would take several times as long as reading it.
  for (const file of [...inFolders.sort(), ...files.map((name) => join(root, name))])
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("base64url").slice(0, 22);
}
