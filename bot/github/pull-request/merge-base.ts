import { z } from "zod";
import type { RestClient } from "../rest-client.ts";

const comparison = z.object({ merge_base_commit: z.object({ sha: z.string() }) });

/** The commit at which two others parted. */
export async function mergeBaseOf(
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
  base: string,
  head: string,
): Promise<string> {
  const { data } = await rest("GET /repos/{owner}/{repo}/compare/{basehead}", {
    ...at,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return comparison.parse(data).merge_base_commit.sha;
}
