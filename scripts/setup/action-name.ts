import { existsSync } from "node:fs";
import { join } from "node:path";
import { gitHead } from "../../disk/index.ts";
import { packageFacts, packageRoot } from "../package-root.ts";

/**
 * The action as a workflow names it: by commit, with its version behind it. A package says where it comes from, and one that does not
 * by its version alone; among the sources it is the commit checked out, of an owner that only whoever published it knows.
 */
export async function actionName(): Promise<string> {
  const { version, action } = packageFacts();
  return (
    action ?? `${unknownOwner}/handrail@${(await ownCommit(packageRoot())) || `v${version}`} # v${version}`
  );
}

/** The commit of the sources; empty in a package, which may lie within the repository of whoever uses it. */
async function ownCommit(root: string): Promise<string> {
  return existsSync(join(root, ".git")) ? gitHead(root) : "";
}

/** Stands for the account that Handrail is published by, where it is not known. */
export const unknownOwner = "OWNER";
