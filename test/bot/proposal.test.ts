import { afterEach, describe, expect, test } from "vitest";
import { text } from "../../core/text/index.ts";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const steps = [
  "id: draft, title: Write the draft, role: author, due: -5bd  # a remark that stays",
  "id: live, title: Publish it, role: author, due: 0d",
];
const path = "processes/content/article.mdx";

function handbook(settings = "changes: { drafts: true }\n"): ReadonlyMap<string, string> {
  const files = new Map(articleHandbook([]));
  const list = steps.map((step) => step.replace(/^(.*?)( {2}#.*)?$/, "  - { $1 }$2")).join("\n");
  const article = (files.get("content/article.mdx") ?? "").replace("steps:\n", `steps:\n${list}`);
  return files
    .set("handbook.yml", (files.get("handbook.yml") ?? "") + settings)
    .set(
      "content/article.mdx",
      `${article}\n## Write the draft\n\nDo it well.\n\n## Publish it\n\nPress the button.\n`,
    );
}

async function open(files = handbook()): Promise<TestWorld> {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files, quiet: true });
  return world;
}

const words = text.proposal;
const proposal = (answers: Readonly<Record<string, string>> = {}) =>
  formBody({
    [words.processLabel]: "Write an article",
    [words.stepLabel]: "Write the draft",
    [words.kindLabel]: text.proposalKinds.due,
    [words.valueLabel]: "8 business days before",
    [words.reasonLabel]: "The translator needs three days.",
    ...answers,
  });

/** What the file of the process reads on the branch of a proposal; nothing without one. */
function onBranch({ sandbox }: TestWorld, issue: number): string | undefined {
  const sha = sandbox.state.branches.get(`handrail/proposal-${issue}`);
  return sandbox.state.commits.find((commit) => commit.sha === sha)?.files.get(path);
}
const pullsOf = ({ sandbox }: TestWorld) =>
  [...sandbox.state.issues.values()].filter(({ pull }) => pull !== null);

/** Somebody merges a pull request, and the bot has heard of it. */
async function merge({ sandbox, repository }: TestWorld, pull: number, login: string): Promise<void> {
  await fetch(`${sandbox.links.api}/repos/${repository}/pulls/${pull}/merge`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${sandbox.tokens[login]}`,
      "content-type": "application/json",
      "user-agent": "test",
    },
    body: "{}",
  });
  await sandbox.idle();
}

describe("somebody proposes a change without git", () => {
  test("and the bot opens a pull request, looks at it and says so in one answer", async () => {
    const { as, issue, ...rest } = await open();
    const number = await as("demo-jonas").open("Change: Write an article", proposal());
    const [pull] = pullsOf({ as, issue, ...rest });
    const { comments, labels } = await issue(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain(`#${pull?.number}`);
    expect(labels).toEqual(["handrail:proposal"]);
    const before = handbook().get("content/article.mdx") ?? "";
    expect(onBranch(rest as TestWorld, number)).toBe(before.replace("due: -5bd", "due: -8bd"));
    const told = await issue(pull?.number ?? 0);
    expect(told.body).toContain(`Closes #${number}`);
    expect(told.comments.join()).toContain("“Write the draft” is due 3 business days earlier");
    const commit = rest.sandbox.state.commits.at(-1);
    const jonas = rest.sandbox.state.accounts.get("demo-jonas");
    expect(commit?.message).toContain(
      `Co-authored-by: demo-jonas <${jonas?.id}+demo-jonas@users.noreply.github.com>`,
    );
    expect(rest.sandbox.state.checkRuns).toHaveLength(1);
  });

  test("who is a visitor waits for somebody of the team to write /draft", async () => {
    const opened = await open();
    const number = await opened.as("visitor").open("Change", proposal());
    expect((await opened.issue(number)).comments.join()).toContain("/draft");
    await opened.as("visitor").comment(number, "/draft");
    expect(pullsOf(opened)).toEqual([]);
    await opened.as("demo-lena").comment(number, "> /draft\n\nNot yet.");
    expect(pullsOf(opened)).toEqual([]);
    await opened.as("demo-lena").comment(number, "/draft");
    expect(pullsOf(opened)).toHaveLength(1);
    const own = (await opened.issue(number)).comments.filter((said) => said.startsWith("handrail[bot]"));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain(`#${pullsOf(opened)[0]?.number}`);
  });

  test.each([
    ["a step that is not there", { [words.stepLabel]: "Fly to the moon" }, "has no step"],
    ["a date nobody can read", { [words.valueLabel]: "soon" }, "cannot read"],
    ["something else", { [words.kindLabel]: text.proposalKinds.other }, "kept here"],
    [
      "a date after that of a step which waits for it",
      { [words.valueLabel]: "2 business days after" },
      "With this change the process could not be used",
    ],
    ["what stands there already", { [words.valueLabel]: "-5bd" }, "already"],
  ])("hears what is wrong with %s, and no branch is made", async (_, answers, said) => {
    const opened = await open();
    const number = await opened.as("demo-jonas").open("Change", proposal(answers));
    expect((await opened.issue(number)).comments.join()).toContain(said);
    expect(pullsOf(opened)).toEqual([]);
    expect([...opened.sandbox.state.branches.keys()]).toEqual(["main"]);
  });

  test("edits what was wrong, and the same answer says what came of it", async () => {
    const opened = await open();
    const number = await opened.as("demo-jonas").open("Change", proposal({ [words.valueLabel]: "soon" }));
    await opened.as("demo-jonas").edit(number, proposal());
    const { comments } = await opened.issue(number);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain(`#${pullsOf(opened)[0]?.number}`);
  });

  test("hears that it is kept where drafts are switched off", async () => {
    const opened = await open(handbook(""));
    const number = await opened.as("demo-jonas").open("Change", proposal());
    expect((await opened.issue(number)).comments.join()).toContain("drafts: true");
    expect(pullsOf(opened)).toEqual([]);
  });

  test("hears what to allow where GitHub does not let the bot write files", async () => {
    const opened = await open();
    const permissions = opened.sandbox.state.app.permissions as Record<string, "read" | "write">;
    permissions["contents"] = "read";
    const number = await opened.as("demo-jonas").open("Change", proposal());
    expect((await opened.issue(number)).comments.join()).toContain("GitHub does not let me");
    permissions["contents"] = "write";
    await opened.as("demo-jonas").comment(number, "/draft");
    expect(pullsOf(opened)).toHaveLength(1);
  });
});

