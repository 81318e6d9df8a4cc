import type { Octokit } from "@octokit/core";
import { createMemoryPace } from "../pace/memory-pace.ts";
import { type CreationLimit, type Turn, takeTurn } from "../pace/take-turn.ts";
import type { PaceStore } from "../ports/pace.ts";
import { WriteUnknown } from "../ports/run-repository.ts";
import { TooSoon } from "../ports/work-queue.ts";
import type { RequestHints } from "./graphql-client.ts";
import { readBody } from "./read-body.ts";

/** How requests to GitHub are spaced and repeated. Times are in milliseconds. */
export interface RequestPolicy {
  /** From the start of one write to the start of the next; GitHub asks for a second. */
  readonly writeSpacing: number;
  /** A request without an answer for this long counts as lost. */
  readonly timeout: number;
  /** How often a request is made at most, the first time included. */
  readonly tries: number;
  /** How long a request may wait for its turn now; for a longer wait the work is put off by {@link TooSoon}. */
  readonly patience: () => number;
  /** Fulfilled when the program is asked to end: waits that were begun before are then measured with the patience anew. */
  readonly stopping?: Promise<unknown> | undefined;
  /** Waits; tests and benchmarks pass one of their own. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/** The policy for GitHub itself, for somebody who waits as long as it takes. */
export const githubPolicy: RequestPolicy = {
  writeSpacing: 1000,
  timeout: 30_000,
  tries: 4,
  patience: () => Number.POSITIVE_INFINITY,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: Date.now,
};

/** What an account does is counted in, and against what. */
export interface SharedPace {
  readonly store: PaceStore;
  readonly limits: readonly CreationLimit[];
  /** Told what became of each request, and what is left of GitHub's allowance where it says so. */
  readonly onRequest?: ((result: "ok" | Failure["kind"], account: string, told: Told) => void) | undefined;
}

/** What GitHub says of its allowances with an answer. */
export interface Told {
  readonly resource?: string | undefined;
  readonly remaining?: number | undefined;
  /** Until when it asked to wait, in milliseconds since 1970. */
  readonly notBefore?: number | undefined;
}

/**
 * An Octokit plugin. Every request of an account waits for the one moment before which GitHub wants none; writes go one
 * at a time, spaced, and make no more content than GitHub allows. A request that GitHub refused because of a rate limit
 * was not carried out and is repeated after the wait GitHub asks for, however long; a wait that is longer than the
 * patience ends in {@link TooSoon}. A read that failed is repeated with growing waits. A write whose answer was lost is
 * never repeated: it ends in {@link WriteUnknown}.
 * Rules: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function requestPolicy(
  policy: RequestPolicy,
  { store, limits, onRequest = () => undefined }: SharedPace = { store: createMemoryPace(), limits: [] },
) {
  const queues = new Map<string, Promise<unknown>>();

  /** Writes of an account go one after another; each begins when the one before it has its answer. */
  function afterOthers<T>(account: string, write: () => Promise<T>): Promise<T> {
    const turn = (queues.get(account) ?? Promise.resolve()).then(write);
    queues.set(
      account,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async function waitUntil(moment: number): Promise<void> {
    const wait = moment - policy.now();
    if (wait > policy.patience()) throw new TooSoon(moment, wait);
    if (wait <= 0) return;
    const hasPassed = policy.sleep(wait).then(() => true);
    if (await Promise.race([hasPassed, policy.stopping?.then(() => false) ?? hasPassed])) return;
    const left = moment - policy.now();
    if (left > policy.patience()) throw new TooSoon(moment, left);
    await hasPassed;
  }

  /**
   * Sends a request when its turn has come. Writes of an account go one after another, but whoever has to wait for more than the
   * write before it, such as a run in line, waits outside: the run before it in line could not go on otherwise.
   */
  async function inTurn<T>(account: string, turn: Turn, send: () => Promise<T>): Promise<T> {
    // What was waited for once has passed, also on the clock of a trial that stands still.
    let passed = 0;
    const attempt = async () => {
      const { isTaken, at } = await store.update(account, (state) => {
        const notBefore = state.notBefore <= passed ? 0 : state.notBefore;
        return takeTurn({ ...state, notBefore }, turn, policy.now(), limits);
      });
      if (!isTaken) return { at };
      await waitUntil(at);
      return { sent: await send() };
    };
    for (;;) {
      const outcome = await (turn.isWrite ? afterOthers(account, attempt) : attempt());
      if ("sent" in outcome) return outcome.sent;
      await waitUntil(outcome.at);
      passed = outcome.at;
    }
  }

  async function postpone(account: string, wait: number): Promise<number> {
    const moment = policy.now() + wait;
    return store.update(account, (state) => {
      const notBefore = Math.max(state.notBefore, moment);
      return { state: { ...state, notBefore }, result: notBefore };
    });
  }

  return (octokit: Octokit, options: Readonly<Record<string, unknown>>) => {
    const account = String(
      (options["auth"] as { installationId?: unknown } | undefined)?.installationId ?? "app",
    );
    octokit.hook.wrap("request", async (request, parameters) => {
      const turn = turnOf(parameters, policy.writeSpacing);
      const once = async () => {
        const signal = AbortSignal.timeout(policy.timeout);
        // What other hooks hand on are the parameters themselves, whatever this one calls them with.
        parameters.request = { ...parameters.request, signal, parseSuccessResponseBody: false };
        return readBody(await request(parameters));
      };
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await inTurn(account, turn, once).then(
          (response) => ({ response, failure: failureOfAnswer(response, turn.isWrite) }),
          (error: unknown) => {
            if (error instanceof TooSoon) throw error;
            return { response: undefined, failure: failureOfError(error) };
          },
        );
        const { response, failure } = outcome;
        const told = toldIn(response ?? (failure?.error as { response?: Answer } | undefined)?.response);
        if (failure === undefined && response) {
          onRequest("ok", account, told);
          return response;
        }
        if (failure?.kind !== "limited") onRequest(failure?.kind ?? "final", account, told);
        if (failure?.kind === "final" || !failure) throw failure?.error;
        if (failure.kind === "lost" && turn.isWrite)
          throw new WriteUnknown(`${parameters.method} ${parameters.url}`, { cause: failure.error });
        if (failure.kind === "limited") {
          const notBefore = await postpone(account, failure.wait);
          onRequest("limited", account, { ...told, notBefore });
          if (attempt >= policy.tries) throw failure.error;
          await waitUntil(notBefore);
        } else {
          if (attempt >= policy.tries) throw failure.error;
          await policy.sleep(attempt ** 2 * 1000);
        }
      }
    });
  };
}

/** What a request is about to do, told from what is sent. */
function turnOf(parameters: { readonly method: string; readonly url: string }, spacing: number): Turn {
  const { query, variables, request } = parameters as {
    query?: unknown;
    variables?: Readonly<Record<string, unknown>>;
    request?: RequestHints;
  };
  const isWrite = isWriteRequest(parameters);
  const text = isWrite && typeof query === "string" ? query : "";
  const runs = Object.values(variables ?? {}).flatMap((input) => {
    const parent = (input as { parentIssueId?: unknown } | null)?.parentIssueId;
    return typeof parent === "string" ? [parent] : [];
  });
  const issues = text.split(": createIssue(").length - 1;
  const comments = text.split(": addComment(").length - 1;
  return {
    isWrite,
    spacing,
    steps: runs.length,
    run: runs[0],
    isLastStep: request?.isLastStep ?? false,
    words: issues - runs.length + comments,
  };
}

function toldIn(answer: Answer | undefined): Told {
  const { headers } = answer ?? {};
  const remaining = headers?.["x-ratelimit-remaining"];
  return {
    resource: headers?.["x-ratelimit-resource"]?.toString(),
    remaining: remaining === undefined ? undefined : Number(remaining),
  };
}

/** Why a request did not do what it should: refused for now, answer lost, or refused for good. */
type Failure =
  | { readonly kind: "limited"; readonly wait: number; readonly error: unknown }
  | { readonly kind: "lost"; readonly error: unknown }
  | { readonly kind: "final"; readonly error: unknown };

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data?: unknown;
}

