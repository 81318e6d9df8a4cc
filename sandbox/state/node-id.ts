/** The first letters of a node id name its kind, as on GitHub. */
const prefixes = {
  account: "U",
  bot: "BOT",
  organization: "O",
  repository: "R",
  issue: "I",
  pullRequest: "PR",
  checkRun: "CR",
  review: "PRR",
  comment: "IC",
  label: "LA",
  issueType: "IT",
  issueField: "IF",
  issueFieldOption: "IFO",
  edit: "UCE",
  event: "EV",
  reaction: "REA",
  app: "A",
} as const;

export type NodeKind = keyof typeof prefixes;

/** A global id for GraphQL: stable, and opaque to clients. Git objects have their own, see `gitNodeId`. */
export function nodeId(kind: NodeKind, id: number): string {
  return `${prefixes[kind]}_kwDO${Buffer.from(`${kind}:${id}`).toString("base64url")}`;
}