test("of two who want the same date otherwise, the second learns what to do when the first was heard", async () => {
  const opened = await open();
  await opened.as("demo-jonas").open("Change", proposal());
  const second = await opened.as("demo-sofia").open("Change", proposal({ [words.valueLabel]: "-9bd" }));
  const [first, late] = pullsOf(opened).map(({ number }) => number);
  await merge(opened, first ?? 0, "demo-lena");
  await merge(opened, late ?? 0, "demo-lena");
  const pull = await opened.issue(late ?? 0);
  expect(pull.state).toBe("open");
  expect(pull.body).toContain("close this, propose it anew");
  await opened.as("demo-sofia").close(late ?? 0);
  await opened.as("demo-lena").comment(second, "/draft");
  expect((await opened.issue(second)).comments[0]).toContain("closed without being used");
  const anew = await opened.as("demo-sofia").open("Change", proposal({ [words.valueLabel]: "-9bd" }));
  await merge(opened, pullsOf(opened).at(-1)?.number ?? 0, "demo-lena");
  expect((await opened.issue(anew)).state).toBe("closed");
  expect(opened.sandbox.defects()).toEqual([]);
});

describe("nothing is lost or doubled", () => {
  test.each([
    "git/create-ref",
    "repos/create-or-update-file-contents",
    "pulls/create",
    "issues/create-comment",
  ])("when the answer to %s is lost", async (operation) => {
    const opened = await open();
    opened.sandbox.addFaults([{ operation, actor: "handrail[bot]", effect: "drop-after" }]);
    const number = await opened.as("demo-jonas").open("Change", proposal());
    await opened.sweep();
    expect(pullsOf(opened)).toHaveLength(1);
    expect((await opened.issue(number)).comments).toHaveLength(1);
    expect(onBranch(opened, number)).toContain("due: -8bd");
  });

  test("when nobody tells of the issue: the next sweep finds it", async () => {
    const opened = await open();
    opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    const number = await opened.as("demo-jonas").open("Change", proposal());
    expect((await opened.issue(number)).comments).toEqual([]);
    await opened.sweep();
    expect(pullsOf(opened)).toHaveLength(1);
    const { length } = opened.sandbox.calls();
    await opened.sweep();
    const later = opened.sandbox.calls().slice(length);
    expect(later.filter(({ write }) => write)).toEqual([]);
  });
});

