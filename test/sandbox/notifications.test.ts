import { expect, test } from "vitest";
import { repository as o, openIssue, start, type TestSandbox } from "./start.ts";

/** What was mailed since the last look: recipient, reason and kind. */
function mailed(sandbox: TestSandbox): string[] {
  const mails = sandbox.state.notifications.map(
    ({ recipient, reason, kind }) => `${recipient.login} ${reason} ${kind}`,
  );
  sandbox.state.notifications.length = 0;
  return mails.sort();
}

const deeds: readonly (readonly [string, (s: TestSandbox) => Promise<unknown>, readonly string[]])[] = [
  [
    "a comment is told to who opened and who is assigned, not to who wrote it",
    (s) => comment(s, "demo-ines", "b"),
    ["vera author commented"],
  ],
  [
    "a mention is told, and its reason wins",
    (s) => comment(s, "handrail[bot]", "@demo-max, @vera"),
    ["demo-ines assign commented", "demo-max mention commented", "vera mention commented"],
  ],
  [
    "no mention counts in code, links or comments",
    (s) => comment(s, "vera", "`@demo-max` [@demo-max](x) <!-- @demo-max --> a@demo-max.ch"),
    ["demo-ines assign commented"],
  ],
  [
    "closing is told to everybody who follows",
    (s) => s.bot.rest.issues.update({ ...o, issue_number: 1, state: "closed" }),
    ["demo-ines assign closed", "vera author closed"],
  ],
  [
    "assigning is told to the assigned",
    (s) => s.bot.rest.issues.addAssignees({ ...o, issue_number: 1, assignees: ["demo-lea"] }),
    ["demo-lea assign assigned"],
  ],
  [
    "assigning oneself is told to nobody",
    (s) => s.as("demo-lea").rest.issues.addAssignees({ ...o, issue_number: 1, assignees: ["demo-lea"] }),
    [],
  ],
  [
    "labels are told to nobody",
    (s) => s.bot.rest.issues.addLabels({ ...o, issue_number: 1, labels: ["bug"] }),
    [],
  ],
  [
    "an edit is told only to who is newly mentioned",
    (s) => s.bot.rest.issues.update({ ...o, issue_number: 1, body: "@demo-tom @demo-max" }),
    ["demo-max mention edited"],
  ],
  [
    "an unknown login is nobody",
    (s) => comment(s, "demo-ines", "@nobody-here @handrail"),
    ["vera author commented"],
  ],
];

const comment = (sandbox: TestSandbox, login: string, body: string) =>
  sandbox.as(login).rest.issues.createComment({ ...o, issue_number: 1, body });

test.each(deeds)("%s", async (_name, deed, expected) => {
  const sandbox = await start();
  await sandbox.as("vera").rest.issues.create({ ...o, title: "T", body: "@demo-tom" });
  await sandbox.bot.rest.issues.addAssignees({ ...o, issue_number: 1, assignees: ["demo-ines"] });
  mailed(sandbox);
  sandbox.state.issues.get(1)?.subscribers.delete("demo-tom");
  await deed(sandbox);
  expect(mailed(sandbox)).toEqual(expected);
});

test("opening is told to the assigned and the mentioned; who commented once goes on hearing", async () => {
  const sandbox = await start();
  await sandbox.bot.rest.issues.create({ ...o, title: "T", body: "@demo-tom", assignees: ["demo-ines"] });
  expect(mailed(sandbox)).toEqual(["demo-ines assign opened", "demo-tom mention opened"]);
  await comment(sandbox, "vera", "Me too");
  mailed(sandbox);
  await comment(sandbox, "demo-ines", "Thanks");
  expect(mailed(sandbox)).toEqual(["demo-tom mention commented", "vera comment commented"]);
});

test("a review is asked for once, and told to who follows", async () => {
  const sandbox = await start();
  const { data } = await sandbox.as("demo-ines").rest.git.getRef({ ...o, ref: "heads/main" });
  await sandbox.as("demo-ines").rest.git.createRef({ ...o, ref: "refs/heads/idea", sha: data.object.sha });
  await sandbox.as("demo-ines").rest.repos.createOrUpdateFileContents({
    ...o,
    path: "processes/new.md",
    branch: "idea",
    message: "New",
    content: "bmV3",
  });
  await sandbox.as("demo-ines").rest.pulls.create({ ...o, title: "T", head: "idea", base: "main" });
  const ask = () =>
    sandbox.as("demo-ines").rest.pulls.requestReviewers({ ...o, pull_number: 1, reviewers: ["demo-tom"] });
  await ask();
  await ask();
  expect(mailed(sandbox)).toEqual(["demo-tom review_requested review-requested"]);
  await sandbox.as("demo-tom").rest.pulls.createReview({ ...o, pull_number: 1, event: "APPROVE" });
  expect(mailed(sandbox)).toEqual(["demo-ines author reviewed"]);
});

test("each person sees their own, without the hidden markers of a comment", async () => {
  const sandbox = await start();
  await openIssue(sandbox.as("demo-ines"), "Run");
  await comment(sandbox, "handrail[bot]", "<!-- marker -->\n**Ready**, @demo-ines");
  const page = async (login: string) =>
    (await fetch(`${sandbox.url}/notifications`, { headers: { cookie: `sandbox_actor=${login}` } })).text();
  expect(await page("demo-ines")).toContain('<p class="excerpt">Ready, @demo-ines</p>');
  expect(await page("demo-tom")).toContain("A quiet day");
});
