import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type GitHeadWatch, gitHead, watchGitHead } from "../../disk/index.ts";

let root = "";
let watching: GitHeadWatch | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "handrail-head-"));
});
afterEach(() => {
  watching?.close();
  rmSync(root, { recursive: true, force: true });
});

const git = (folder: string, ...words: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@t", ...words], {
    stdio: "pipe",
  });
function repository(): string {
  const folder = join(root, "repository");
  mkdirSync(join(folder, "processes"), { recursive: true });
  writeFileSync(join(folder, "processes/roles.yml"), "a");
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "-m", "one");
  return folder;
}
/** Watches a folder; gives what waits for it to be told of another commit, and how often it was. */
async function watchOf(folder: string) {
  let [moves, seen] = [0, 0];
  let moved = Promise.withResolvers<void>();
  watching = await watchGitHead(folder, () => {
    moves += 1;
    moved.resolve();
  });
  return {
    next: async () => {
      if (moves === seen) await moved.promise;
      seen = moves;
      moved = Promise.withResolvers<void>();
    },
    moves: () => moves,
    look: () => watching?.look(),
  };
}

describe("the commit a folder stands at", () => {
  test.each([
    ["a repository", (folder: string) => folder],
    ["a folder of a repository", (folder: string) => join(folder, "processes")],
    [
      "a work tree",
      (folder: string) => {
        const tree = join(root, "tree");
        git(folder, "worktree", "add", "--quiet", "-b", "mine", tree);
        return join(tree, "processes");
      },
    ],
  ])("is watched in %s", async (_, placeOf) => {
    const place = placeOf(repository());
    const watched = await watchOf(place);
    git(place, "commit", "--quiet", "--allow-empty", "-m", "two");
    await watched.next();
    git(place, "reset", "--quiet", "--soft", "HEAD~1");
    await watched.next();
    git(place, "checkout", "--quiet", "-b", "team/wishes");
    git(place, "commit", "--quiet", "--allow-empty", "-m", "three");
    await watched.next();
    expect(watched.moves()).toBe(3);
  });

  test("stands still whatever else moves in the repository", async () => {
    const folder = repository();
    const watched = await watchOf(folder);
    writeFileSync(join(folder, "processes/roles.yml"), "b");
    git(folder, "add", ".");
    git(folder, "status");
    git(folder, "tag", "v1");
    git(folder, "branch", "other");
    git(folder, "commit", "--quiet", "-m", "two");
    await watched.next();
    expect(watched.moves()).toBe(1);
  });

  test("is heard of once a folder has come into a repository", async () => {
    const folder = join(root, "repository");
    mkdirSync(join(folder, "processes"), { recursive: true });
    const watched = await watchOf(join(folder, "processes"));
    await watched.look();
    expect(watched.moves()).toBe(0);
    repository();
    await watched.look();
    expect(watched.moves()).toBe(1);
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "two");
    await watched.next();
    expect(await gitHead(folder)).not.toBe("");
  });

  test("is nothing to wait for where no folder is", async () => {
    const watched = await watchOf(join(root, "nowhere"));
    await watched.look();
    expect(watched.moves()).toBe(0);
  });
});
