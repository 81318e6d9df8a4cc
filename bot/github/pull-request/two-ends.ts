import { z } from "zod";
import type { RestClient } from "../rest-client.ts";

const commit = z.object({ sha: z.string() });
const comparison = z.object({ base_commit: commit, merge_base_commit: commit });

/** The commit that a branch, or another commit, stands at, and the one at which it and a head parted. */
export async function twoEnds(
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
  base: string,
  head: string,
): Promise<{ readonly base: string; readonly parting: string }> {
  const { data } = await rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
    ...at,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  const { base_commit: now, merge_base_commit: parting } = comparison.parse(data);
  return { base: now.sha, parting: parting.sha };
}
