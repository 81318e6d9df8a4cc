import { type FSWatcher, watch } from "node:fs";
import { watchGitHead } from "../../disk/index.ts";

/** Saving one file is often several events. */
const settleMilliseconds = 15;

/**
 * Calls back after files of a handbook have changed, once for those that change together, and after its repository has come to stand at
 * another commit. Of a folder that is not there nobody hears anything. Gives what ends it.
 */
export async function watchHandbook(folder: string, onChange: () => void): Promise<() => void> {
  const repository = await watchGitHead(folder, onChange);
  let timer: NodeJS.Timeout | undefined;
  let isChanged = false;
  const watcher = watchIfThere(folder, (path) => {
    isChanged ||= path === null || !isOfGit(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isChanged) onChange();
      isChanged = false;
      void repository.look();
    }, settleMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    watcher?.close();
    repository.close();
  };
}

function watchIfThere(folder: string, onEvent: (path: string | null) => void): FSWatcher | undefined {
  try {
    return watch(folder, { recursive: true }, (_, path) => onEvent(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Git moves much that no page shows, whenever somebody only asks it how things stand. */
function isOfGit(path: string): boolean {
  return /^\.git(?:[\\/]|$)/.test(path);
}
