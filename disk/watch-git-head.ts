import { execFile } from "node:child_process";
import { type FSWatcher, watch } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gitHead } from "./git-head.ts";

const run = promisify(execFile);

/** What watches a repository. */
export interface GitHeadWatch {
  /** Looks whether the folder has come into a repository where it was in none; calls back where that one has a commit. */
  look(): Promise<void>;
  close(): void;
}

/** A commit touches several files; so many milliseconds after the last of them git is asked what it stands at. */
const settleMilliseconds = 50;

/**
 * Calls back after the repository of a folder has come to stand at another commit, by whatever means: a commit, a pull, another
 * branch. Whatever else moves in the repository calls nobody. Quiet where there is no repository, or none that can be watched.
 */
export async function watchGitHead(folder: string, onMove: () => void): Promise<GitHeadWatch> {
  let known = "";
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let asked: Promise<void> = Promise.resolve();
  let isClosed = false;
  const ask = () => {
    asked = asked.then(async () => {
      const head = await gitHead(folder);
      if (isClosed || head === known) return;
      known = head;
      onMove();
    });
  };
  const onEvent = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, settleMilliseconds);
  };
  const begin = async () => {
    const places = await placesThatMove(folder);
    if (!isClosed) watchers = places.flatMap((place) => watchIfThere(place, onEvent));
  };
  await begin();
  // Only now: what moves from here on is heard.
  known = await gitHead(folder);
  return {
    look: async () => {
      if (watchers.length > 0) return;
      await begin();
      ask();
      await asked;
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/**
 * The folders in which something moves whenever HEAD does: git locks `HEAD` in its own folder and writes the index there, which for a
 * work tree is another folder than the one it shares; newer repositories keep all branches in `reftable`.
 */
async function placesThatMove(folder: string): Promise<readonly string[]> {
  try {
    const { stdout } = await run("git", ["-C", folder, "rev-parse", "--git-dir", "--git-common-dir"]);
    const places = stdout
      .trimEnd()
      .split("\n")
      .map((line) => resolve(folder, line));
    return [...new Set(places.flatMap((place) => [place, join(place, "reftable")]))];
  } catch {
    return [];
  }
}

function watchIfThere(place: string, onEvent: () => void): FSWatcher[] {
  try {
    const watcher = watch(place, onEvent);
    // It ends where the folder is taken away; what was shown stays.
    watcher.on("error", () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
