import { relative } from "node:path";
import { isStartForm } from "../../core/form/index.ts";
import { formsIn, isStartFormPath } from "./forms-in.ts";

/**
 * The start forms of the repository a handbook is part of, by process id. Nothing when the handbook does not stand
 * right in the working folder, as the repository's own handbook does, or when none there is ours: then nobody has asked for start forms.
 */
export async function readStartForms(
  handbookFolder: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (!/^[^./\\][^/\\]*$/.test(relative(process.cwd(), handbookFolder))) return undefined;
  const forms = await formsIn(".", isStartFormPath);
  if (![...forms.values()].some(isStartForm)) return undefined;
  return new Map([...forms].map(([path, text]) => [path.replace(/^.*\/start-|\.yml$/g, ""), text]));
}
