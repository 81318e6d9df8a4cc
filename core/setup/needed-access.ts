/** A permission that the bot asks GitHub for. */
export interface NeededPermission {
  /** As an App's manifest names it; a workflow has hyphens in place of underscores. */
  readonly name: "checks" | "contents" | "issues" | "pull_requests";
  readonly access: "read" | "write";
  /** The lines in handbook.yml of which any needs it; none where the bot needs it for its work without any. */
  readonly switches: readonly string[];
}

/** What the bot may do on GitHub, and which switch needs what. App, workflows and docs ask for exactly this. */
export const neededPermissions: readonly NeededPermission[] = [
  { name: "contents", access: "read", switches: [] },
  { name: "issues", access: "write", switches: [] },
  { name: "pull_requests", access: "write", switches: [] },
  { name: "checks", access: "write", switches: [] },
  { name: "contents", access: "write", switches: ["changes: { drafts: true }", "learning: proposals"] },
];

/** An event that the bot hears of. */
export interface HeardEvent {
  readonly name: string;
  readonly actions: readonly string[];
  /** Whether only an App hears of it: a workflow is not started by it. */
  readonly isForAppsOnly?: boolean;
}

/** What the bot hears of. App and workflows ask for exactly this. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows */
export const heardEvents: readonly HeardEvent[] = [
  {
    name: "issues",
    actions: [
      "opened",
      "edited",
      "closed",
      "reopened",
      "deleted",
      "assigned",
      "unassigned",
      "labeled",
      "unlabeled",
    ],
  },
  { name: "issue_comment", actions: ["created", "edited", "deleted"] },
  { name: "pull_request", actions: ["opened", "edited", "reopened", "synchronize", "closed"] },
  { name: "pull_request_review", actions: ["submitted"] },
  // A check that a job has written is run again with that job.
  { name: "check_run", actions: ["rerequested"], isForAppsOnly: true },
  { name: "sub_issues", actions: ["sub_issue_added", "sub_issue_removed"], isForAppsOnly: true },
];

/** The permissions of the job that runs the bot, for a handbook with these switches on, as a workflow writes them on one line. */
export function jobPermissions(switches: readonly string[] = []): string {
  const wanted = new Map<string, string>();
  for (const { name, access, switches: any } of neededPermissions)
    if (any.length === 0 || any.some((line) => switches.includes(line)))
      wanted.set(name.replaceAll("_", "-"), access);
  return `{ ${[...wanted].map(([name, access]) => `${name}: ${access}`).join(", ")} }`;
}

/** The actions of an event on one line, as a workflow writes them. */
export function actionsOf(name: string): string {
  return `[${heardEvents.find((event) => event.name === name)?.actions.join(", ") ?? ""}]`;
}