function isWriteRequest({
  method,
  url,
  ...parameters
}: {
  readonly method: string;
  readonly url: string;
}): boolean {
  if (method === "GET" || method === "HEAD") return false;
  const { query } = parameters as { query?: unknown };
  return !(
    url.endsWith("/graphql") &&
    typeof query === "string" &&
    !query.trimStart().startsWith("mutation")
  );
}

/** GraphQL tells of a rate limit in an answer with status 200. */
function failureOfAnswer(answer: Answer, isWrite: boolean): Failure | undefined {
  const { errors, data } = (answer.data ?? {}) as {
    errors?: readonly { readonly type?: string; readonly message?: string }[];
    data?: Readonly<Record<string, unknown>> | null;
  };
  const limit = errors?.find(
    (error) => error.type === "RATE_LIMITED" || /secondary rate limit/i.test(error.message ?? ""),
  );
  if (!limit) return undefined;
  const error = new Error(limit.message ?? "GitHub's rate limit is reached.");
  // Of several writes in one request some may have been made before the limit was met.
  if (isWrite && Object.values(data ?? {}).some((part) => part !== null)) return { kind: "lost", error };
  return { kind: "limited", wait: waitOf(answer), error };
}

function failureOfError(error: unknown): Failure {
  const { status, response } = error as { status?: number; response?: Answer };
  if (status === undefined || response === undefined || status >= 500) return { kind: "lost", error };
  const message = String((response.data as { message?: unknown } | undefined)?.message ?? "");
  const isLimit =
    (status === 403 || status === 429) &&
    (response.headers["retry-after"] !== undefined ||
      String(response.headers["x-ratelimit-remaining"]) === "0" ||
      /rate limit|abuse/i.test(message));
  return isLimit ? { kind: "limited", wait: waitOf(response), error } : { kind: "final", error };
}

/** The wait GitHub asks for, else a minute as its documentation advises. */
function waitOf({ headers }: Answer): number {
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after > 0) return after * 1000;
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  const date = Date.parse(String(headers["date"] ?? ""));
  if (String(headers["x-ratelimit-remaining"]) === "0" && reset > date) return reset - date;
  return 60_000;
}