test("nothing is said or made for an issue that is closed", async () => {
  const opened = await open();
  const number = await opened.as("demo-jonas").open("Change", proposal());
  await opened.as("demo-jonas").close(number);
  await opened.as("demo-lena").comment(number, "/draft");
  expect((await opened.issue(number)).comments).toHaveLength(2);
  expect(pullsOf(opened)).toHaveLength(1);
  expect(opened.sandbox.defects()).toEqual([]);
});

test("whoever wished for what the bot has opened, or wrote /draft, has agreed neither to it nor to what is pushed after", async () => {
  const opened = await open(handbook("changes: { drafts: true, ownerApproval: true }\n"));
  const { sandbox, as } = opened;
  const waits = { conclusion: "action_required", title: "Waiting for Editor (demo-lena, demo-sofia)" };
  const check = (branch: string) =>
    sandbox.state.checkRuns.findLast(({ headSha }) => headSha === sandbox.state.branches.get(branch));
  const push = async (issue: number) => {
    const text = (onBranch(opened, issue) ?? "").replace("due: -8bd", "due: -20bd");
    const at = `${sandbox.links.api}/repos/${opened.repository}/contents/${path}`;
    const branch = `handrail/proposal-${issue}`;
    const headers = {
      authorization: `Bearer ${sandbox.tokens["demo-jonas"]}`,
      "content-type": "application/json",
      "user-agent": "test",
    };
    const { sha } = (await (await fetch(`${at}?ref=${branch}`, { headers })).json()) as { sha: string };
    const body = JSON.stringify({
      message: "More",
      branch,
      sha,
      content: Buffer.from(text).toString("base64"),
    });
    expect((await fetch(at, { method: "PUT", headers, body })).status).toBe(200);
    await sandbox.idle();
  };
  const own = await as("demo-lena").open("Change", proposal());
  const drafted = await as("visitor").open("Change", proposal());
  await as("demo-lena").comment(drafted, "/draft");
  const pulls = pullsOf(opened).map(({ number }) => number);
  await opened.moveTo("2026-11-02T10:00:00Z");
  for (const [index, issue] of [own, drafted].entries()) {
    const branch = `handrail/proposal-${issue}`;
    expect(check(branch)).toMatchObject(waits);
    await as("demo-lena").comment(pulls[index] ?? 0, "/agree");
    expect(check(branch)).toMatchObject({ conclusion: "success" });
    await push(issue);
    expect(check(branch)).toMatchObject(waits);
  }
  expect(sandbox.defects()).toEqual([]);
});

describe("whoever proposed a change is not asked to read it, and nobody makes somebody else look like that", () => {
  const forged = "<!-- handrail:proposed-by demo-jonas -->";
  test.each<[string, string, (body: string) => string]>([
    ["by what they quote in their reason", `As they say:\n\n${forged}\n\n${forged}`, (body) => body],
    ["by what they write below the bot's words", "", (body) => `${body}\n\n${forged}`],
    ["by what they write in place of them", "", (body) => body.replace("demo-sofia -->", "demo-jonas -->")],
  ])("%s", async (_, reason, edit) => {
    const opened = await open(handbook("changes: { drafts: true, readAgain: true }\n"));
    const { sandbox, as } = opened;
    await as("demo-sofia").open("Change", proposal({ [words.reasonLabel]: reason || "_No response_" }));
    const pull = pullsOf(opened)[0]?.number ?? 0;
    const body = sandbox.state.issues.get(pull)?.body ?? "";
    expect(body).toContain("demo-sofia -->");
    if (edit(body) !== body) await as("demo-sofia").edit(pull, edit(body));
    await sandbox.idle();
    await merge(opened, pull, "demo-sofia");
    const asked = (await opened.issues()).filter(({ title }) => title.startsWith("Please read"));
    expect(asked.flatMap(({ assignees }) => assignees)).toContain("demo-jonas");
    expect(sandbox.defects()).toEqual([]);
  });
});

