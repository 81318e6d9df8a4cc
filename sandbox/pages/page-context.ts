import type { IncomingMessage } from "node:http";
import { decodeComponent } from "../http/decode-component.ts";
import type { Account, Act } from "../state/types.ts";
import type { World } from "../world.ts";

/** What a page is made from: the world, who looks at it, and which address was asked. */
export interface PageContext {
  readonly world: World;
  readonly viewer: Account;
  /** An act by the viewer, now. */
  readonly act: Act;
  /** The address below the base path. */
  readonly url: URL;
  /** An address within this sandbox for links: base path and `path`, which starts with a slash. */
  readonly href: (path: string) => string;
  /** The same below the repository: `repo("/issues/3")`. */
  readonly repo: (path: string) => string;
}

const cookieName = "sandbox_actor";

/** The context of a request; who has not chosen yet acts as the first of the people. */
export function createPageContext(world: World, request: IncomingMessage, path: string): PageContext {
  const people = [...world.state.accounts.values()].filter(({ type }) => type === "User");
  const chosen = readCookie(request, cookieName)?.toLowerCase();
  const viewer =
    people.find(({ login }) => login.toLowerCase() === chosen) ?? people[0] ?? world.state.app.bot;
  const href = (target: string) => `${world.basePath}${target}`;
  return {
    world,
    viewer,
    act: world.actAs(world.credentials.actorFor(viewer)),
    url: new URL(path, "http://sandbox"),
    href,
    repo: (target) => href(`/${world.state.repository.fullName}${target}`),
  };
}

/** The header that remembers who acts; nothing secret is in it. */
export function actorCookie(world: World, login: string): string {
  return `${cookieName}=${encodeURIComponent(login)}; Path=${world.basePath || "/"}; HttpOnly; SameSite=Strict; Max-Age=31536000`;
}

function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const [key = "", value = ""] = pair.trim().split("=");
    if (key === name) return decodeComponent(value);
  }
  return undefined;
}
