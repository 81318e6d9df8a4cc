import type { AppAccess } from "../github/app-access.ts";
import type { Log } from "../ports/log.ts";
import type { WorkQueue } from "../ports/work-queue.ts";
import { errorText } from "../watch/error-text.ts";

/** Whether the server can do its work, and what it rests on. */
export interface Readiness {
  readonly isReady: boolean;
  /** "verified", or what is wrong with the App's id and key. */
  readonly app: string;
  /** "reachable", or what is wrong with the queue. */
  readonly queue: string;
  /** When a repository was last swept, an ISO instant; null before the first time. */
  readonly lastSweep: string | null;
}

const oneHour = 3_600_000;
/** Sweeps are asked for every hour; after three without one something is wrong. */
const longestWithoutSweep = 3 * oneHour;
const askAgain = 30_000;

/**
 * Watches whether the server can do its work. GitHub is asked who the App is at the start, and again until it has
 * answered once.
 */
export function createReadiness(
  access: Pick<AppAccess, "ownId">,
  appId: string,
  queue: WorkQueue,
  log: Log,
): { readonly read: () => Promise<Readiness>; readonly close: () => void } {
  const begun = Date.now();
  let app = "GitHub has not answered yet";
  let timer: NodeJS.Timeout | undefined;

  async function verify(): Promise<void> {
    try {
      const id = await access.ownId();
      if (id !== appId) throw new Error(`GitHub calls this App ${id}.`);
      app = "verified";
      log("info", "GitHub knows the App by its id and key.");
    } catch (error) {
      app = `not verified: ${errorText(error)}`;
      log("error", "GitHub does not know the App by its id and key, or did not answer; it is asked again.", {
        error: errorText(error),
      });
      timer = setTimeout(verify, askAgain);
      timer.unref();
    }
  }

  void verify();
  return {
    async read() {
      const reached = await queue.sweptAt().then(
        (sweptAt) => ({ queue: "reachable", sweptAt }),
        (error: unknown) => ({ queue: `not reachable: ${errorText(error)}`, sweptAt: undefined }),
      );
      const isSwept = Date.now() - (reached.sweptAt ?? begun) < longestWithoutSweep;
      return {
        isReady: app === "verified" && reached.queue === "reachable" && isSwept,
        app,
        queue: reached.queue,
        lastSweep: reached.sweptAt === undefined ? null : new Date(reached.sweptAt).toISOString(),
      };
    },
    close: () => clearTimeout(timer),
  };
}
