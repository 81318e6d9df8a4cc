import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";

/** A folder that nobody else uses. */
export interface OwnFolder {
  readonly path: string;
  /** Removes it with all it holds. */
  remove(): void;
}

const madeHere = new Set<string>();

/** Milliseconds after which whoever has a folder shows again that they live. */
const sign = 3_600_000;
/** Milliseconds without a sign after which another machine's folder is nobody's any more: it may have slept for a night. */
const silence = 48 * sign;

/**
 * Makes a folder within another that only its maker uses, however many processes and parts of a process work there at once. What
 * processes left behind that died goes first: of this machine at once, of others, whose processes nobody can ask, when its maker has
 * not shown for two days that it lives.
 */
export function makeOwnFolder(parent: string): OwnFolder {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent))
    if (isLeftBehind(name, parent)) rmSync(join(parent, name), { recursive: true, force: true });
  const path = mkdtempSync(join(parent, `${machine()}-${process.pid}-`));
  madeHere.add(basename(path));
  const living = setInterval(() => showLife(path), sign).unref();
  return {
    path,
    remove: () => {
      clearInterval(living);
      rmSync(path, { recursive: true, force: true });
      madeHere.delete(basename(path));
    },
  };
}

function showLife(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody has emptied the cache: whoever works there next makes the folder anew.
  }
}

function isLeftBehind(name: string, parent: string): boolean {
  const [, maker, pid] = /^([0-9a-f]{12})-([1-9]\d*)-/.exec(name) ?? [];
  if (maker === undefined || madeHere.has(name)) return false;
  if (maker !== machine()) return isSilent(join(parent, name));
  // After a restart of a container the numbers of processes begin anew.
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isSilent(path: string): boolean {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs > silence;
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
