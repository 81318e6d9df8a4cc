import type { ServerResponse } from "node:http";
import {
  createLiveHandbook,
  type LiveHandbook,
  openPageProgram,
  pageProgramFolder,
  readSettings,
} from "../site/index.ts";
import { type LocalWorld, startLocalWorld } from "./local-world.ts";

/** What `npm start` may be told. */
export interface StartOptions {
  readonly port: number;
  readonly handbookFolder: string;
  /** Folder for what is prepared on the way. */
  readonly workFolder: string;
  /** The moment the local GitHub begins at; now when left out. */
  readonly now?: string | undefined;
  /** Told when the handbook has a mistake while it is shown. */
  readonly onProblem: (message: string) => void;
  /** Told when the handbook has been read anew. */
  readonly onNew?: () => void;
}

/** Handbook, local GitHub and bot on one address. */
export interface StartedHandrail {
  readonly url: string;
  readonly world: LocalWorld;
  readonly close: () => Promise<void>;
}

const githubPath = "/github";
const lookForRunsEvery = 250;

/** Starts the local GitHub with the bot, and serves the handbook live beside it, on one address of this machine. */
export async function startHandrail(options: StartOptions): Promise<StartedHandrail> {
  const { handbookFolder, workFolder, now, onProblem, onNew } = options;
  let handbook: LiveHandbook | undefined;
  const world = await startLocalWorld({
    port: options.port,
    handbookFolder,
    now,
    githubPath,
    rest: (request, response) => (handbook ? handbook.handle(request, response) : notYet(response)),
    nav: [{ title: "Handbook", href: "/" }],
  });
  try {
    const program = await openPageProgram(await pageProgramFolder());
    const settings = {
      ...readSettings({ HANDRAIL_CACHE: workFolder, HANDRAIL_HANDBOOK: handbookFolder }, world.now),
      githubUrl: githubPath,
    };
    const live = await createLiveHandbook(program, settings, {
      now: world.now,
      showsEverything: true,
      onProblem,
      ...(onNew && { onNew }),
    });
    handbook = live;
    const stop = followRuns(world, live, onProblem);
    return {
      url: world.url,
      world,
      close: async () => {
        stop();
        await live.close();
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

function notYet(response: ServerResponse): void {
  response
    .writeHead(503, { "content-type": "text/plain", "retry-after": "1" })
    .end("The handbook is being read.\n");
}

/** Shows runs as the bot has written them, soon after it has. */
function followRuns(world: LocalWorld, live: LiveHandbook, onProblem: (message: string) => void): () => void {
  let known = world.written();
  let timer = setTimeout(look, lookForRunsEvery);
  async function look(): Promise<void> {
    const current = world.written();
    if (current !== known) {
      known = current;
      await world
        .collectRuns()
        .then(live.showRuns)
        .catch((error: Error) => onProblem(error.message));
    }
    timer = setTimeout(look, lookForRunsEvery);
  }
  return () => clearTimeout(timer);
}
