import type { Octokit } from "@octokit/core";
import { WriteUnknown } from "../ports/run-repository.ts";

/** How requests to GitHub are spaced and repeated. Times are in milliseconds. */
export interface RequestPolicy {
  /** From the start of one write to the start of the next; GitHub asks for a second. */
  readonly writeSpacing: number;
  /** A request without an answer for this long counts as lost. */
  readonly timeout: number;
  /** How often a request is made at most, the first time included. */
  readonly tries: number;
  /** Waits; tests and benchmarks pass one of their own. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

/** The policy for GitHub itself. */
export const githubPolicy: RequestPolicy = {
  writeSpacing: 1000,
  timeout: 30_000,
  tries: 4,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: Date.now,
};

/**
 * An Octokit plugin. Writes go one at a time, spaced. A request that GitHub refused because of a rate limit was not
 * carried out and is repeated after the wait GitHub asks for. A read that failed is repeated with growing waits. A
 * write whose answer was lost is never repeated: it ends in {@link WriteUnknown}.
 * Rules: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function requestPolicy(policy: RequestPolicy) {
  let lastWrite = Number.NEGATIVE_INFINITY;
  let queue: Promise<unknown> = Promise.resolve();

  async function spaced<T>(write: () => Promise<T>): Promise<T> {
    const turn = queue.then(async () => {
      const wait = lastWrite + policy.writeSpacing - policy.now();
      if (wait > 0) await policy.sleep(wait);
      lastWrite = policy.now();
      return write();
    });
    queue = turn.catch(() => undefined);
    return turn;
  }

  return (octokit: Octokit) => {
    octokit.hook.wrap("request", async (request, options) => {
      const write = isWrite(options);
      const once = async () => {
        const signal = AbortSignal.timeout(policy.timeout);
        return request({ ...options, request: { ...options.request, signal } } as typeof options);
      };
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await (write ? spaced(once) : once()).then(
          (response) => ({ response, failure: failureOfAnswer(response) }),
          (error: unknown) => ({ response: undefined, failure: failureOfError(error) }),
        );
        const { response, failure } = outcome;
        if (failure === undefined && response) return response;
        if (failure?.kind === "final" || !failure) throw failure?.error;
        if (failure.kind === "lost" && write)
          throw new WriteUnknown(`${options.method} ${options.url}`, { cause: failure.error });
        if (attempt >= policy.tries) throw failure.error;
        await policy.sleep(failure.kind === "limited" ? failure.wait : attempt ** 2 * 1000);
      }
    });
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

function isWrite({ method, url, ...parameters }: { readonly method: string; readonly url: string }): boolean {
  if (method === "GET" || method === "HEAD") return false;
  const { query } = parameters as { query?: unknown };
  return !(
    url.endsWith("/graphql") &&
    typeof query === "string" &&
    !query.trimStart().startsWith("mutation")
  );
}

/** GraphQL tells of a rate limit in an answer with status 200. */
function failureOfAnswer(answer: Answer): Failure | undefined {
  const errors = (
    answer.data as { errors?: readonly { readonly type?: string; readonly message?: string }[] } | undefined
  )?.errors;
  const limit = errors?.find(
    (error) => error.type === "RATE_LIMITED" || /secondary rate limit/i.test(error.message ?? ""),
  );
  if (!limit) return undefined;
  return {
    kind: "limited",
    wait: waitOf(answer),
    error: new Error(limit.message ?? "GitHub's rate limit is reached."),
  };
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

const longestWait = 15 * 60_000;

/** The wait GitHub asks for, else a minute as its documentation advises; never more than a quarter of an hour. */
function waitOf({ headers }: Answer): number {
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after > 0) return Math.min(after * 1000, longestWait);
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  const date = Date.parse(String(headers["date"] ?? ""));
  if (String(headers["x-ratelimit-remaining"]) === "0" && reset > date)
    return Math.min(reset - date, longestWait);
  return 60_000;
}
