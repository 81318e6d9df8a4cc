import { setTimeout } from "node:timers/promises";
import type { Beside, BesideWorld } from "../bot/serving/beside.ts";
import { errorText } from "../bot/watch/error-text.ts";
import {
  createLiveHandbook,
  type LiveHandbook,
  openPageProgram,
  pageProgramFolder,
  readSettings,
} from "../site/index.ts";
import { readPagesSettings } from "./read-pages-settings.ts";

/** A handbook that cannot be shown is tried again, so that mending it is enough. */
const tryAgain = 30_000;
/** Runs are read again when the bot has worked, after a rest: */
const shortestRest = 10_000;
/** so many times as long as reading them took, since whoever has many runs has no more requests for it; */
const restShare = 20;
/** and after this time when it has not worked: another process may have. */
const followAtLatest = 600_000;

/**
 * The pages that a server shows beside the bot: a handbook from a folder, with runs as they stand on GitHub. Nothing when
 * the environment asks for none. What goes wrong with them is logged and never stops the bot. Throws for settings that
 * cannot be meant.
 */
export function openServedPages(env: NodeJS.ProcessEnv, world: BesideWorld): Beside | undefined {
  const wanted = readPagesSettings(env);
  if (wanted === undefined) return undefined;
  const { log, now } = world;
  const settings = readSettings({ ...env, HANDRAIL_HANDBOOK: wanted.folder }, now);
  const stop = new AbortController();
  let live: LiveHandbook | undefined;
  const open = async () => {
    const program = await openPageProgram(await pageProgramFolder());
    live = await createLiveHandbook(program, settings, {
      now,
      showsEverything: wanted.showsEverything,
      onProblem: (message) => log("warn", "The handbook cannot be shown as it is.", { problem: message }),
    });
    log("info", "The handbook is shown.", { folder: wanted.folder, base: settings.base });
    await followRuns(live, world, stop.signal);
  };
  void untilStopped(open, stop.signal, (error) =>
    log("error", "The handbook cannot be shown; it is tried again.", { error: errorText(error) }),
  );
  return {
    handle: (request, response) => {
      if (live) return live.handle(request, response);
      response
        .writeHead(503, { "content-type": "text/plain", "retry-after": "30" })
        .end("The handbook cannot be shown yet.\n");
    },
    close: async () => {
      stop.abort();
      await live
        ?.close()
        .catch((error: unknown) => log("warn", "Pages could not be tidied up.", { error: errorText(error) }));
    },
  };
}

/** Does something until it ends well, or nobody wants it any more. */
async function untilStopped(
  work: () => Promise<void>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      onFailure(error);
      await setTimeout(tryAgain, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** Shows runs as they stand: soon after the bot has worked on one, and every few minutes anyhow. */
async function followRuns(live: LiveHandbook, world: BesideWorld, signal: AbortSignal): Promise<void> {
  const rest = (milliseconds: number) =>
    setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  let worked = Promise.withResolvers<void>();
  world.onWork(() => worked.resolve());
  while (!signal.aborted) {
    worked = Promise.withResolvers();
    const begun = performance.now();
    await showRuns(live, world);
    await rest(Math.max(shortestRest, restShare * (performance.now() - begun)));
    await Promise.race([worked.promise, rest(followAtLatest)]);
  }
}

/** Runs that no page shows are not even read. */
async function showRuns(live: LiveHandbook, { log, collectRuns }: BesideWorld): Promise<void> {
  const repository = await live.runsRepository();
  if (repository === undefined) return;
  try {
    await live.showRuns(await collectRuns(repository));
  } catch (error) {
    log("warn", "Runs cannot be read for the pages; what was read last stays.", { error: errorText(error) });
  }
}
