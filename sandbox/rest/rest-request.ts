import type { Act, Commit } from "../state/types.ts";
import type { View, ViewContext } from "../views/view-context.ts";
import type { World } from "../world.ts";

/** A request whose operation is known and whose parameters and body have been checked. */
export interface RestRequest {
  readonly act: Act;
  readonly world: World;
  /** For the views. */
  readonly context: ViewContext;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly url: URL;
  readonly head: () => Promise<Commit>;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type RestHandler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;
export type RestHandlers = Readonly<Record<string, RestHandler>>;

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const created = (body: View): RestAnswer => ({
  status: 201,
  body,
  ...(typeof body["url"] === "string" && { headers: { location: body["url"] } }),
});
export const noContent = (): RestAnswer => ({ status: 204 });

/** A checked body; the handler names what it expects, as the description has it. */
export function bodyOf<Body>(request: RestRequest): Body {
  return (request.body ?? {}) as Body;
}
