import { afterEach, expect, test } from "vitest";
import type { LearningRepository } from "../../bot/ports/learning-repository.ts";
import { learn } from "../../bot/proposals/learn.ts";
import { createWorkCalendar, fromEpochDay, toEpochDay } from "../../core/calendar/index.ts";
import { openHandbook } from "../../core/handbook/index.ts";
import { describeProposal, proposeChanges } from "../../core/learning/index.ts";
import { measureFrameOf } from "../../core/metrics/index.ts";
import { pastRunsPage } from "../../site/data/past-runs-page.ts";
import { date } from "../builders.ts";
import { recordOf } from "../core/learning/histories.ts";
import { siteOf } from "../site/site-of.ts";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const calendar = createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });
const businessDay = (from: string, days: number) =>
  fromEpochDay(calendar.addBusinessDays(toEpochDay(date(from)), days));
const path = "processes/content/article.mdx";

function files(settings: string): ReadonlyMap<string, string> {
  const plain = new Map(
    articleHandbook([
      "id: images, title: Make the images, role: author, due: -10bd",
      "id: live, title: Publish it, role: author, due: 0bd",
    ]),
  );
  return plain.set("handbook.yml", `${plain.get("handbook.yml")}${settings}`);
}

/** Six runs, or as many as are asked for, of which each has its images two business days late and a legal check added by hand. */
async function openWithSixRuns(settings = "learning: proposals\n", count = 6): Promise<TestWorld> {
  const opened = await openTestWorld({ now: "2026-07-02T09:00:00Z", files: files(settings), quiet: true });
  world = opened;
  const { as } = opened;
  const anchors = Array.from({ length: count }, (_, index) => businessDay("2026-07-20", index));
  const events: [day: string, act: () => Promise<void>][] = [];
  for (const anchor of anchors) {
    const run = await as("demo-jonas").open(
      "Article",
      formBody({ Process: "article", "Publish date": anchor }),
      ["handrail:run"],
    );
    await as("demo-lena").comment(
      run,
      `/add "Ask the lawyers" @demo-sofia ${businessDay(anchor, -6)} since they ask for it every time`,
    );
    const close = (title: string) => async () => {
      const step = (await opened.issues()).find((one) => one.parent === run && one.title.includes(title));
      if (step) await as(step.assignees[0] ?? "demo-lena").close(step.number);
    };
    events.push([businessDay(anchor, -8), close("images")]);
    events.push([businessDay(anchor, -6), close("lawyers")]);
    events.push([anchor, close("Publish it")]);
  }
  for (const [day, act] of events.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    await opened.moveTo(`${day}T10:00:00Z`);
    await act();
  }
  return opened;
}

const pullsOf = ({ sandbox }: TestWorld) =>
  [...sandbox.state.issues.values()].filter(({ pull }) => pull !== null);
function fileOn({ sandbox }: TestWorld, branch: string): string {
  const sha = sandbox.state.branches.get(branch);
  return sandbox.state.commits.find((commit) => commit.sha === sha)?.files.get(path) ?? "";
}
function request({ sandbox, repository }: TestWorld, method: string, where: string, body: unknown) {
  return fetch(`${sandbox.links.api}/repos/${repository}${where}`, {
    method,
    headers: {
      authorization: `Bearer ${sandbox.tokens["demo-lena"]}`,
      "content-type": "application/json",
      "user-agent": "test",
    },
    body: JSON.stringify(body),
  }).then(() => sandbox.idle());
}

/** What the page about past runs says of earlier suggestions, of the handbook as it is on the default branch. */
async function saidOfDecisions(opened: TestWorld): Promise<string[]> {
  const newest = opened.sandbox.state.commits.find(
    ({ sha }) => sha === opened.sandbox.state.branches.get("main"),
  );
  const handbook = new Map(
    [...(newest?.files ?? [])].map(([name, file]) => [name.replace("processes/", ""), file]),
  );
  const site = siteOf(handbook, { runs: await opened.collectRuns() });
  return pastRunsPage("article", site).decisions.map(
    ({ when, pull, text }) => `${when} ${pull.text}: ${text}`,
  );
}

