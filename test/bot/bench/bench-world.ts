import { octokitClass } from "../../../bot/github/octokit-class.ts";
import { githubPolicy } from "../../../bot/github/request-policy.ts";
import { createRuns } from "../../../bot/runs.ts";
import { type Call, createClock, createSandbox, type Sandbox } from "../../../sandbox/index.ts";

/** The moment every measured run begins. */
export const begin = "2026-11-02T09:00:00Z";
export const [owner, name] = ["acme", "handbook"];

/** A local GitHub that holds these files, with these people, on a clock that stands still. */
export function sandboxWith(files: ReadonlyMap<string, string>, logins: readonly string[]): Sandbox {
  return createSandbox({
    repository: `${owner}/${name}`,
    users: logins.map((login) => ({ login, name: login, permission: "write" })),
    readFiles: async () => files,
    origin: () => "http://localhost",
    clock: createClock({ now: begin, frozen: true }),
  });
}

/** The bot on a clock of its own: waiting costs no time, and is added up. A `fetch` may answer some requests itself. */
export function botFor(sandbox: Sandbox, fetch: Sandbox["fetch"] = sandbox.fetch) {
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
    request: { fetch },
  });
  let now = begin;
  const runs = createRuns({ handbookRoot: "processes", now: () => now });
  const ref = { owner, name, octokit };
  const setNow = (instant: string) => {
    now = instant;
  };
  return { runs, ref, seconds: () => waited / 1000, setNow };
}

/** Opens an issue as this person would with the start form; its number. */
export async function openStart(
  sandbox: Sandbox,
  login: string,
  title: string,
  body: string,
): Promise<number> {
  const answer = await request(sandbox, login, "POST", "/issues", { title, body, labels: ["handrail:run"] });
  return (answer as { number: number }).number;
}

/** Asks the local GitHub as this person; throws when it refuses. */
export async function request(
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

/** What the bot has asked of this GitHub. */
export function botCalls(sandbox: Sandbox): readonly Call[] {
  return sandbox.calls().filter(({ actor }) => actor === "handrail[bot]");
}

/** Every start asks for all other open runs; here no plan rests on them, and the making of 500 runs would read 125,000. */
export function withoutOthers(send: Fetch): Fetch {
  return async (input, init) =>
    String(init?.body).includes("query OtherRuns")
      ? Response.json({ data: { viewer: null, repository: null } })
      : send(input, init);
}

type Fetch = Sandbox["fetch"];
