import { type Answer, errorAnswer } from "./answer.ts";

// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
/** Requests of REST, and points of GraphQL. */
const requestsPerHour = { user: 5000, app: 5000, actions: 1000 } as const;
const creationsPerMinute = 80;
const creationsPerHour = 500;

export interface RateLimitStatus {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export interface RateLimits {
  /** Counts a request: one of REST's, or the points of a GraphQL document. */
  readonly count: (login: string, nowMs: number, resource: Resource, cost: number) => void;
  readonly status: (
    login: string,
    kind: keyof typeof requestsPerHour,
    nowMs: number,
    resource: Resource,
  ) => RateLimitStatus;
  /** Counts issues and comments that were made. */
  readonly countCreations: (login: string, creations: number, nowMs: number) => void;
  /** The refusal for a write, when limits are enforced and too much was made lately; else null. */
  readonly refuseWrite: (login: string, nowMs: number) => Answer | null;
}

/** GitHub counts the two APIs apart, by these names. */
export type Resource = "core" | "graphql";

/** Counts by the sandbox's clock. Without `enforced` it only reports, and refuses nothing. */
export function createRateLimits(enforced: boolean): RateLimits {
  const windows = new Map<string, { startMs: number; used: number }>();
  const creations = new Map<string, number[]>();
  const within = (times: number[] | undefined, nowMs: number, spanMs: number) =>
    (times ?? []).filter((time) => time > nowMs - spanMs && time <= nowMs);

  const windowOf = (login: string, nowMs: number, resource: Resource) => {
    const key = `${resource} ${login}`;
    const open = windows.get(key);
    if (open !== undefined && nowMs >= open.startMs && nowMs < open.startMs + hourMs) return open;
    const fresh = { startMs: nowMs, used: 0 };
    windows.set(key, fresh);
    return fresh;
  };

  return {
    count: (login, nowMs, resource, cost) => {
      windowOf(login, nowMs, resource).used += cost;
    },
    status: (login, kind, nowMs, resource) => {
      const { startMs, used } = windowOf(login, nowMs, resource);
      const limit = requestsPerHour[kind];
      const reset = Math.ceil((startMs + hourMs) / 1000);
      return { limit, used, remaining: Math.max(0, limit - used), reset };
    },
    countCreations: (login, made, nowMs) => {
      if (!enforced) return;
      const times = within(creations.get(login), nowMs, hourMs);
      creations.set(login, [...times, ...Array.from({ length: made }, () => nowMs)]);
    },
    refuseWrite: (login, nowMs) => {
      if (!enforced) return null;
      const lastHour = within(creations.get(login), nowMs, hourMs);
      const lastMinute = within(lastHour, nowMs, minuteMs);
      if (lastMinute.length < creationsPerMinute && lastHour.length < creationsPerHour) return null;
      const freeAgain =
        lastHour.length >= creationsPerHour
          ? (lastHour[0] ?? nowMs) + hourMs
          : (lastMinute[0] ?? nowMs) + minuteMs;
      const seconds = Math.max(1, Math.ceil((freeAgain - nowMs) / 1000));
      return errorAnswer(403, secondaryLimitMessage, { headers: { "retry-after": String(seconds) } });
    },
  };
}

const minuteMs = 60_000;
const hourMs = 3_600_000;

const secondaryLimitMessage =
  "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.";
