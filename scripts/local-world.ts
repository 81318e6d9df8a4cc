import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parse } from "yaml";
import { collectRuns } from "../bot/collect-runs.ts";
import { type Bot, createBot } from "../bot/create-bot.ts";
import { createGitHubRepository } from "../bot/github/github-repository.ts";
import { graphqlOf } from "../bot/github/octokit-class.ts";
import { githubPolicy } from "../bot/github/request-policy.ts";
import { caught } from "../bot/http/caught.ts";
import { pathOfTarget } from "../bot/http/path-of-target.ts";
import { createMemoryQueue, type MemoryQueue } from "../bot/queue/memory-queue.ts";
import type { Swept } from "../bot/sweep.ts";
import { createLog } from "../bot/watch/create-log.ts";
import { workAfterSweep } from "../bot/work-after-sweep.ts";
import type { RunsFile } from "../core/metrics/index.ts";
import { createClock, createSandbox, type Sandbox, type SandboxUser } from "../sandbox/index.ts";
import { createLocalHandbook, handbookRoot } from "./local-handbook.ts";
import { packageRoot } from "./package-root.ts";
import { UsageError } from "./terminal.ts";
import { writeFiles } from "./write-files.ts";

/** What a local world is made from. */
export interface LocalWorldOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly handbookFolder: string;
  /** The moment it begins at, an ISO instant; the clock runs on from there. Now when left out. */
  readonly now?: string | undefined;
  /** What its clock runs on with, in milliseconds; this machine's time when left out. */
  readonly realTime?: (() => number) | undefined;
  /** Path the local GitHub lives below: empty for the root of the address. */
  readonly githubPath: string;
  /** Who may read the repository; everybody when left out. */
  readonly visibility?: "public" | "private" | undefined;
  /** Answers what is neither the local GitHub's nor the bot's; 404 when left out. */
  readonly rest?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** What the bot logs; warnings and worse when left out. */
  readonly logLevel?: "fatal" | "warn" | undefined;
  /** What the bot signs its notes with; a key of this world alone when left out. */
  readonly notesKey?: string | undefined;
  /** Links for the header of the local GitHub's pages. */
  readonly nav?: readonly { readonly title: string; readonly href: string }[] | undefined;
}

/** A local GitHub with the bot attached, on one address of this machine. */
export interface LocalWorld {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly repository: string;
  /** Makes the bot look at every open run, as the schedule would. */
  readonly sweep: () => Promise<Swept>;
  /** Makes the bot look at one run. */
  readonly look: (run: number) => Promise<void>;
  /** The records of all runs, as the site reads them. */
  readonly collectRuns: () => Promise<RunsFile>;
  /** How often the bot has written anything. */
  readonly written: () => number;
  /** The moment on the local GitHub's clock. */
  readonly now: () => string;
  /** Sets that clock without anybody looking, unlike the control of the local GitHub. */
  readonly setClock: (instant: string) => void;
  readonly close: () => Promise<void>;
}

const defaultRepository = "acme/handbook";
const webhooksPath = "/bot/webhooks";

