import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRuns } from "../../bot/runs.ts";
import { sealOf } from "../../bot/seal.ts";
import { type LocalWorld, startLocalWorld } from "../../scripts/local-world.ts";
import { shippedFiles } from "../builders.ts";

/** What the bot signs its notes with in tests. */
export const notesKey = "a-key-that-only-tests-know";

/** Somebody acting on the local GitHub through its REST API, as the web pages would. */
export interface Person {
  /** Opens an issue and gives its number. */
  open(title: string, body: string, labels?: readonly string[]): Promise<number>;
  comment(issue: number, body: string): Promise<void>;
  editComment(comment: number, body: string): Promise<void>;
  deleteComment(comment: number): Promise<void>;
  close(issue: number, reason?: "completed" | "not_planned" | "duplicate"): Promise<void>;
  reopen(issue: number): Promise<void>;
  edit(issue: number, body: string): Promise<void>;
  rename(issue: number, title: string): Promise<void>;
  assign(issue: number, logins: readonly string[]): Promise<void>;
  /** Sets the native due date of an issue, or takes it off. */
  date(issue: number, day: string | null): Promise<void>;
  addSubIssue(parent: number, child: number): Promise<void>;
  removeSubIssue(parent: number, child: number): Promise<void>;
  /** Takes off that an issue is blocked by another one. */
  unblock(issue: number, blocking: number): Promise<void>;
  label(issue: number, label: string): Promise<void>;
  unlabel(issue: number, label: string): Promise<void>;
}

/** What a test sees of an issue. */
export interface SeenIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: "open" | "closed";
  readonly stateReason: string | null;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly parent: number | null;
  readonly blockedBy: readonly number[];
  /** Comments with the hidden notes taken out, as `login: text`. */
  readonly comments: readonly string[];
}

/** A local GitHub with the bot attached, in a test. */
export interface TestWorld extends LocalWorld {
  readonly as: (login: string) => Person;
  readonly issue: (number: number) => Promise<SeenIssue>;
  readonly issues: () => Promise<SeenIssue[]>;
  /** The number of the first issue whose title begins with these words. */
  readonly numberOf: (title: string) => Promise<number>;
  /** The status comment of a run, without its hidden notes. */
  readonly status: (run: number) => Promise<string>;
  readonly moveTo: (instant: string) => Promise<void>;
  /** Commits another text of a file of the handbook to the default branch. */
  readonly commit: (path: string, text: string) => Promise<void>;
  /** Looks at a run as another bot of the same App would, that knows nothing of the first. */
  readonly lookAlone: (run: number) => Promise<void>;
}

export interface TestWorldOptions {
  readonly now: string;
  /** The handbook's files; those this repository ships when left out. */
  readonly files?: ReadonlyMap<string, string>;
  /** Who may read the repository; everybody when left out. */
  readonly visibility?: "public" | "private";
  /** Leaves out what the bot logs of failures, where a test makes them happen. */
  readonly quiet?: boolean;
}

/** Time that goes on a little whenever somebody asks for it, so that no test hangs on how fast the machine is. */
function countedTime(): () => number {
  let milliseconds = 0;
  return () => (milliseconds += 0.1);
}

