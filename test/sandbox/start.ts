import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { onTestFinished } from "vitest";
import { createClock, type StartedSandbox, type StartOptions, startSandbox } from "../../sandbox/index.ts";

export const repository = { owner: "acme", repo: "handbook" } as const;
export const secret = "a secret only the two of us know";

export const users = [
  { login: "demo-tom", name: "Tom Berg", permission: "admin" },
  { login: "demo-ines", name: "Ines Keller", permission: "write" },
  { login: "demo-lea", name: "Lea Sommer", permission: "triage" },
  { login: "demo-max", name: "Max Reader", permission: "read" },
  { login: "vera", name: "Vera Outside", permission: "none" },
] as const;

export interface TestSandbox extends StartedSandbox {
  /** A real Octokit with this person's or bot's token. */
  readonly as: (login: string) => Octokit;
  readonly bot: Octokit;
  /** The default branch's files; change them to make a new HEAD. */
  readonly files: Map<string, string>;
}

/** A sandbox at 2 March 2026, 08:00 UTC, where time stands still; it ends with the test. */
export async function start(options: Partial<StartOptions> = {}): Promise<TestSandbox> {
  const files = new Map([
    ["processes/content/blog-post.mdx", "---\ntitle: Blog post\n---\n"],
    ["processes/handbook.yml", "title: Handbook\n"],
  ]);
  const sandbox = await startSandbox({
    repository: "acme/handbook",
    users,
    readFiles: async () => files,
    writeFiles: async (changes) => {
      for (const [path, text] of changes) {
        if (text === null) files.delete(path);
        else files.set(path, text);
      }
    },
    clock: createClock({ now: "2026-03-02T08:00:00Z", frozen: true }),
    ...options,
  });
  onTestFinished(() => sandbox.close());
  const as = (login: string) => octokit(sandbox.links.api, sandbox.tokens[login]);
  return Object.assign(sandbox, { as, bot: as("handrail[bot]"), files });
}

export function octokit(baseUrl: string, auth: string | undefined): Octokit {
  return new Octokit({ baseUrl, auth, log: quiet });
}

/** An Octokit that signs with the App's key; `installationId` makes it fetch an installation's token. */
export function appOctokit({ links, app }: TestSandbox, installationId?: number): Octokit {
  const auth = { appId: app.appId, privateKey: app.privateKey, ...(installationId && { installationId }) };
  return new Octokit({ baseUrl: links.api, authStrategy: createAppAuth, auth, log: quiet });
}

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface Heard {
  readonly event: string;
  readonly action: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Somebody who listens to webhooks and remembers them; `answer` is the status given back. */
export async function listen(answer: () => number = () => 200) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      const action = (JSON.parse(body) as { action?: string }).action ?? null;
      heard.push({ event: headers["x-github-event"] ?? "", action, headers, body });
      response.writeHead(answer()).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  const names = () => heard.map(({ event, action }) => (action === null ? event : `${event}.${action}`));
  return { heard, names, webhook: { url, secret } };
}

/** What a request is refused with: its status and message. */
export async function refusal(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await request;
  } catch (error) {
    const { status, message } = error as { status: number; message: string };
    return { status, message };
  }
  throw new Error("The request was expected to be refused.");
}

/** The errors of a GraphQL request that is expected to fail, as `TYPE: message`. */
export async function graphqlErrors(request: Promise<unknown>): Promise<string[]> {
  try {
    await request;
  } catch (error) {
    const { errors } = error as { errors?: { type?: string; message: string }[] };
    if (errors !== undefined) return errors.map(({ type, message }) => `${type ?? "-"}: ${message}`);
    throw error;
  }
  throw new Error("The request was expected to be refused.");
}

/** Makes an issue by REST and returns what both APIs call it. */
export async function openIssue(
  client: Octokit,
  title: string,
): Promise<{ number: number; id: number; nodeId: string }> {
  const { data } = await client.rest.issues.create({ ...repository, title });
  return { number: data.number, id: data.id, nodeId: data.node_id };
}
