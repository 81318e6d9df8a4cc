import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call } from "./calls.ts";
import type { SandboxClock } from "./clock.ts";
import type { FaultRule } from "./faults.ts";
import type { GitHubState } from "./state/types.ts";
import type { Delivery } from "./webhooks/deliveries.ts";

export interface SandboxUser {
  readonly login: string;
  readonly name: string;
  /** In the repository; "none" is an outsider, who can still open issues in a public one. */
  readonly permission: "admin" | "maintain" | "write" | "triage" | "read" | "none";
}

/** Where webhooks go. */
export interface WebhookTarget {
  readonly url: () => string;
  readonly secret: string;
  /** Sends them without sockets where thousands are made; they are signed and checked as ever. */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Whose doings it is told of, by login; everybody's when left out. It saves the making of webhooks that nobody reads. */
  readonly isToldOf?: ((login: string) => boolean) | undefined;
}

export interface SandboxOptions {
  /** "acme/handbook"; the owner is an organisation unless `ownerType` says otherwise. */
  readonly repository: string;
  readonly ownerType?: "Organization" | "User" | undefined;
  readonly visibility?: "public" | "private" | undefined;
  readonly users: readonly SandboxUser[];
  /** The default branch's files, path → text. Asked whenever HEAD is read; a difference becomes a new commit. */
  readonly readFiles: () => Promise<ReadonlyMap<string, string>>;
  /** Writes to the default branch, path → text or null to remove; without it, nothing can be merged. */
  readonly writeFiles?: ((changes: ReadonlyMap<string, string | null>) => Promise<void>) | undefined;
  /** Everything lives below it: "" or such as "/github". */
  readonly basePath?: string | undefined;
  /** Such as "http://127.0.0.1:4321"; asked late, as the port is known only after listening. */
  readonly origin: () => string;
  readonly clock: SandboxClock;
  readonly webhook?: WebhookTarget | undefined;
  /** Called after `POST /sandbox/clock` moved the clock; its end, and all deliveries, are waited for. */
  readonly onClockMoved?: ((now: string) => Promise<void>) | undefined;
  /** What the organisation has switched on; both by default. A personal account has neither. */
  readonly organisationFeatures?: { readonly issueTypes: boolean; readonly issueFields: boolean } | undefined;
  /** Default "handrail": the App writes as `handrail[bot]`. */
  readonly appSlug?: string | undefined;
  /** The App's number; one of the sandbox's own when left out. */
  readonly appId?: number | undefined;
  /** What the App's tokens may do; default: issues and checks to write; contents, pull requests and metadata to read. */
  readonly appPermissions?: Readonly<Record<string, "read" | "write">> | undefined;
  /** Links for the header of the web pages, such as the handbook. */
  readonly nav?: readonly { readonly title: string; readonly href: string }[] | undefined;
  /** Ends when whatever webhooks set off in their receiver is done, for one that answers first; `idle` waits for it. */
  readonly settled?: (() => Promise<void>) | undefined;
  /** Whether GitHub's limits on content creation (80 a minute, 500 an hour) are enforced. Default: no. */
  readonly limits?: boolean | undefined;
}

export interface Sandbox {
  /** Answers a request; false, with nothing done, when the path is not the sandbox's. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** The API without sockets, for Octokit's `request.fetch`: same answers, faults and log; made for many requests. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Resolves when no webhook waits or is under way. */
  readonly idle: () => Promise<void>;
  readonly close: () => void;
  /** One token per person and bot, by login. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly app: { readonly appId: number; readonly privateKey: string; readonly installationId: number };
  readonly links: { readonly api: string; readonly graphql: string; readonly web: string };
  /** The API requests so far, in order. */
  readonly calls: () => readonly Call[];
  readonly resetCalls: () => void;
  readonly deliveries: () => readonly Delivery[];
  readonly addFaults: (rules: readonly FaultRule[]) => void;
  readonly clearFaults: () => void;
  /** Reads that lag show at least all that was written until now, as they do on GitHub after a few seconds. */
  readonly catchUp: () => void;
  /**
   * Does what the control of this name does, such as `permission` or `rename`, without HTTP; gives what it would answer. Throws
   * when it is refused.
   */
  readonly control: (name: string, body: object) => object;
  /** Moves the clock as `POST /sandbox/clock` does. */
  readonly moveClock: (iso: string) => Promise<void>;
  /** The GitHub itself, for tests. */
  readonly state: GitHubState;
  /** Answers and webhooks the sandbox got wrong; empty when all is well. */
  readonly defects: () => readonly string[];
}
