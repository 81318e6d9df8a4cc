import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sign } from "@octokit/webhooks-methods";
import { createClock, startSandbox } from "../../../sandbox/index.ts";

export const secret = "a secret that nobody can guess";
export const handbook = new Map([
  ["processes/handbook.yml", "title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: never\n"],
  ["processes/roles.yml", "author: { title: Author, people: [demo-ann] }\n"],
  [
    "processes/content/article.mdx",
    `---
title: Write an article
summary: From an idea to a text.
outcome: The text is there.
trigger: Somebody has an idea.
owner: author
anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -5d }
  - { id: edit, title: Edit the draft, role: author, due: -2d }
  - { id: publish, title: Publish, role: author, due: 0d }
---
`,
  ],
]);

/** What the start form of the handbook's one process sends; each index has a date of its own, since two for one day look alike. */
export function startBody(index = 0): string {
  const day = new Date(Date.parse("2026-12-18") + index * 86_400_000).toISOString().slice(0, 10);
  return `### Process\n\narticle\n\n### Publish date\n\n${day}\n\n### People\n\n_No response_`;
}

/** A GitHub for servers of their own process; `target` says where its next webhook goes. */
export async function startGitHub(target: () => string = () => "http://127.0.0.1:9/none") {
  const sandbox = await startSandbox({
    repository: "acme/handbook",
    users: [{ login: "demo-ann", name: "Ann", permission: "write" }],
    readFiles: async () => handbook,
    clock: createClock({ now: "2026-11-02T09:00:00Z" }),
    // Without Redis a machine has one server an App; whatever else is tried on this machine has another.
    appId: 1_000_000 + process.pid,
    webhook: { url: target, secret },
  });
  const request = async (method: string, path: string, body: object) => {
    const response = await fetch(`${sandbox.links.api}/repos/acme/handbook${path}`, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.tokens["demo-ann"]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<{ readonly number: number }>;
  };
  let opened = 0;
  return {
    ...sandbox,
    /** Opens a start issue, each for a day of its own; its number. */
    openStart: async (title: string) => {
      opened += 1;
      const issue = { title, body: startBody(opened), labels: ["handrail:run"] };
      return (await request("POST", "/issues", issue)).number;
    },
    close: () => sandbox.close(),
    request,
  };
}

export type GitHub = Awaited<ReturnType<typeof startGitHub>>;

/** A server in a process of its own. */
export interface StartedServer {
  readonly child: ChildProcess;
  readonly url: string;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** Whether it still runs. */
  readonly isAlive: () => boolean;
  /** Ends with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal to the program and all it started, as a terminal does at Ctrl+C. */
  readonly signalGroup: (signal: NodeJS.Signals) => void;
  /** Ends it if it still runs. */
  readonly kill: () => Promise<void>;
}

export function environment(github: GitHub | undefined, more: Readonly<Record<string, string>> = {}) {
  return {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    APP_ID: String(github?.app.appId ?? 1),
    PRIVATE_KEY: github?.app.privateKey ?? "",
    WEBHOOK_SECRET: secret,
    HOST: "127.0.0.1",
    PORT: "0",
    HANDRAIL_NOW: "2026-11-02T09:00:00Z",
    ...(github && { GITHUB_API_URL: github.links.api }),
    ...more,
  };
}

/** Starts a program, in this folder or another, and waits until it listens or has ended. */
export async function startServer(
  env: Readonly<Record<string, string | undefined>>,
  command: readonly [string, ...string[]] = [process.execPath, "bot/server.ts"],
  cwd = process.cwd(),
): Promise<StartedServer> {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  const listening = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const port = /"Handrail listens\.".*"port":(\d+)/.exec(output)?.[1];
      if (port !== undefined) listening.resolve(`http://127.0.0.1:${port}`);
    });
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const url = await Promise.race([listening.promise, ended.then(() => "")]);
  return {
    child,
    url,
    output: () => output,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    ended,
    signalGroup: (signal) => process.kill(-(child.pid ?? 0), signal),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGKILL");
      await ended;
    },
  };
}

/** Sends a webhook as GitHub would, signed with this secret or another; the status of the answer. */
export async function sendWebhook(
  url: string,
  payload: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const body = JSON.stringify(payload);
  const response = await fetch(`${url}/api/github/webhooks`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-delivery": crypto.randomUUID(),
      "x-github-event": "issues",
      "x-hub-signature-256": await sign(secret, body),
      ...headers,
    },
    body,
  });
  await response.text();
  return response.status;
}

/** Looks again until something holds; throws with what it last saw when it never does. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 240,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} seconds: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
