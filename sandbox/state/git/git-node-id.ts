/** Global ids of git objects, made from their SHA. */
export function gitNodeId(kind: "commit" | "tree" | "blob" | "ref", sha: string): string {
  return `${kind[0]?.toUpperCase()}_kwDO${Buffer.from(`git:${sha}`).toString("base64url")}`;
}

/** The SHA inside a global id, or undefined when the id is no git object's. */
export function parseGitNodeId(id: string): string | undefined {
  const [, coded] = /^[A-Z]_kwDO(.+)$/.exec(id) ?? [];
  if (coded === undefined) return undefined;
  return /^git:([0-9a-f]{40})$/.exec(Buffer.from(coded, "base64url").toString())?.[1];
}
