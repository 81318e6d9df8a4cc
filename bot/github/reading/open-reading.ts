import type { ReadingIssue } from "../../../core/reading/index.ts";
import { text } from "../../../core/text/index.ts";
import type { RestClient } from "../rest-client.ts";
import { statusOf } from "../status-of.ts";

/**
 * Opens an issue that asks somebody to read, theirs from the start: to assign it afterwards would be another mail. GitHub refuses an
 * issue for whoever cannot be assigned; then it is nobody's, and its text tells them all the same.
 */
export async function openReading(
  { title, body, assignees }: ReadingIssue,
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
  sealed: (body: string) => string,
): Promise<void> {
  const issue = { ...at, title, body: sealed(body), labels: [text.reading.label] };
  const route = "POST /repos/{owner}/{repo}/issues";
  try {
    await rest(route, { ...issue, assignees: [...assignees] });
  } catch (error) {
    if (statusOf(error) !== 422 || assignees.length === 0) throw error;
    await rest(route, issue);
  }
}
