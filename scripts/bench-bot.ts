import { mock } from "node:test";
import { ProbotOctokit } from "probot";
import { octokitClass } from "../bot/github/octokit-class.ts";
import { githubPolicy } from "../bot/github/request-policy.ts";
import { createRuns } from "../bot/runs.ts";
import { type CivilDate, parseCivilDate } from "../core/calendar/index.ts";
import { defineHandbook, parseHandbook } from "../core/definition/index.ts";
import { writeFormBody } from "../core/form/index.ts";
import { readHandbookFolder } from "../disk/index.ts";
import { createClock, createSandbox, type Sandbox } from "../sandbox/index.ts";

/**
 * Measures the bot against the local GitHub: `node scripts/bench-bot.ts`. Times are virtual: a clock that jumps
 * ahead whenever something waits, so that they show what the spacing of requests costs, on any machine alike.
 */
const begin = "2026-11-02T09:00:00Z";
const [owner, name] = ["acme", "handbook"];

/** A handbook with one process of so many steps in a row, each done by somebody. */
function handbookOf(steps: number): Map<string, string> {
  const list = Array.from(
    { length: steps },
    (_, index) => `  - { id: step-${index}, title: Step ${index}, role: doer, due: +${index + 7}d }`,
  );
  const sections = Array.from(
    { length: steps },
    (_, index) => `## Step ${index}\n\nDo it well.\n\n- [ ] Done\n`,
  );
  const frontMatter = `title: Long\nsummary: A row of steps.\noutcome: All done.\ntrigger: A bench.\nowner: doer\nsteps:\n${list.join("\n")}`;
  return new Map([
    ["processes/handbook.yml", "title: Bench\n"],
    ["processes/roles.yml", "doer: { title: Doer, people: [demo-ann] }\n"],
    ["processes/bench/long.mdx", `---\n${frontMatter}\n---\n\n${sections.join("\n")}`],
  ]);
}

function sandboxWith(files: ReadonlyMap<string, string>, logins: readonly string[]): Sandbox {
  return createSandbox({
    repository: `${owner}/${name}`,
    users: logins.map((login) => ({ login, name: login, permission: "write" })),
    readFiles: async () => files,
    origin: () => "http://localhost",
    clock: createClock({ now: begin, frozen: true }),
  });
}

/** A bot on a clock of its own: waiting costs no time, and is added up. */
function botFor(sandbox: Sandbox) {
  let waited = 0;
  const policy = {
    ...githubPolicy,
    now: () => waited,
    sleep: async (milliseconds: number) => {
      waited += milliseconds;
    },
  };
  const Octokit = octokitClass(policy);
  const octokit = new Octokit({
    auth: { token: sandbox.tokens["handrail[bot]"] },
    baseUrl: sandbox.links.api,
    request: { fetch: sandbox.fetch },
  });
  let now = begin;
  const runs = createRuns({ handbookRoot: "processes", now: () => now });
  const ref = { owner, name, octokit };
  const setNow = (instant: string) => {
    now = instant;
  };
  return { runs, ref, seconds: () => waited / 1000, setNow };
}

async function openStart(sandbox: Sandbox, login: string, title: string, body: string): Promise<number> {
  const answer = await request(sandbox, login, "POST", "/issues", { title, body, labels: ["handrail:run"] });
  return (answer as { number: number }).number;
}

async function request(
  sandbox: Sandbox,
  login: string,
  method: string,
  path: string,
  body: object,
): Promise<unknown> {
  const response = await sandbox.fetch(`${sandbox.links.api}/repos/${owner}/${name}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${sandbox.tokens[login]}`,
      "content-type": "application/json",
      "user-agent": "bench",
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const botCalls = (sandbox: Sandbox) => sandbox.calls().filter(({ actor }) => actor === "handrail[bot]");
const longBody = "### Process\n\nlong\n\n### Start date\n\n2026-11-09\n\n### People\n\n_No response_";

async function startWithHandrail(steps: number) {
  const sandbox = sandboxWith(handbookOf(steps), ["demo-ann"]);
  const bot = botFor(sandbox);
  const run = await openStart(sandbox, "demo-ann", "Long: bench", longBody);
  sandbox.resetCalls();
  await bot.runs.look(bot.ref, run);
  const created = [...sandbox.state.issues.values()].filter(
    ({ parentNumber }) => parentNumber === run,
  ).length;
  return { requests: botCalls(sandbox).length, seconds: bot.seconds(), created };
}

/** The same issues by REST, one request after another, with Probot's Octokit as it comes. */
async function startWithRest(steps: number) {
  const sandbox = sandboxWith(handbookOf(steps), ["demo-ann"]);
  const run = await openStart(sandbox, "demo-ann", "Long: bench", "A run.");
  sandbox.resetCalls();
  const octokit = new ProbotOctokit({
    auth: { token: sandbox.tokens["handrail[bot]"] },
    baseUrl: sandbox.links.api,
    request: { fetch: sandbox.fetch },
  });
  const repo = { owner, repo: name };
  const work = async () => {
    let previous: number | undefined;
    await octokit.rest.issues.createComment({ ...repo, issue_number: run, body: "The plan." });
    for (let index = 0; index < steps; index += 1) {
      const { data } = await octokit.rest.issues.create({
        ...repo,
        title: `Step ${index}`,
        assignees: ["demo-ann"],
      });
      await octokit.rest.issues.addSubIssue({ ...repo, issue_number: run, sub_issue_id: data.id });
      if (previous !== undefined) {
        await octokit.rest.issues.addBlockedByDependency({
          ...repo,
          issue_number: data.number,
          issue_id: previous,
        });
      }
      previous = data.id;
    }
  };
  const seconds = await inVirtualTime(work);
  return { requests: botCalls(sandbox).length, seconds };
}

/** Runs work whose timers are skipped as soon as nothing else is left to do; gives the seconds they stood for. */
async function inVirtualTime(work: () => Promise<void>): Promise<number> {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse(begin) });
  const started = Date.now();
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    for (let turn = 0; turn < 50 && !isDone; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!isDone) mock.timers.tick(50);
  }
  const seconds = (Date.now() - started) / 1000;
  mock.timers.reset();
  await working;
  return seconds;
}

