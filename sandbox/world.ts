import type { Credentials } from "./auth/credentials.ts";
import type { CallLog } from "./calls.ts";
import type { SandboxClock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { History } from "./history.ts";
import type { RateLimits } from "./http/rate-limits.ts";
import type { Act, Actor, Commit, GitHubState, Span } from "./state/types.ts";
import type { Urls } from "./urls.ts";
import type { Deliveries } from "./webhooks/deliveries.ts";

/** One running sandbox: its state and everything around it that requests use. */
export interface World {
  readonly state: GitHubState;
  readonly clock: SandboxClock;
  readonly urls: Urls;
  readonly basePath: string;
  readonly credentials: Credentials;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly history: History;
  readonly limits: RateLimits;
  readonly deliveries: Deliveries;
  readonly nav: readonly { title: string; href: string }[];
  readonly onClockMoved: (now: string) => Promise<void>;
  /** HEAD of the default branch, after looking whether the files changed. */
  readonly head: () => Promise<Commit>;
  /** Writes changes to the default branch's folder; null when it may only be read. */
  readonly writeFiles: ((changes: ReadonlyMap<string, string | null>) => Promise<void>) | null;
  /** An act by this actor, now. */
  readonly actAs: (actor: Actor, span?: Span) => Act;
  /** A request begins, or has been answered. */
  readonly beginSpan: () => Span;
  readonly endSpan: (span: Span) => void;
  /** Answers and webhooks that GitHub's descriptions do not allow: faults of the sandbox itself. */
  readonly defects: string[];
}
