import type { Issue } from "../../sandbox/index.ts";
import { type ActOnIssue, type Happening, otherRunName, runName } from "./life.ts";
import { botLogin, type FaultWorld, name, owner } from "./world.ts";

/** What stands at the end of the part of a text that the bot keeps. */
const endOfFacts = "<!-- /handrail:facts -->";

/**
 * Does what a happening says, through GitHub's own API with the person's token. False when it cannot be done: there is no
 * such issue, or GitHub refuses it.
 */
export async function act(world: FaultWorld, happening: Happening): Promise<boolean> {
  if (happening.kind === "time") {
    world.setNow(happening.to);
    return true;
  }
  if (happening.kind === "publish") {
    world.publish(happening.path, happening.text);
    return true;
  }
  if (happening.kind === "start") {
    const { title, body, labels } = happening;
    const there = labels.filter((label) => world.sandbox.state.labels.some((known) => known.name === label));
    return ask(world, happening.by, "POST", "/issues", { title, body, labels: there });
  }
  if (happening.kind === "together") {
    let isAny = false;
    for (const [index, one] of happening.acts.entries()) {
      if (index > 0) world.setNow(secondsAfter(world.now(), happening.secondsApart ?? 0));
      isAny = (await act(world, one)) || isAny;
    }
    return isAny;
  }
  const run = issueCalled(runName, world);
  if (!run) return false;
  if (happening.kind === "add-sub-issue") return addSubIssue(world, run, happening);
  if (happening.kind === "delete-status" || happening.kind === "edit-status") {
    const status = run.comments.find(
      ({ author, body }) => author.login === botLogin && body.includes("handrail:status"),
    );
    if (!status) return false;
    const path = `/issues/comments/${status.id}`;
    return happening.kind === "delete-status"
      ? ask(world, happening.by, "DELETE", path)
      : ask(world, happening.by, "PATCH", path, { body: "Somebody was here." });
  }
  const issue = issueCalled(happening.on, world);
  return issue ? actOn(issue, world, happening) : false;
}

function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

function actOn(issue: Issue, world: FaultWorld, happening: ActOnIssue): Promise<boolean> {
  const path = `/issues/${issue.number}`;
  const { by } = happening;
  switch (happening.kind) {
    case "comment":
      return ask(world, by, "POST", `${path}/comments`, { body: happening.text });
    case "close":
      return ask(world, by, "PATCH", path, { state: "closed", state_reason: happening.reason });
    case "reopen":
      return ask(world, by, "PATCH", path, { state: "open" });
    case "edit":
      return ask(world, by, "PATCH", path, { body: `${issue.body}${happening.added}` });
    case "edit-facts": {
      const at = issue.body.indexOf(endOfFacts);
      const body = `${issue.body.slice(0, at)}${happening.added}\n${issue.body.slice(at)}`;
      return at < 0 ? Promise.resolve(false) : ask(world, by, "PATCH", path, { body });
    }
    case "retitle":
      return ask(world, by, "PATCH", path, { title: happening.title });
    case "assign":
      return ask(world, by, "PATCH", path, { assignees: happening.to });
    case "date":
      return setDate(world, by, path, happening.day);
    case "unlabel":
      return ask(world, by, "DELETE", `${path}/labels/${encodeURIComponent(happening.label)}`);
    case "label":
      return ask(world, by, "POST", `${path}/labels`, { labels: [happening.label] });
    case "edit-comment":
      return onComment(issue, by, (comment) => ask(world, by, "PATCH", comment, { body: happening.text }));
    case "delete-comment":
      return onComment(issue, happening.of, (comment) => ask(world, by, "DELETE", comment));
    case "delete":
      return graphql(
        world,
        by,
        "mutation($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }",
        {
          id: issue.nodeId,
        },
      );
  }
}

/** Does something to the newest comment of somebody; false where there is none. */
async function onComment(
  { comments }: Issue,
  writer: string,
  change: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const comment = comments.findLast(({ author }) => author.login === writer);
  return comment !== undefined && change(`/issues/comments/${comment.id}`);
}

function setDate(world: FaultWorld, by: string, path: string, day: string | null): Promise<boolean> {
  const field = world.sandbox.state.issueFields.find((known) => known.name === "Target date")?.id;
  const values = `${path}/issue-field-values`;
  return day === null
    ? ask(world, by, "DELETE", `${values}/${field}`)
    : ask(world, by, "POST", values, { issue_field_values: [{ field_id: field, value: day }] });
}

async function addSubIssue(
  world: FaultWorld,
  run: Issue,
  { by, title }: Extract<Happening, { kind: "add-sub-issue" }>,
): Promise<boolean> {
  await ask(world, by, "POST", "/issues", { title });
  const made = [...world.sandbox.state.issues.values()].at(-1);
  return ask(world, by, "POST", `/issues/${run.number}/sub_issues`, { sub_issue_id: made?.id });
}

/** The issue that people mean by a title: of the run or of the one beside it, or of the oldest step that is called so, of the run if it has one. */
export function issueCalled(title: string, { sandbox }: FaultWorld): Issue | undefined {
  const issues = [...sandbox.state.issues.values()];
  const [run, other] = issues.filter(({ body }) => body.includes("### Process\n\narticle"));
  if (title === runName) return run;
  if (title === otherRunName) return other;
  const called = issues.filter((issue) => issue.parentNumber !== null && issue.title.startsWith(title));
  return called.find(({ parentNumber }) => parentNumber === run?.number) ?? called[0];
}

async function ask(
  world: FaultWorld,
  by: string,
  method: string,
  path: string,
  body?: object,
): Promise<boolean> {
  const { sandbox } = world;
  const response = await sandbox.fetch(`${sandbox.links.api}/repos/${owner}/${name}${path}`, {
    method,
    headers: headersOf(world, by),
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.ok;
}

async function graphql(world: FaultWorld, by: string, query: string, variables: object): Promise<boolean> {
  const response = await world.sandbox.fetch(world.sandbox.links.graphql, {
    method: "POST",
    headers: headersOf(world, by),
    body: JSON.stringify({ query, variables }),
  });
  return response.ok;
}

function headersOf({ sandbox }: FaultWorld, by: string): Record<string, string> {
  return {
    authorization: `Bearer ${sandbox.tokens[by]}`,
    "content-type": "application/json",
    "user-agent": "faults",
  };
}
