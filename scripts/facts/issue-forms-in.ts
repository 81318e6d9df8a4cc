import { proposalFormPath } from "../../core/proposal/index.ts";
import { formsIn, isStartFormPath } from "./forms-in.ts";

/** The forms of a repository that start a process or propose a change, by path in it, with plain line ends. */
export function issueFormsIn(repository: string): Promise<Map<string, string>> {
  return formsIn(repository, (path) => path === proposalFormPath || isStartFormPath(path));
}
