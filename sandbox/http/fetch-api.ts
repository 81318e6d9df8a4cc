import type { World } from "../world.ts";
import { answerApi, isApiPath } from "./answer-api.ts";
import { maximumBodyBytes } from "./read-body.ts";

/**
 * The API without sockets, as a `fetch` for Octokit's `request.fetch`: the same answers, faults, checks and log, and
 * many times faster where tests make requests by the thousand. A cut connection rejects, as with the real `fetch`.
 */
export async function fetchApi(
  world: World,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const path = `${url.pathname}${url.search}`.slice(world.basePath.length);
  if (url.origin !== new URL(world.urls.web("")).origin || !isApiPath(path))
    throw new TypeError(`Unexpected address ${url.href}, expected one below ${world.urls.api("")}.`);
  const { method, headers: sent, body } = await readRequest(input, init);
  const answer = await answerApi(world, {
    method,
    path,
    authorization: sent.get("authorization") ?? undefined,
    ifNoneMatch: sent.get("if-none-match") ?? undefined,
    text: body.length > maximumBodyBytes ? null : body,
    span: world.beginSpan(),
  });
  if (answer === "dropped") throw new TypeError("fetch failed");
  const { status, headers, text } = answer;
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : text, { status, headers });
}

interface SentRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Nearly every request has a text for a body or none; a whole Request, with its streams and signals, costs more than the answer. */
async function readRequest(input: string | URL | Request, init: RequestInit = {}): Promise<SentRequest> {
  const { method = "GET", headers, body } = init;
  if (!(input instanceof Request) && (body == null || typeof body === "string"))
    return { method: method.toUpperCase(), headers: new Headers(headers), body: body ?? "" };
  const request = new Request(input, init);
  return { method: request.method, headers: request.headers, body: await request.text() };
}
