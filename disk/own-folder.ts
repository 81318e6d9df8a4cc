import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";

/** A folder that nobody else uses. */
export interface OwnFolder {
  readonly path: string;
  /** Removes it with all it holds. */
  remove(): void;
}

const madeHere = new Set<string>();

/**
 * Makes a folder within another that only its maker uses, however many processes and parts of a process work there at once. What
 * processes of this machine left behind when they died goes first; of other machines nobody knows whether they live, so theirs stay.
 */
export function makeOwnFolder(parent: string): OwnFolder {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent))
    if (isLeftBehind(name)) rmSync(join(parent, name), { recursive: true, force: true });
  const path = mkdtempSync(join(parent, `${machine()}-${process.pid}-`));
  madeHere.add(basename(path));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      madeHere.delete(basename(path));
    },
  };
}

function isLeftBehind(name: string): boolean {
  const [, maker, pid] = /^([0-9a-f]{12})-([1-9]\d*)-/.exec(name) ?? [];
  if (maker !== machine() || madeHere.has(name)) return false;
  // After a restart of a container the numbers of processes begin anew.
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

/** A process of somebody else may not be signalled, and is alive. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Processes are numbered anew on each machine, also where several share a disk. */
function machine(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 12);
}
