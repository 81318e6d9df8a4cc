import { z } from "zod";
import type { RestClient } from "../rest-client.ts";

/** A changed file as the list of a pull request names it. */
export const changedFile = z.object({ path: z.string(), changeType: z.string() });

const listed = z.array(z.object({ previous_filename: z.string().optional() }));

const pageSize = 100;
/** GitHub lists three thousand files. */
const mostPages = 30;

/**
 * Where the renamed files of a pull request were before: beside its other files GitHub lists them under their new paths alone, so that one that
 * left a folder would not be missed there. Empty, without a request, where none is renamed.
 */
export async function formerPaths(
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
  number: number,
  files: readonly z.output<typeof changedFile>[],
): Promise<string[]> {
  if (!files.some(({ changeType }) => changeType === "RENAMED")) return [];
  const found: string[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await rest("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
      ...at,
      pull_number: number,
      per_page: pageSize,
      page,
    });
    const onPage = listed.parse(data);
    found.push(...onPage.flatMap(({ previous_filename: path }) => path ?? []));
    if (onPage.length < pageSize) break;
  }
  return found;
}
