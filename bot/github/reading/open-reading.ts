import { z } from "zod";
import type { ReadingIssue } from "../../../core/reading/index.ts";
import { text } from "../../../core/text/index.ts";
import type { RestClient } from "../rest-client.ts";

const made = z.object({ number: z.number() });

/** Opens an issue that asks somebody to read. GitHub leaves out whoever cannot be assigned; the text names them all the same. */
export async function openReading(
  { title, body, assignees }: ReadingIssue,
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
): Promise<void> {
  const { data } = await rest("POST /repos/{owner}/{repo}/issues", {
    ...at,
    title,
    body,
    labels: [text.reading.label],
  });
  const { number } = made.parse(data);
  await rest("POST /repos/{owner}/{repo}/issues/{issue_number}/assignees", {
    ...at,
    issue_number: number,
    assignees: [...assignees],
  });
}
