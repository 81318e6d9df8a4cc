/**
 * What a log may say of an error: its kind, the status GitHub answered with, and its first line. The rest of an Octokit
 * error is a whole request with what people wrote.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error).split("\n")[0] ?? "";
  const status = "status" in error ? ` ${String(error.status)}` : "";
  return `${error.name}${status}: ${error.message.split("\n")[0] ?? ""}`;
}
