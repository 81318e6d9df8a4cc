import { gitHead } from "../../disk/index.ts";
import { packageFacts, packageRoot } from "../package-root.ts";

/**
 * The action as a workflow names it: by commit, with its version behind it. A package says where it comes from; among the
 * sources it is the commit checked out, of an owner that only whoever published it knows.
 */
export async function actionName(): Promise<string> {
  const { version, action } = packageFacts();
  return action ?? `${unknownOwner}/handrail@${(await gitHead(packageRoot())) || "main"} # v${version}`;
}

/** Stands for the account that Handrail is published by, where it is not known. */
export const unknownOwner = "OWNER";