test("six runs teach: one pull request with two suggestions, one is merged, the other left out and not asked again", async () => {
  const opened = await openWithSixRuns();
  const run =
    (await opened.issues()).find((one) => one.parent === null && one.state === "closed")?.number ?? 0;
  // A visitor has no part in a run.
  await opened.as("visitor").comment(run, "1. They are slow");
  await opened.as("demo-lena").comment(run, "> 1. What held us up?\n\nMake the images: @demo-paul was away");
  await opened.moveTo("2026-08-02T09:00:00Z");
  expect(pullsOf(opened)).toEqual([]);
  const replies = async () => (await opened.collectRuns()).runs.flatMap((record) => record.replies ?? []);
  expect(await replies()).toMatchObject([
    { question: "held-up", step: "images", by: "demo-lena", words: "Make the images: @demo-paul was away" },
  ]);

  await opened.moveTo("2026-08-03T10:00:00Z");
  const [pull] = pullsOf(opened);
  const number = pull?.number ?? 0;
  expect(pullsOf(opened)).toHaveLength(1);
  expect(pull?.title).toBe("Write an article: what past runs suggest");
  expect(pull?.body).toContain("- [x] “Ask the lawyers” was added by hand in 6 of 6 runs.");
  expect(pull?.body).toContain(
    "- [x] “Make the images” was late in 6 of 6 runs, by up to 2 business days in eight of ten.",
  );
  expect(pull?.body).toContain(
    "- What held us up? “Make the images: @\u200bdemo-paul was away” (demo-lena, on **Make the images**, ",
  );
  const branch = "handrail/learning-article-2026-08";
  expect(fileOn(opened, branch)).toContain("title: Make the images, role: author, due: -8bd");
  expect(fileOn(opened, branch)).toContain("Ask the lawyers");
  // What the change means stands below it, as on every pull request.
  const told = (await opened.issue(number)).comments.join();
  expect(told).toContain("“Make the images” is due 2 business days later");
  // So do past runs under the dates that are proposed, whoever proposes them.
  expect(told).toContain(
    "- **Write an article**: 6 of the last 6 runs would have met their date, as many as did.",
  );

  await opened.sweep();
  await opened.moveTo("2026-08-03T15:00:00Z");
  expect(pullsOf(opened)).toHaveLength(1);

  await request(opened, "PATCH", `/pulls/${number}`, {
    body: (pull?.body ?? "").replace("- [x] “Ask the lawyers”", "- [ ] “Ask the lawyers”"),
  });
  expect(fileOn(opened, branch)).not.toContain("Ask the lawyers");
  expect(fileOn(opened, branch)).toContain("due: -8bd");
  expect((await opened.issue(number)).comments.join()).not.toContain("Ask the lawyers");

  const dealtWith = async () => (await opened.collectRuns()).activity?.dealtWith;
  expect(await dealtWith()).toEqual([]);
  await request(opened, "PUT", `/pulls/${number}/merge`, {});
  // Whoever merged it has dealt with what it named.
  expect(await dealtWith()).toEqual((await replies()).map(({ comment }) => comment.number));
  expect(await saidOfDecisions(opened)).toEqual([
    `Not taken up on Mon 3 Aug 2026, in #${number}: “Ask the lawyers” was added by hand in 6 of 6 runs. It could be a step of its own, for Lead, after “Make the images”. It is asked again once it was seen in 12 runs.`,
    `Taken up on Mon 3 Aug 2026, in #${number}: “Make the images” was late in 6 of 6 runs, by up to 2 business days in eight of ten. Since then it is due 8 business days before the publish date.`,
  ]);
  await opened.moveTo("2026-09-01T10:00:00Z");
  expect(pullsOf(opened)).toHaveLength(1);
  expect(opened.sandbox.defects()).toEqual([]);
});

