import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { verify } from "@octokit/webhooks-methods";
import {
  copyState,
  createClock,
  createSandbox,
  type FaultRule,
  restoreState,
  type Sandbox,
} from "../../sandbox/index.ts";
import { people } from "./random-handbook.ts";

/** A webhook that has arrived and bears a good signature. */
export interface Delivered {
  readonly id: string;
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

/** A local GitHub without sockets, on a clock that stands still, and the webhooks it sends. */
export interface FaultWorld {
  readonly sandbox: Sandbox;
  readonly now: () => string;
  readonly setNow: (instant: string) => void;
  /** Puts another text of a file on the default branch. */
  readonly publish: (path: string, text: string) => void;
  /** The files on the default branch. */
  readonly files: () => ReadonlyMap<string, string>;
  /** Waits until all webhooks are sent and gives those that have arrived since, in order. Throws at a wrong signature. */
  readonly received: () => Promise<readonly Delivered[]>;
  /** Makes these the only faults; reads that lag are prepared for when `mayLag`. */
  readonly setFaults: (rules: readonly FaultRule[]) => void;
  /** Sends a request to the local GitHub. */
  readonly send: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What brings GitHub, its clock and its files back to how they are now, as often as it is called. */
  readonly remember: () => () => void;
  readonly close: () => Promise<void>;
}

export const [owner, name] = ["acme", "handbook"];
/** Somebody who may read and comment, and is not of the team. */
export const visitor = "visitor";
export const botLogin = "handrail[bot]";
const secret = "the secret of a life full of faults";

export async function createFaultWorld(
  beginWith: ReadonlyMap<string, string>,
  begin: string,
  { mayLag, overHttp }: { readonly mayLag: boolean; readonly overHttp: boolean },
): Promise<FaultWorld> {
  const files = new Map(beginWith);
  const server = overHttp ? createServer() : undefined;
  const origin = server ? await listen(server) : "http://localhost";
  const clock = createClock({ now: begin, frozen: true });
  let inbox: { readonly headers: Headers; readonly body: string }[] = [];
  const sandbox = createSandbox({
    repository: `${owner}/${name}`,
    users: [
      ...people.map((login) => ({
        login,
        name: login,
        permission: login === "demo-sofia" ? ("admin" as const) : ("write" as const),
      })),
      { login: visitor, name: visitor, permission: "none" },
    ],
    readFiles: async () => new Map(files),
    origin: () => origin,
    clock,
    webhook: {
      url: () => "http://localhost/webhooks",
      secret,
      // What the bot does itself is told to it as well, and passed over by it.
      isToldOf: (login) => login !== botLogin,
      fetch: async (_url, { headers, body }) => {
        inbox.push({ headers: new Headers(headers), body: String(body) });
        return new Response(null, { status: 202 });
      },
    },
  });
  // A rule that strikes nothing keeps the states before writes, so that reads can lag later.
  const remember: readonly FaultRule[] = mayLag ? [{ kind: "graphql", operation: "-", effect: "lag" }] : [];
  server?.on("request", (request, response) => void sandbox.handle(request, response));
  const setFaults = (rules: readonly FaultRule[]) => {
    sandbox.clearFaults();
    sandbox.addFaults([...remember, ...rules]);
  };
  setFaults([]);
  return {
    sandbox,
    now: () => clock.now(),
    setNow: (instant) => clock.set(instant),
    publish: (path, text) => void files.set(path, text),
    files: () => new Map(files),
    setFaults,
    remember() {
      const [state, instant, kept] = [copyState(sandbox.state), clock.now(), new Map(files)];
      return () => {
        restoreState(sandbox.state, state);
        sandbox.catchUp();
        sandbox.resetCalls();
        clock.set(instant);
        files.clear();
        for (const [path, text] of kept) files.set(path, text);
        inbox = [];
      };
    },
    send: server ? fetch : sandbox.fetch,
    async close() {
      sandbox.close();
      server?.closeAllConnections();
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    },
    async received() {
      await sandbox.idle();
      const arrived = inbox;
      inbox = [];
      return Promise.all(arrived.map(deliveredFrom));
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function deliveredFrom({ headers, body }: { headers: Headers; body: string }): Promise<Delivered> {
  if (!(await verify(secret, body, headers.get("x-hub-signature-256") ?? "")))
    throw new Error("The local GitHub sent a webhook with a wrong signature.");
  return {
    id: headers.get("x-github-delivery") ?? "",
    name: headers.get("x-github-event") ?? "",
    payload: JSON.parse(body),
  };
}
