import type { Actor, GitHubState, Span } from "../state/types.ts";
import type { Answer } from "./answer.ts";

/** A request to the API as it arrived, over whatever wire. */
export interface ApiMessage {
  readonly method: string;
  /** Below the base path, with the query: `/api/v3/repos/…`. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** The body, or null when it is larger than allowed. */
  readonly text: string | null;
  readonly span: Span;
}

/** An API request that is understood and may be performed, with what faults and the call log need to know. */
export interface ApiRequest extends RequestFacts {
  readonly write: boolean;
  /** What GitHub charges for a GraphQL document; nothing for REST, which counts requests. */
  readonly points?: number;
  /** Carries it out; a read is answered from `seen`. */
  readonly perform: (how: Performance) => Promise<Answer>;
}

/** How a request is carried out when faults strike it. */
export interface Performance {
  /** What reads see; the state itself unless they lag. */
  readonly seen: GitHubState;
  /** Fields of a mutation that fail, counted from 1. */
  readonly failing: readonly number[];
  /** How many fields are answered before GitHub gives up; no limit when left out. */
  readonly budget: number | undefined;
}

/** A request that cannot be performed: the answer it gets at once. Such requests are logged, too. */
export interface RefusedRequest extends RequestFacts {
  readonly answer: Answer;
}

interface RequestFacts {
  readonly kind: "rest" | "graphql";
  readonly method: string;
  /** Without `/api/v3`, with the query. */
  readonly path: string;
  readonly operation: string;
  /** Null for the App itself, signing with its key, and for nobody. */
  readonly actor: Actor | null;
}