test("the whole way: proposed without git, looked at, agreed to by the owner, merged, told to the run under way, followed there, and read", async () => {
  const opened = await open(handbook("changes: { drafts: true, ownerApproval: true, readAgain: true }\n"));
  const { sandbox, as, issue } = opened;
  const run = await as("demo-jonas").open(
    "Article",
    formBody({ Process: "article", "Publish date": "2026-12-11" }),
    ["handrail:run"],
  );
  const number = await as("demo-sofia").open("Change: Write an article", proposal());
  const pull = pullsOf(opened)[0]?.number ?? 0;
  const check = () => sandbox.state.checkRuns.at(-1);
  expect(check()).toMatchObject({
    conclusion: "action_required",
    title: "Waiting for Editor (demo-lena, demo-sofia)",
  });
  const [told = ""] = (await issue(pull)).comments;
  expect(told).toContain("“Write the draft” is due 3 business days earlier");
  expect(told).toContain("**Editor** (demo-lena) looks after Write an article.");
  expect(told).toContain(`- Write an article:\n  - #${run} could follow the new text`);

  await opened.moveTo("2026-11-02T10:00:00Z");
  await as("demo-lena").comment(pull, "/agree");
  expect(check()).toMatchObject({ conclusion: "success" });

  expect((await opened.collectRuns()).activity?.proposals).toMatchObject([
    { process: "article", title: "Change: Write an article", issue: { number } },
  ]);
  const stepsOf = async () => (await opened.issues()).filter(({ parent }) => parent === run);
  const asBegun = await stepsOf();
  expect(asBegun).toHaveLength(2);
  await merge(opened, pull, "demo-lena");
  expect((await issue(number)).state).toBe("closed");
  // What the page of the process shows: nothing is proposed any more, and its newest change was agreed to.
  const { activity } = await opened.collectRuns();
  expect(activity?.proposals).toEqual([]);
  expect(activity?.agreements.map(({ people }) => people)).toEqual([["demo-lena"]]);
  expect(activity?.agreements[0]?.revisions).toContain(sandbox.state.issues.get(pull)?.pull?.headSha);
  expect((await issue(run)).comments.at(-1)).toContain(
    `was changed by #${pull}. This run keeps the text it began with`,
  );
  await opened.sweep();
  expect(await stepsOf()).toEqual(asBegun);

  await as("demo-jonas").comment(run, "/upgrade");
  expect((await issue(run)).comments.at(-1)).toContain("**Tue 1 Dec 2026**, was Fri 4 Dec");
  expect(await stepsOf()).toEqual(asBegun);
  await as("demo-jonas").comment(run, "/go");
  expect((await stepsOf())[0]?.body).toContain("**Due Tuesday 1 December 2026**");

  const asked = (await opened.issues()).filter(({ title }) => title.startsWith("Please read"));
  // Sofia proposed it, though in the bot's words, and Lena has agreed: both have read it.
  expect(asked.map(({ assignees }) => assignees)).toEqual([["demo-jonas"]]);
  const { body = "" } = sandbox.state.issues.get(asked[0]?.number ?? 0) ?? {};
  expect(body).toContain("“Write the draft” is due 3 business days earlier");
  await as("demo-jonas").edit(asked[0]?.number ?? 0, body.replace("- [ ]", "- [x]"));
  expect((await issue(asked[0]?.number ?? 0)).state).toBe("closed");
  expect(sandbox.defects()).toEqual([]);
});
