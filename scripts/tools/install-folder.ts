import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of a folder that has a lock file of its own, such as `tools`, unless they are there as it says.
 * What npm says goes to standard error. Throws when npm fails.
 */
export function installFolder(folder: string): void {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules/.installed-lock.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === readFileSync(lock, "utf8")) return;
  const { status } = spawnSync(
    "npm",
    ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"],
    {
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) throw new Error(`npm ci --prefix ${folder} failed; what it said stands above.`);
  copyFileSync(lock, installed);
}
