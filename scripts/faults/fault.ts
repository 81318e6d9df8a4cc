import type { FaultRule } from "../../sandbox/index.ts";

/** What can become of a request of the bot, besides an answer. "kill": the process ends there and another is started. */
export const requestFaults = [
  "502-before",
  "502-after",
  "drop-before",
  "drop-after",
  "401",
  "403",
  "429",
  "secondary-limit",
  "primary-limit",
  "partial",
  "partial-lost",
  "resource-limited",
  "kill-before",
  "kill-after",
] as const;

/** What can become of a read besides, where reads may be stale. */
export const staleFaults = ["lag", "lag-lists"] as const;

/** What can become of a webhook. */
export const eventFaults = ["lose", "duplicate", "delay", "reorder"] as const;

export type RequestFault = (typeof requestFaults)[number] | (typeof staleFaults)[number];
export type EventFault = (typeof eventFaults)[number];

/** One fault of a schedule: at which happening of the life, at which request or webhook there, and what. */
export interface FaultAt {
  readonly happening: number;
  readonly at: "request" | "event";
  /** Counted from 0 within the happening. */
  readonly nth: number;
  readonly fault: RequestFault | EventFault;
  /** For faults with a size: which field fails, how many writes a read is behind. Counted from 1. */
  readonly size: number;
}

/** The rules by which the local GitHub carries a fault out; none for a kill, which is no matter of GitHub's. */
export function rulesOf(fault: RequestFault, size: number): readonly FaultRule[] {
  const base = { kind: "graphql" } as const;
  switch (fault) {
    case "502-before":
      return [{ ...base, effect: "status-before", status: 502 }];
    case "502-after":
      return [{ ...base, effect: "status-after", status: 502 }];
    case "401":
      return [{ ...base, effect: "status-before", status: 401 }];
    case "403":
      return [
        { ...base, effect: "status-before", status: 403, message: "Resource not accessible by integration" },
      ];
    case "429":
      return [{ ...base, effect: "status-before", status: 429, retryAfter: 60 }];
    case "secondary-limit":
      return [{ ...base, effect: "status-before", status: 403, retryAfter: 90 }];
    case "primary-limit":
      return [{ ...base, effect: "graphql-rate-limit", resetAfter: 900 }];
    case "partial":
      return [{ ...base, effect: "partial", fields: [size], write: true }];
    case "partial-lost":
      return [
        { ...base, effect: "partial", fields: [size], write: true },
        { ...base, effect: "drop-after", write: true },
      ];
    case "resource-limited":
      return [{ ...base, effect: "resource-limited", write: false, budget: size * 25 }];
    case "lag":
    case "lag-lists":
      return [{ ...base, effect: fault, writes: size }];
    case "kill-before":
    case "kill-after":
      return [];
    default:
      return [{ ...base, effect: fault }];
  }
}
