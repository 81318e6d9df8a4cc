/** What commands write into a repository that is no part of it. */
const written = [".cache/", "dist/"] as const;

const heading = "# Written by npx handrail build and start.";

/**
 * A .gitignore that leaves out what Handrail's commands write. What is there stays, to the byte; lines that are missing come
 * at its end. A line of the same path in another form, such as `/dist`, counts.
 */
export function writeGitignore(existing: string | undefined): string {
  const plain = (line: string) => line.trim().replace(/^\/|\/$/g, "");
  const there = new Set((existing ?? "").split("\n").map(plain));
  const missing = written.filter((path) => !there.has(plain(path)));
  if (missing.length === 0) return existing ?? "";
  const lineEnd = existing?.includes("\r\n") ? "\r\n" : "\n";
  const block = [heading, ...missing].map((line) => `${line}${lineEnd}`).join("");
  if (existing === undefined || existing === "") return block;
  return `${existing}${existing.endsWith("\n") ? "" : lineEnd}${lineEnd}${block}`;
}