test("a pull request that is closed and opened again is undecided, and follows its ticks as before", async () => {
  const opened = await openWithSixRuns();
  await opened.moveTo("2026-08-03T10:00:00Z");
  const [pull] = pullsOf(opened);
  const number = pull?.number ?? 0;
  await request(opened, "PATCH", `/pulls/${number}`, { state: "closed" });
  expect((await saidOfDecisions(opened)).map((said) => said.slice(0, 12))).toEqual([
    "Not taken up",
    "Not taken up",
  ]);
  await request(opened, "PATCH", `/pulls/${number}`, { state: "open" });
  expect(await saidOfDecisions(opened)).toEqual([]);
  // Whether or not more suggestions are wanted.
  await opened.commit("handbook.yml", files("").get("handbook.yml") ?? "");
  await request(opened, "PATCH", `/pulls/${number}`, {
    body: (pull?.body ?? "").replace("- [x] “Ask the lawyers”", "- [ ] “Ask the lawyers”"),
  });
  expect(fileOn(opened, "handrail/learning-article-2026-08")).not.toContain("Ask the lawyers");
  await opened.moveTo("2026-09-01T10:00:00Z");
  expect(pullsOf(opened)).toHaveLength(1);
  expect(opened.sandbox.defects()).toEqual([]);
});

test("a pull request that is closed is refused, and comes back only with twice as many runs", async () => {
  const opened = await openWithSixRuns();
  await opened.moveTo("2026-08-03T10:00:00Z");
  await request(opened, "PATCH", `/pulls/${pullsOf(opened)[0]?.number}`, { state: "closed" });
  await opened.moveTo("2026-09-01T10:00:00Z");
  expect(pullsOf(opened)).toHaveLength(1);
});

