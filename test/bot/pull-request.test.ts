import { afterEach, describe, expect, test } from "vitest";
import { openPullWorld, type PullWorld, path } from "./pull-world.ts";
import { formBody, type TestWorld } from "./world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** A world, what a person does with pull requests in it, and the bot that reviews them. */
async function open(options: Parameters<typeof openPullWorld>[0] = {}) {
  const pulls = await openPullWorld(options);
  world = pulls.opened;
  return pulls;
}

describe("a pull request that touches the handbook", () => {
  test("gets one check and one comment that say what it means", async () => {
    const { propose, review, checks, comments } = await open();
    const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await review(number);
    expect(checks()).toMatchObject([{ title: "No problems", conclusion: "success", status: "completed" }]);
    const [comment = "", ...others] = await comments(number);
    expect(others).toEqual([]);
    expect(comment).toContain("“Write the draft” is due 3 business days earlier");
    expect((await review(number)).changes).toEqual([]);
  });

  test("is told anew in the same comment when it changes", async () => {
    const { propose, commit, review, checks, comments } = await open();
    const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await review(number);
    await commit(branch, path, (text) => text.replace("approvers: [editor, lead]", "approvers: [lead]"));
    await review(number);
    const said = await comments(number);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("Less is checked by others after this change");
    expect(checks()).toHaveLength(2);
  });

  test("fails where the text has a mistake, with a mark on its line", async () => {
    const { propose, review, checks } = await open();
    const { number } = await propose((text) =>
      text.replace("role: author, due: 0d", "role: auhtor, due: 0d"),
    );
    await review(number);
    expect(checks()).toMatchObject([
      {
        conclusion: "failure",
        title: expect.stringMatching(/^1 error/),
        annotations: expect.arrayContaining([
          expect.objectContaining({
            path,
            annotation_level: "failure",
            title: "unknown-role",
            start_line: 11,
          }),
        ]),
      },
    ]);
  });

  test("is marked in as many requests as a hundred mistakes need", async () => {
    const { propose, review, checks } = await open();
    const wrong = Array.from(
      { length: 90 },
      (_, index) => `  - { id: s${index}, title: Do it ${index}, role: nobody-${index} }`,
    );
    const { number } = await propose((text) => text.replace("steps:\n", `steps:\n${wrong.join("\n")}\n`));
    await review(number);
    const [check] = checks();
    expect(check).toMatchObject({ status: "completed", conclusion: "failure" });
    expect(check?.annotations.length).toBeGreaterThan(90);
  });

  test("never runs what it says, and never tells anybody by accident", async () => {
    const { propose, review, comments, checks } = await open();
    const { number } = await propose((text) =>
      text
        .replace("title: Publish it", 'title: "@demo-lena </details><script>alert(1)</script> #1"')
        .replace(/\n$/, "\n\n{process.exit(1)}\n"),
    );
    await review(number);
    expect(checks()).toMatchObject([{ conclusion: "failure" }]);
    const text = (await comments(number)).join("\n");
    expect(text).not.toMatch(/(^|[^\\])<script|@demo-lena/m);
  });

  test("is only read where nothing may be written", async () => {
    const { propose, review, checks, comments } = await open();
    const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    const { changes } = await review(number, { isReadOnly: true });
    expect(changes.map(({ kind }) => kind)).toEqual(["write-check", "post-comment", "ask-for-review"]);
    expect([checks(), await comments(number)]).toEqual([[], []]);
  });

  test("gets another check when somebody asks again", async () => {
    const { propose, review, checks, comments } = await open();
    const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await review(number);
    await review(number, { isAskedAgain: true });
    expect(checks()).toHaveLength(2);
    expect(await comments(number)).toHaveLength(1);
  });
});

