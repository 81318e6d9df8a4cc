import type { IncomingMessage, ServerResponse } from "node:http";
import type { RunsFile } from "../../core/metrics/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";

/** What a server shows besides what the bot and its operators need: pages, for instance. */
export interface Beside {
  /** Answers every request that is neither a webhook nor an operator's. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
}

/** What it may know of the bot's work. */
export interface BesideWorld {
  readonly log: Log;
  readonly now: Clock;
  /** The records of all runs of a repository, `owner/name`. Throws when the App is not installed there. */
  readonly collectRuns: (repository: string) => Promise<RunsFile>;
  /** Calls back whenever the bot has ended a piece of work. */
  readonly onWork: (listener: () => void) => void;
}

/** Opens it; nothing when it is not wanted. Throws for settings that cannot be meant. */
export type OpenBeside = (env: NodeJS.ProcessEnv, world: BesideWorld) => Promise<Beside | undefined>;