/** Starts a world for a test; the test closes it. */
export async function openTestWorld({ now, files, quiet, visibility }: TestWorldOptions): Promise<TestWorld> {
  const folder = files === undefined ? "processes" : await writeFiles(files);
  const world = await startLocalWorld({
    port: 0,
    handbookFolder: folder,
    githubPath: "",
    now,
    realTime: countedTime(),
    visibility,
    notesKey,
    ...(quiet && { logLevel: "fatal" }),
  });
  const base = `${world.sandbox.links.api}/repos/${world.repository}`;

  async function request(login: string, method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${world.sandbox.tokens[login]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    await world.sandbox.idle();
    return text === "" ? undefined : JSON.parse(text);
  }

  const as = (login: string): Person => ({
    async open(title, body, labels = []) {
      return ((await request(login, "POST", "/issues", { title, body, labels })) as { number: number })
        .number;
    },
    async comment(issue, body) {
      await request(login, "POST", `/issues/${issue}/comments`, { body });
    },
    async editComment(comment, body) {
      await request(login, "PATCH", `/issues/comments/${comment}`, { body });
    },
    async deleteComment(comment) {
      await request(login, "DELETE", `/issues/comments/${comment}`);
    },
    async close(issue, reason = "completed") {
      await request(login, "PATCH", `/issues/${issue}`, { state: "closed", state_reason: reason });
    },
    async reopen(issue) {
      await request(login, "PATCH", `/issues/${issue}`, { state: "open" });
    },
    async edit(issue, body) {
      await request(login, "PATCH", `/issues/${issue}`, { body });
    },
    async rename(issue, title) {
      await request(login, "PATCH", `/issues/${issue}`, { title });
    },
    async assign(issue, logins) {
      await request(login, "PATCH", `/issues/${issue}`, { assignees: logins });
    },
    async date(issue, day) {
      const id = world.sandbox.state.issueFields.find(({ name }) => name === "Target date")?.id ?? 0;
      const path = `/issues/${issue}/issue-field-values`;
      if (day === null) await request(login, "DELETE", `${path}/${id}`);
      else await request(login, "POST", path, { issue_field_values: [{ field_id: id, value: day }] });
    },
    async addSubIssue(parent, child) {
      const { id } = (await request(login, "GET", `/issues/${child}`)) as { id: number };
      await request(login, "POST", `/issues/${parent}/sub_issues`, { sub_issue_id: id });
    },
    async removeSubIssue(parent, child) {
      const { id } = (await request(login, "GET", `/issues/${child}`)) as { id: number };
      await request(login, "DELETE", `/issues/${parent}/sub_issue`, { sub_issue_id: id });
    },
    async unblock(issue, blocking) {
      const { id } = (await request(login, "GET", `/issues/${blocking}`)) as { id: number };
      await request(login, "DELETE", `/issues/${issue}/dependencies/blocked_by/${id}`);
    },
    async label(issue, label) {
      await request(login, "POST", `/issues/${issue}/labels`, { labels: [label] });
    },
    async unlabel(issue, label) {
      await request(login, "DELETE", `/issues/${issue}/labels/${encodeURIComponent(label)}`);
    },
  });

  async function issue(number: number): Promise<SeenIssue> {
    const state = world.sandbox.state.issues.get(number);
    if (!state) throw new Error(`There is no issue #${number}.`);
    return seen(state);
  }

  return {
    ...world,
    as,
    issue,
    issues: async () => [...world.sandbox.state.issues.values()].map(seen),
    async numberOf(title) {
      const found = [...world.sandbox.state.issues.values()].find((one) => one.title.startsWith(title));
      if (!found) throw new Error(`There is no issue ${title}.`);
      return found.number;
    },
    status: async (run) => {
      const comment = (await issue(run)).comments.find((text) => text.startsWith("handrail[bot]: ### "));
      return comment?.replace(/^handrail\[bot\]: /, "") ?? "";
    },
    moveTo: (instant) => world.sandbox.moveClock(instant),
    async commit(path, text) {
      if (files === undefined) throw new Error("Only a handbook of the test's own can be changed.");
      await writeFile(join(folder, path), text);
    },
    lookAlone: async (run) => {
      const [owner = "", name = ""] = world.repository.split("/");
      const octokit = await world.bot.probot.auth(world.sandbox.app.installationId);
      const runs = createRuns({ handbookRoot: "processes", now: world.now, seal: sealOf(notesKey) });
      await runs.look({ owner, name, octokit }, run);
    },
    close: async () => {
      await world.close();
      if (files !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

type StateIssue =
  LocalWorld["sandbox"]["state"]["issues"] extends ReadonlyMap<number, infer Issue> ? Issue : never;

function seen(state: StateIssue): SeenIssue {
  return {
    number: state.number,
    title: state.title,
    body: withoutNotes(state.body),
    state: state.state,
    stateReason: state.stateReason,
    assignees: state.assignees.map(({ login }) => login),
    labels: state.labels.map(({ name }) => name),
    parent: state.parentNumber,
    blockedBy: state.blockedBy.map(({ blockingNumber }) => blockingNumber),
    comments: state.comments.map(({ author, body }) => `${author.login}: ${withoutNotes(body)}`),
  };
}

/** Hidden notes hold times and commits; people never see them. */
function withoutNotes(text: string): string {
  return text.replace(/<!-- handrail:[a-z]+ \S+(?: \S+ \S+)? -->/g, "").trim();
}

async function writeFiles(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-test-"));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The shipped handbook with a few of its processes, so that what others need does not happen in a test. */
export function filesWith(...processes: readonly string[]): ReadonlyMap<string, string> {
  const isWanted = (path: string) =>
    path.endsWith(".yml") || processes.some((id) => path.endsWith(`/${id}.mdx`));
  return new Map([...shippedFiles()].filter(([path]) => isWanted(path)));
}

/** A world in which somebody has asked for a blog post in good time, and the number of its run. */
export async function openWithBlogPost(): Promise<{ readonly world: TestWorld; readonly run: number }> {
  const world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: filesWith("publish-blog-post"),
  });
  const run = await world
    .as("demo-lena")
    .open("Publish a blog post: Rails", blogPostForm("2026-12-18"), ["handrail:run"]);
  return { world, run };
}

/** A small handbook of an author and an editor, with a process `article` of these steps and any other files. */
export function articleHandbook(
  steps: readonly string[],
  others: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  return new Map([
    ["handbook.yml", "title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: never\n"],
    [
      "roles.yml",
      `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }
lead: { title: Lead, people: [demo-sofia] }
`,
    ],
    [
      "content/article.mdx",
      `---
title: Write an article
summary: From an idea to a text.
outcome: The text is there.
trigger: Somebody has an idea.
owner: editor
anchor: Publish date
steps:
${steps.map((step) => `  - { ${step} }`).join("\n")}
---
`,
    ],
    ...Object.entries(others),
  ]);
}

/** What a handbook with a launch consists of, step by step as flow mappings. */
export interface LaunchOptions {
  readonly launch: readonly string[];
  readonly article: readonly string[];
  /** What stands below the front matter of the launch. */
  readonly body?: string;
  /** Further files, by path. */
  readonly others?: Readonly<Record<string, string>>;
}

/** A handbook with two processes: a launch that the lead answers for, and the article that a step of it starts. */
export function launchHandbook({
  launch,
  article,
  body = "",
  others = {},
}: LaunchOptions): ReadonlyMap<string, string> {
  return articleHandbook(article, {
    ...others,
    "content/launch.mdx": `---
title: Launch
summary: From a product to its launch.
outcome: It is out.
trigger: A product is there.
owner: lead
anchor: Launch date
steps:
${launch.map((step) => `  - { ${step} }`).join("\n")}
---
${body}`,
  });
}

/** The body of an issue as GitHub makes it from a start form. */
export function formBody(answers: Readonly<Record<string, string>>): string {
  return Object.entries(answers)
    .map(([label, answer]) => `### ${label}\n\n${answer === "" ? "_No response_" : answer}`)
    .join("\n\n");
}

/** The body of an issue that asks to start a blog post for a publish date; other answers may be given by label. */
export function blogPostForm(publishDate: string, others: Readonly<Record<string, string>> = {}): string {
  return formBody({
    Process: "publish-blog-post",
    "Publish date": publishDate,
    "Topic or working title": "Rails",
    "Anything the team should know": "",
    People: "",
    ...others,
  });
}