test("is heard of by webhook, and again when more is pushed or somebody asks", async () => {
  const { propose, commit, checks, comments } = await open({ hears: true });
  const opened = world;
  const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened?.sandbox.idle();
  expect(checks()).toHaveLength(1);
  expect(await comments(number)).toHaveLength(1);
  await commit(branch, path, (text) => text.replace("due: -8bd", "due: -9bd"));
  await opened?.sandbox.idle();
  expect(checks()).toHaveLength(2);
  expect(await comments(number)).toHaveLength(1);
  const repository = { name: "handbook", owner: { login: "acme" } };
  const installation = { id: opened?.sandbox.app.installationId };
  const [, check] = opened?.sandbox.state.checkRuns ?? [];
  await opened?.bot.probot.receive({
    id: "1",
    name: "check_run",
    payload: {
      action: "rerequested",
      check_run: { external_id: check?.externalId, pull_requests: [] },
      repository,
      installation,
    },
  } as never);
  await opened?.sandbox.idle();
  expect(checks()).toHaveLength(3);
});

test("what somebody else writes is never taken for the bot's comment", async () => {
  const { propose, review, comments } = await open();
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await world?.as("demo-lena").comment(number, "<!-- handrail:pull-request -->\nAll is well.");
  await review(number);
  const said = await comments(number);
  expect(said).toHaveLength(2);
  expect(said[0]).toContain("All is well.");
});

test("a pull request without the handbook, one that is closed and a plain issue get nothing", async () => {
  const { propose, review, checks } = await open();
  const opened = world;
  const issue = (await opened?.as("demo-lena").open("Hello", "there")) ?? 0;
  expect((await review(issue)).changes).toEqual([]);
  expect((await review(9999)).observed).toBeUndefined();
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened?.as("demo-jonas").close(number);
  expect((await review(number)).changes).toEqual([]);
  expect(checks()).toEqual([]);
});

describe("a file that is only moved", () => {
  const moving = async (to: string) => {
    const pulls = await open();
    await pulls.branchOff("moved");
    pulls.move("moved", path, to);
    return { ...pulls, number: await pulls.open("moved") };
  };
  const start = (pulls: PullWorld) =>
    pulls.opened
      .as("demo-lena")
      .open("Article", formBody({ Process: "article", "Publish date": "2026-12-18" }), ["handrail:run"]);

  test("out of the handbook is a process that goes, though GitHub lists its new path alone", async () => {
    const pulls = await moving("archive/article.mdx");
    const { number, review, comments, checks, opened } = pulls;
    await review(number);
    expect(checks()).toHaveLength(1);
    expect((await comments(number)).join()).toContain("This process is gone.");
    expect((await review(number)).changes).toEqual([]);
    expect(opened.sandbox.defects()).toEqual([]);
  });

  test("out of the handbook is found by the next look where its event was lost", async () => {
    const { opened, checks } = await moving("archive/article.mdx");
    await opened.sweep();
    expect(checks()).toHaveLength(1);
  });

  test("within the handbook keeps its runs in sight", async () => {
    const pulls = await moving("processes/events/article.mdx");
    const run = await start(pulls);
    await pulls.opened.sweep();
    const { observed } = await pulls.review(pulls.number);
    expect(observed?.runs.map(({ number, read }) => [number, read !== undefined])).toEqual([[run, true]]);
  });
});

test("what moves elsewhere in the repository is nobody's business here", async () => {
  const pulls = await open();
  await pulls.branchOff("more");
  await pulls.api("PUT", "/contents/docs/notes.md", {
    message: "Add it",
    branch: "more",
    content: Buffer.from("Some notes.\n".repeat(20)).toString("base64"),
  });
  await pulls.branchOff("moved", "more");
  pulls.move("moved", "docs/notes.md", "docs/old/notes.md");
  const number = await pulls.open("moved", "more");
  expect((await pulls.review(number)).changes).toEqual([]);
  await pulls.opened.sweep();
  expect(pulls.checks()).toEqual([]);
});

