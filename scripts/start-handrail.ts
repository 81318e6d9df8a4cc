import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sirv from "sirv";
import { buildSite } from "./build-site.ts";
import { type LocalWorld, startLocalWorld } from "./local-world.ts";

/** What `npm start` may be told. */
export interface StartOptions {
  readonly port: number;
  readonly handbookFolder: string;
  /** Folder for everything that is built on the way. */
  readonly workFolder: string;
  /** The moment the local GitHub begins at; now when left out. */
  readonly now?: string | undefined;
  /** Told when a later build of the handbook fails, for instance since a file has a mistake. */
  readonly onProblem: (message: string) => void;
}

/** Handbook, local GitHub and bot on one address. */
export interface StartedHandrail {
  readonly url: string;
  readonly world: LocalWorld;
  /** Builds the handbook anew when a file of it or a run has changed; true when it did. */
  readonly refresh: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

const githubPath = "/github";

/** Builds the handbook, starts the local GitHub with the bot, and serves all three on one address of this machine. */
export async function startHandrail(options: StartOptions): Promise<StartedHandrail> {
  const { handbookFolder, workFolder, now } = options;
  const builtFolder = join(workFolder, "site");
  const runsFile = join(workFolder, "runs.json");
  await mkdir(workFolder, { recursive: true });
  await rm(runsFile, { force: true });

  let shown: ReturnType<typeof sirv> | undefined;
  let edition = 0;
  /** A build is shown only when it is whole, from a copy that the next build does not touch. */
  async function build(instant: string | undefined): Promise<void> {
    await buildSite({
      outFolder: builtFolder,
      handbookFolder,
      githubUrl: githubPath,
      now: instant,
      runsFile,
    });
    const previous = join(workFolder, `shown-${edition}`);
    edition += 1;
    const folder = join(workFolder, `shown-${edition}`);
    await rm(folder, { recursive: true, force: true });
    await cp(builtFolder, folder, { recursive: true });
    const notFound = await readFile(join(folder, "404.html"));
    shown = sirv(folder, {
      etag: true,
      onNoMatch: (_request, response) => {
        response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" });
        response.end(notFound);
      },
    });
    await rm(previous, { recursive: true, force: true });
  }

  await build(now);
  const world = await startLocalWorld({
    port: options.port,
    handbookFolder,
    now,
    githubPath,
    rest: (request, response) => shown?.(request, response),
    nav: [{ title: "Handbook", href: "/" }],
  });
  let known = await world.fingerprint();

  async function refresh(): Promise<boolean> {
    const current = await world.fingerprint();
    if (current === known) return false;
    known = current;
    try {
      await writeFile(runsFile, JSON.stringify(await world.collectRuns()));
      await build(world.now());
    } catch (error) {
      options.onProblem(error instanceof Error ? error.message : String(error));
      return false;
    }
    return true;
  }

  return { url: world.url, world, refresh, close: world.close };
}