test("an answer is told as its comment reads now: hidden, edited, edited by somebody else or deleted, it is that at once", async () => {
  const opened = await openWithSixRuns("", 1);
  const run =
    (await opened.issues()).find((one) => one.parent === null && one.state === "closed")?.number ?? 0;
  const { as, sandbox } = opened;
  await as("demo-lena").comment(run, "1. The photos came late");
  // GitHub tells of changes by the second; what is quiet for a minute is kept in mind.
  await opened.moveTo("2026-08-02T09:00:00Z");
  const words = async () =>
    (await opened.collectRuns()).runs.flatMap(({ replies = [] }) => replies.map((reply) => reply.words));
  const comment = sandbox.state.issues.get(run)?.comments.find(({ body }) => body.startsWith("1. "));
  const id = comment?.id ?? 0;
  const hide = (mutation: string, more = "") =>
    fetch(sandbox.links.graphql, {
      method: "POST",
      headers: {
        authorization: `Bearer ${sandbox.tokens["demo-sofia"]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      body: JSON.stringify({
        query: `mutation { ${mutation}(input: { subjectId: "${comment?.nodeId}"${more} }) { clientMutationId } }`,
      }),
    }).then(async (response) => expect(await response.json()).not.toHaveProperty("errors"));

  expect(await words()).toEqual(["The photos came late"]);
  await hide("minimizeComment", ", classifier: RESOLVED");
  expect(await words()).toEqual([]);
  await hide("unminimizeComment");
  expect(await words()).toEqual(["The photos came late"]);
  await as("demo-lena").editComment(id, "1. The photos came two days late");
  expect(await words()).toEqual(["The photos came two days late"]);
  await as("demo-sofia").editComment(id, "1. Lena was late");
  expect(await words()).toEqual([]);
  await as("demo-lena").editComment(id, "1. The photos came late");
  expect(await words()).toEqual(["The photos came late"]);
  await as("demo-lena").editComment(id, "Never mind");
  expect(await words()).toEqual([]);
  await as("demo-lena").deleteComment(id);
  expect(await words()).toEqual([]);
  expect(sandbox.defects()).toEqual([]);
});

test("work that approvers send back in every second run is seen", async () => {
  const opened = await openTestWorld({
    now: "2026-07-02T09:00:00Z",
    files: articleHandbook([
      "id: draft, title: Write it, role: author, due: -10bd",
      "id: approve, title: Approve it, kind: approval, approvers: editor, approves: draft, due: -5bd",
    ]),
    quiet: true,
  });
  world = opened;
  for (let index = 0; index < 5; index += 1) {
    const run = await opened
      .as("demo-jonas")
      .open("Article", formBody({ Process: "article", "Publish date": businessDay("2026-08-03", index) }), [
        "handrail:run",
      ]);
    const of = async (title: string) =>
      (await opened.issues()).find((one) => one.parent === run && one.title.startsWith(title))?.number ?? 0;
    await opened.as("demo-jonas").close(await of("Write it"));
    if (index < 3) {
      await opened.as("demo-lena").comment(await of("Approve it"), "/changes the second part is missing");
      await opened.as("demo-jonas").close(await of("Write it"));
    }
    await opened.as("demo-lena").comment(await of("Approve it"), "/approve");
  }
  const { handbook } = openHandbook(
    articleHandbook([
      "id: draft, title: Write it, role: author, due: -10bd",
      "id: approve, title: Approve it, kind: approval, approvers: editor, approves: draft, due: -5bd",
    ]),
  );
  const definition = handbook.processes.get("article");
  if (!definition) throw new Error("There is no process.");
  const { runs: records } = await opened.collectRuns();
  const frame = measureFrameOf(handbook, "2026-09-01T10:00:00Z");
  expect(
    proposeChanges({ definition, handbook, records, frame }).map((proposal) =>
      describeProposal(proposal, { definition, roles: handbook.roles }),
    ),
  ).toEqual([
    expect.stringMatching(
      /^The work that “Approve it” judges came back in 3 of 5 runs\. Its check could come/,
    ),
  ]);
});

test.each([
  ["the file", "*/contents/*", "drop-after"],
  ["the pull request", "*/pulls", "drop-after"],
] as const)(
  "where the answer about %s is lost, the next sweep brings one pull request all the same",
  async (_what, where, effect) => {
    const opened = await openWithSixRuns();
    opened.sandbox.addFaults([
      { kind: "rest", write: true, path: where, actor: "handrail[bot]", effect, times: 1 },
    ]);
    // The sweep says that it failed.
    await opened.moveTo("2026-08-03T10:00:00Z").catch(() => undefined);
    await opened.moveTo("2026-08-03T11:00:00Z");
    await opened.moveTo("2026-08-03T12:00:00Z");
    expect(pullsOf(opened).map(({ title }) => title)).toEqual(["Write an article: what past runs suggest"]);
    expect(fileOn(opened, "handrail/learning-article-2026-08")).toContain("due: -8bd");
    expect(fileOn(opened, "handrail/learning-article-2026-08").match(/Ask the lawyers/g)).toHaveLength(1);
  },
);

test("nothing is asked where the handbook does not say so", async () => {
  const opened = await openWithSixRuns("");
  await opened.moveTo("2026-08-03T10:00:00Z");
  expect(pullsOf(opened)).toEqual([]);
});

test("on other days than that for suggestions nothing is read but which of them are open", async () => {
  const none = () => Promise.reject(new Error("Nothing else is read."));
  const asked: string[] = [];
  const repository: LearningRepository = {
    observePulls: async (which) => {
      asked.push(which);
      return { base: { branch: "main", sha: "0".repeat(40) }, pulls: [] };
    },
    readHandbook: none,
    observeOpen: none,
    open: none,
    write: none,
  };
  expect(await learn(repository, { now: "2026-08-04T10:00:00Z", isDay: false, records: none })).toEqual([]);
  expect(asked).toEqual(["open"]);
});

test("what GitHub refuses about one process keeps no other from its suggestions, and is said all the same", async () => {
  const one = files("learning: proposals\n");
  const both = new Map(one)
    .set("content/article.mdx", one.get("content/article.mdx") ?? "")
    .set("content/report.mdx", one.get("content/article.mdx") ?? "");
  const handbook = openHandbook(both);
  const records = [...handbook.handbook.processes.values()].flatMap((definition) =>
    Array.from({ length: 6 }, (_, index) =>
      recordOf(definition, {
        number: index + 1,
        startedOn: "2026-03-02",
        anchorDate: "2026-06-01",
        days: (step, given) => (step === "images" ? given + 2 : given),
      }),
    ),
  );
  const opened: string[] = [];
  const repository: LearningRepository = {
    observePulls: async () => ({ base: { branch: "main", sha: "0".repeat(40) }, pulls: [] }),
    readHandbook: async () => ({ handbook, texts: both }),
    observeOpen: async () => [],
    open: async ({ branch }) => {
      if (branch.includes("article")) throw new Error("GitHub does not take this text.");
      opened.push(branch);
      return 1;
    },
    write: () => Promise.reject(new Error("Nothing is written.")),
  };
  const learning = learn(repository, {
    now: "2026-08-03T10:00:00Z",
    isDay: true,
    records: async () => records,
  });
  await expect(learning).rejects.toThrow("GitHub does not take this text.");
  expect(opened).toEqual(["handrail/learning-report-2026-08"]);
});
