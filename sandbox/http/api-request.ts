import type { Actor } from "../state/types.ts";
import type { Answer } from "./answer.ts";

/** An API request that is understood and may be performed, with what faults and the call log need to know. */
export interface ApiRequest {
  readonly kind: "rest" | "graphql";
  readonly method: string;
  /** Without `/api/v3`, with the query. */
  readonly path: string;
  readonly operation: string;
  readonly write: boolean;
  /** Null for the App itself, signing with its key. */
  readonly actor: Actor | null;
  /** Does it; `tally.creations` counts what it made. */
  readonly perform: () => Promise<Answer>;
  readonly tally: { creations: number };
}

/** A request that cannot be performed: the answer it gets at once. Such requests are logged, too. */
export interface RefusedRequest {
  readonly kind: "rest" | "graphql";
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly actor: Actor | null;
  readonly answer: Answer;
}
