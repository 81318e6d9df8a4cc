/** One API request, as `GET /sandbox/calls` lists it. */
export interface Call {
  readonly n: number;
  /** ISO 8601, by the sandbox's clock. */
  readonly at: string;
  /** Login, or "app" for a request signed with the App's key, or "" when nobody could be told. */
  readonly actor: string;
  readonly kind: "rest" | "graphql";
  readonly method: string;
  /** Without `/api/v3`, with the query. */
  readonly path: string;
  /** REST: GitHub's operation id. GraphQL: the first fields, joined with commas. */
  readonly operation: string;
  readonly write: boolean;
  /** What GitHub charges for a GraphQL document by its formula; 0 for REST, and for what was refused before it was looked at. */
  readonly points: number;
  /** What the client was told; 0 when the connection was cut. */
  readonly status: number;
  /** How many issues and comments it made. */
  readonly creates: number;
}

export interface CallLog {
  readonly add: (call: Omit<Call, "n">) => void;
  readonly list: () => readonly Call[];
  readonly reset: () => void;
}

export function createCallLog(): CallLog {
  let calls: Call[] = [];
  return {
    add: (call) => void calls.push({ n: calls.length + 1, ...call }),
    list: () => [...calls],
    reset: () => {
      calls = [];
    },
  };
}