describe("whoever looks after a process", () => {
  const settings = "changes: { ownerApproval: true }\n";
  const later = (minutes: number) => world?.moveTo(`2026-11-02T09:${minutes}:00Z`);

  test("is told once, with everybody who gets a step", async () => {
    const { propose, review, comments, checks } = await open();
    const { number } = await propose((text) =>
      text.replace("title: Publish it, role: author", "title: Publish it, role: lead"),
    );
    await review(number);
    const [comment = ""] = await comments(number);
    expect(comment).toContain("**Editor** (demo-lena) looks after Write an article.");
    expect(comment).toContain("**Lead** (@demo-sofia) would get “Publish it” of Write an article.");
    expect(comment).toContain("`/agree`");
    expect(checks()).toMatchObject([{ conclusion: "success" }]);
  });

  test("gets one mail, from GitHub where it asks for the review, else by a mention", async () => {
    const { propose, review, comments } = await open();
    const mails = (login: string) =>
      world?.sandbox.state.notifications
        .filter(({ recipient, actor }) => recipient.login === login && actor.type === "Bot")
        .map(({ reason, kind }) => `${reason} ${kind}`);
    const first = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await review(first.number);
    expect((await review(first.number)).changes).toEqual([]);
    expect(mails("demo-lena")).toEqual(["review_requested review-requested"]);
    world?.sandbox.state.permissions.set("demo-lena", "none");
    const second = await propose((text) => text.replace("due: -5bd", "due: -9bd"));
    await review(second.number);
    expect((await review(second.number)).changes).toEqual([]);
    expect((await comments(second.number))[0]).toContain("**Editor** (@demo-lena)");
    expect(mails("demo-lena")?.slice(1)).toEqual(["mention edited"]);
  });

  test("is never somebody whom the change itself names", async () => {
    const { propose, commit, review, comments } = await open();
    const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await commit(branch, "processes/roles.yml", (text) =>
      text.replace("people: [demo-lena]", "people: [demo-lena, demo-mira]"),
    );
    await review(number);
    expect((await comments(number)).join()).not.toContain("@demo-mira");
  });

  test("is not asked where only words change", async () => {
    const { propose, review, comments, checks } = await open({ settings });
    const { number } = await propose((text) => text.replaceAll("Do it well.", "Do it very well."));
    await review(number);
    expect((await comments(number)).join()).not.toContain("/agree");
    expect(checks()).toMatchObject([{ conclusion: "success" }]);
  });

  test("has to agree to the newest commit, and nobody else can, where handbook.yml says so", async () => {
    const { propose, commit, review, checks, comments } = await open({ settings });
    const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await review(number);
    const waiting = { conclusion: "action_required", title: "Waiting for Editor (demo-lena, demo-sofia)" };
    expect(checks().at(-1)).toMatchObject(waiting);
    await later(10);
    await world?.as("visitor").comment(number, "/agree");
    await world?.as("demo-jonas").comment(number, "/agree");
    await world?.as("demo-lena").comment(number, "> /agree\n\nWhy this?");
    await review(number);
    expect(checks().at(-1)).toMatchObject(waiting);
    await later(11);
    await world?.as("demo-lena").comment(number, "/agree");
    await review(number);
    expect(checks().at(-1)).toMatchObject({ conclusion: "success", title: "No problems" });
    expect((await comments(number))[0]).toContain("demo-lena");
    await later(12);
    await commit(branch, path, (text) => text.replace("due: -8bd", "due: -9bd"));
    await review(number);
    expect(checks().at(-1)).toMatchObject(waiting);
  });

  test("cannot be passed over by switching the question off in the same change", async () => {
    const { propose, commit, review, checks } = await open({ settings });
    const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
    await commit(branch, "processes/handbook.yml", (text) => text.replace(settings, ""));
    await commit(branch, path, (text) => text.replace("owner: editor", "owner: author"));
    await review(number);
    expect(checks().at(-1)).toMatchObject({ conclusion: "action_required" });
  });
});