async function idleSweep(runs: number, steps: number) {
  const sandbox = sandboxWith(handbookOf(steps), ["demo-ann"]);
  const bot = botFor(sandbox);
  for (let index = 0; index < runs; index += 1) {
    await bot.runs.look(bot.ref, await openStart(sandbox, "demo-ann", `Long: ${index}`, longBody));
  }
  await bot.runs.sweep(bot.ref);
  sandbox.resetCalls();
  await bot.runs.sweep(bot.ref);
  const calls = botCalls(sandbox);
  return { open: runs * steps, requests: calls.length, writes: calls.filter(({ write }) => write).length };
}

/** The notifications of everybody in one whole run of the blog process, in which each step is done on its due date. */
async function notifications() {
  const everything = await readHandbookFolder("processes");
  const texts = new Map(
    [...everything].filter(([path]) => path.endsWith(".yml") || path.includes("publish-blog-post")),
  );
  const handbook = defineHandbook(parseHandbook(texts), () => true);
  const definition = handbook.processes.get("publish-blog-post");
  if (!definition) throw new Error("The handbook has no blog process.");
  const logins = [
    ...new Set([...handbook.roles.values()].flatMap(({ people, deputies }) => [...people, ...deputies])),
  ];
  const sandbox = sandboxWith(new Map([...texts].map(([path, text]) => [`processes/${path}`, text])), logins);
  const bot = botFor(sandbox);
  const body = writeFormBody(
    definition,
    parseCivilDate("2026-12-18") as CivilDate,
    new Map([["topic", "Rails"]]),
  );
  const run = await openStart(sandbox, "demo-lena", "Publish a blog post: Rails", body);
  await bot.runs.look(bot.ref, run);
  const days = Array.from({ length: 60 }, (_, day) =>
    new Date(Date.parse("2026-11-03T08:00:00Z") + day * 86_400_000).toISOString(),
  );
  for (const now of days) {
    bot.setNow(now);
    await bot.runs.sweep(bot.ref);
    for (const issue of [...sandbox.state.issues.values()].filter(
      ({ parentNumber, state }) => parentNumber === run && state === "open",
    )) {
      const due = /\*\*Due \w+ (\d+ \w+ \d+)\*\*/.exec(issue.body)?.[1];
      if (due === undefined || Date.parse(`${due} 23:59 UTC`) - Date.parse(now) > 86_400_000) continue;
      if (issue.title.startsWith("Approve")) {
        for (const approver of ["demo-ines", "demo-sofia"]) {
          await request(sandbox, approver, "POST", `/issues/${issue.number}/comments`, { body: "/approve" });
        }
      } else
        await request(sandbox, issue.assignees[0]?.login ?? "demo-lena", "PATCH", `/issues/${issue.number}`, {
          state: "closed",
        });
      await bot.runs.look(bot.ref, run);
    }
  }
  if (sandbox.state.issues.get(run)?.state !== "closed") throw new Error("The run did not end.");
  const byPerson = Map.groupBy(
    sandbox.state.notifications.filter(({ actor }) => actor.type === "Bot"),
    ({ recipient }) => recipient.login,
  );
  return [...byPerson].map(([login, list]) => ({ login, kinds: Map.groupBy(list, ({ kind }) => kind) }));
}

const print = (line: string) => process.stdout.write(`${line}\n`);
print("## Starting a run: requests, and seconds that their spacing takes\n");
print(
  "| steps | Handrail: requests | beyond one a step | seconds | REST one by one, Probot's defaults: requests | seconds |",
);
print("| --- | --- | --- | --- | --- | --- |");
for (const steps of [8, 20, 60]) {
  const ours = await startWithHandrail(steps);
  if (ours.created !== steps) throw new Error(`${ours.created} steps were made instead of ${steps}.`);
  const rest = await startWithRest(steps);
  print(
    `| ${steps} | ${ours.requests} | ${ours.requests - steps} | ${ours.seconds.toFixed(1)} | ${rest.requests} | ${rest.seconds.toFixed(1)} |`,
  );
}
const idle = await idleSweep(10, 50);
print(`\n## A sweep over ${idle.open} open steps in 10 runs where nothing is due\n`);
print(`${idle.requests} requests, ${idle.writes} writes.`);
print("\n## Mails from the bot in a whole run of the blog process, everyone on time\n");
print("| person | mails | assigned at the start | their turn, reminders, the end |");
print("| --- | --- | --- | --- |");
for (const { login, kinds } of await notifications()) {
  const all = [...kinds.values()].flat().length;
  const assigned = kinds.get("assigned")?.length ?? kinds.get("opened")?.length ?? 0;
  print(`| ${login} | ${all} | ${assigned} | ${all - assigned} |`);
}