/** Starts it. The people of roles.yml get accounts; everyone may write, so that anything can be tried. */
export async function startLocalWorld(options: LocalWorldOptions): Promise<LocalWorld> {
  const readLocalHandbook = createLocalHandbook(options.handbookFolder);
  const { repository = defaultRepository, users, mayWriteFiles } = await readLocalHandbook();
  const clock = createClock({ now: options.now, realTime: options.realTime });
  const server = createServer();
  const origin = await listen(server, options.port);
  const secret = crypto.randomUUID();
  const queue = localQueue();
  const sandbox = createSandbox({
    repository,
    users: [...users, visitorOf(users, options.visibility)],
    ...(options.visibility !== undefined && { visibility: options.visibility }),
    readFiles: async () => (await readLocalHandbook()).files,
    writeFiles: (changes) => mergeInto(options.handbookFolder, changes),
    basePath: options.githubPath,
    origin: () => origin,
    clock,
    webhook: { url: () => `${origin}${webhooksPath}`, secret },
    appPermissions: await readAppPermissions(mayWriteFiles),
    nav: options.nav ?? [],
    settled: queue.idle,
    onClockMoved: async () => {
      await looks.sweep();
    },
  });
  const bot = await botOf(sandbox, secret, () => clock.now(), queue, options);
  const looks = looksOf(bot, queue, sandbox, repository, () => clock.now());
  answerRequests(server, bot, sandbox, options);
  return {
    url: origin,
    sandbox,
    bot,
    repository,
    ...looks,
    written: () => sandbox.calls().filter((call) => call.write && call.actor !== "app").length,
    now: () => clock.now(),
    setClock: (instant) => clock.set(instant),
    async close() {
      sandbox.close();
      await queue.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What is merged on the local GitHub is written into the handbook's folder; nothing outside it is touched. */
async function mergeInto(folder: string, changes: ReadonlyMap<string, string | null>): Promise<void> {
  const inside = `${handbookRoot}/`;
  const foreign = [...changes.keys()].find((path) => !path.startsWith(inside));
  if (foreign !== undefined)
    throw new Error(`${foreign} is not part of the handbook, so the local GitHub does not write it.`);
  const wanted = new Map([...changes].map(([path, text]) => [path.slice(inside.length), text ?? undefined]));
  await writeFiles(folder, [...wanted.keys()], wanted);
}

/** Somebody who can read the repository and has no part in the handbook: in a public one whoever comes by, in a private one a guest. */
function visitorOf(users: readonly SandboxUser[], visibility: LocalWorldOptions["visibility"]): SandboxUser {
  const login = users.some((user) => user.login === "visitor") ? "another-visitor" : "visitor";
  return { login, name: "Visitor", permission: visibility === "private" ? "read" : "none" };
}

function botOf(
  { app, links }: Sandbox,
  secret: string,
  now: () => string,
  queue: MemoryQueue,
  { logLevel = "warn", notesKey }: LocalWorldOptions,
): Promise<Bot> {
  return createBot({
    appId: app.appId,
    privateKey: app.privateKey,
    secret,
    baseUrl: links.api,
    handbookRoot,
    now,
    webhooksPath,
    queue,
    log: logLevel === "warn" ? createLog((line) => process.stderr.write(line), "error", now) : undefined,
    // Nobody waits for a local GitHub to recover.
    notesKey,
    policy: { ...githubPolicy, writeSpacing: 0, sleep: async () => undefined },
  });
}

/** What the bot can be made to do at any time. */
function looksOf(
  bot: Bot,
  queue: MemoryQueue,
  { app }: Sandbox,
  repository: string,
  now: () => string,
): Pick<LocalWorld, "sweep" | "look" | "collectRuns"> {
  const [owner = "", name = ""] = repository.split("/");
  const refOf = async () => ({ owner, name, octokit: await bot.probot.auth(app.installationId) });
  const lookAt = (run: number) => queue.done({ kind: "look", account: app.installationId, owner, name, run });
  return {
    async sweep() {
      const swept = await bot.runs.sweep(await refOf(), lookAt);
      for (const work of await workAfterSweep(swept, await refOf(), app.installationId, bot))
        await queue.done(work);
      await queue.idle();
      return swept;
    },
    async look(run) {
      await lookAt(run);
      await queue.idle();
    },
    collectRuns: async () => {
      const { octokit } = await refOf();
      const graphql = graphqlOf(octokit);
      return collectRuns(
        createGitHubRepository({ graphql, name: { owner, name }, root: handbookRoot, trust: "apps" }),
        now(),
      );
    },
  };
}

/** Looks one after another, so that trials are repeatable. Nothing is tried again by itself: a sweep is at hand. */
function localQueue(): MemoryQueue {
  return createMemoryQueue({
    concurrency: 1,
    tries: 1,
    now: Date.now,
    sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }),
  });
}

function answerRequests(server: Server, bot: Bot, sandbox: Sandbox, { rest }: LocalWorldOptions): void {
  const answer = caught(
    async (request, response) => {
      const isPath = pathOfTarget(request.url) !== undefined;
      if (isPath && (await bot.handle(request, response))) return;
      if (isPath && (await sandbox.handle(request, response))) return;
      if (isPath && rest) rest(request, response);
      else response.writeHead(404, { "content-type": "text/plain" }).end("Nothing here.\n");
    },
    (error) => console.error(error),
  );
  server.on("request", answer);
}

/** What the App asks for on GitHub is what it may do here; files it may write only where that is switched on. */
async function readAppPermissions(mayWriteFiles: boolean): Promise<Record<string, "read" | "write">> {
  const manifest = parse(await readFile(join(packageRoot(), "app.yml"), "utf8"));
  return { ...manifest.default_permissions, ...(mayWriteFiles && { contents: "write" }) };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portProblem(port, error.code) ?? error));
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What to do where a port cannot be had. */
function portProblem(port: number, code: string | undefined): UsageError | undefined {
  if (code === "EADDRINUSE")
    return new UsageError(
      `Port ${port} is taken by another program; choose another one, such as --port ${port < 65_535 ? port + 1 : 4321}.`,
    );
  if (code === "EACCES")
    return new UsageError(
      `Port ${port} is kept for the administrator of this machine; choose one from 1024 on, such as --port 4321.`,
    );
  return undefined;
}