test("runs under way are named, and each is told once when the change is merged", async () => {
  const { propose, review, comments, merge, defects } = await open({ hears: true });
  const opened = world as TestWorld;
  const run = await opened
    .as("demo-jonas")
    .open("Article", formBody({ Process: "article", "Publish date": "2026-12-11" }), ["handrail:run"]);
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sandbox.idle();
  expect((await comments(number)).join()).toContain(
    `- Write an article:\n  - #${run} could follow the new text`,
  );
  const before = (await opened.issue(run)).comments.length;
  await merge(number);
  await opened.sandbox.idle();
  await review(number);
  await opened.sweep();
  const said = (await opened.issue(run)).comments;
  expect(said).toHaveLength(before + 1);
  expect(said.at(-1)).toContain(`was changed by #${number}. This run keeps the text it began with`);
  expect(said.at(-1)).toContain("write `/upgrade`");
  await opened.as("demo-jonas").comment(run, "/upgrade");
  await opened.sandbox.idle();
  expect((await opened.issue(run)).comments.at(-1)).toContain("**Tue 1 Dec 2026**, was Fri 4 Dec");
  await opened.as("demo-jonas").comment(run, "/go");
  await opened.sandbox.idle();
  expect((await opened.issue(run)).comments.at(-1)).toContain("has moved this run to");
  expect((await opened.issue(run + 1)).body).toContain("**Due Tuesday 1 December 2026**");
  const settled = await opened.issues();
  await opened.sweep();
  expect(await opened.issues()).toEqual(settled);
  expect(defects()).toEqual([]);
});

test("an approval with GitHub's own button counts as an agreement, to the commit it was given for", async () => {
  const { propose, commit, opened, checks, defects } = await open({
    hears: true,
    settings: "changes: { ownerApproval: true }\n",
  });
  const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sandbox.idle();
  expect(checks().at(-1)).toMatchObject({ conclusion: "action_required" });
  const approve = (login: string) =>
    fetch(`${opened.sandbox.links.api}/repos/${opened.repository}/pulls/${number}/reviews`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${opened.sandbox.tokens[login]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      body: JSON.stringify({ event: "APPROVE" }),
    }).then(async ({ status }) => {
      await opened.sandbox.idle();
      return status;
    });
  expect(await approve("demo-jonas")).toBe(422);
  expect(await approve("visitor")).toBe(200);
  expect(checks().at(-1)).toMatchObject({ conclusion: "action_required" });
  expect(await approve("demo-lena")).toBe(200);
  expect(checks().at(-1)).toMatchObject({ conclusion: "success" });
  await commit(branch, path, (text) => text.replace("due: -8bd", "due: -9bd"));
  await opened.sandbox.idle();
  expect(checks().at(-1)).toMatchObject({ conclusion: "action_required" });
  expect(defects()).toEqual([]);
});

test("the people who look after the process are asked to review, once, and whoever has no access keeps nobody from it", async () => {
  const { propose, commit, review, defects, opened } = await open();
  const { branch, number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await review(number);
  const asked = () =>
    opened.sandbox.state.issues.get(number)?.pull?.requestedReviewers.map(({ login }) => login);
  expect(asked()).toEqual(["demo-lena"]);
  opened.sandbox.state.issues.get(number)?.pull?.requestedReviewers.splice(0);
  await commit(branch, path, (text) => text.replace("due: -8bd", "due: -9bd"));
  await review(number);
  expect(asked()).toEqual([]);
  expect((await review(number)).changes).toEqual([]);
  expect(defects()).toEqual([]);
});

test("a run that cannot follow a change is named with the reason, before and after the merge", async () => {
  const { propose, comments, merge } = await open({ hears: true });
  const opened = world as TestWorld;
  const run = await opened
    .as("demo-jonas")
    .open("Article", formBody({ Process: "article", "Publish date": "2026-12-11" }), ["handrail:run"]);
  await opened.sandbox.idle();
  await opened.as("demo-jonas").close(run + 1);
  await opened.sandbox.idle();
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sandbox.idle();
  expect((await comments(number)).join()).toContain(
    `#${run}: **Write the draft** is done, and the newest text asks for it otherwise`,
  );
  await merge(number);
  await opened.sandbox.idle();
  expect((await opened.issue(run)).comments.at(-1)).toContain("As it stands it cannot follow the new text");
});
