import type { IncomingMessage, ServerResponse } from "node:http";
import { handlePage } from "../pages/handle-page.ts";
import type { World } from "../world.ts";
import { errorAnswer } from "./answer.ts";
import { answerApi, isApiPath } from "./answer-api.ts";
import { handleControl } from "./handle-control.ts";
import { hasTrustedHost } from "./is-trusted.ts";
import { readBody } from "./read-body.ts";
import { sendAnswer, sendWire } from "./send-answer.ts";

/** Answers a request at or below the base path; false when the path belongs to somebody else. */
export async function handleRequest(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = request.url ?? "/";
  const { basePath } = world;
  const [bare] = url.split("?");
  if (basePath !== "" && (bare === basePath || bare === `${basePath}/`)) {
    response.writeHead(302, { location: `${basePath}/${world.state.repository.fullName}/issues` }).end();
    return true;
  }
  if (!url.startsWith(`${basePath}/`)) return false;
  const path = url.slice(basePath.length);
  if (!isOurs(world, path)) return false;

  try {
    if (!hasTrustedHost(request, world.urls.web("")))
      sendAnswer(world, errorAnswer(403, "The sandbox answers on this machine only"), response);
    else await dispatch(world, path, request, response);
  } catch (error) {
    // Whatever happens, the client gets an answer, and we get to know.
    console.error(error);
    const message = `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
    world.defects.push(message);
    if (!response.headersSent) sendAnswer(world, errorAnswer(500, message), response);
    else response.destroy();
  }
  return true;
}

async function dispatch(
  world: World,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const span = world.beginSpan();
  const text = request.method === "GET" || request.method === "HEAD" ? "" : await readBody(request);
  if (isApiPath(path)) {
    const { authorization, "if-none-match": ifNoneMatch } = request.headers;
    const answer = await answerApi(world, {
      method: request.method ?? "",
      path,
      authorization,
      ifNoneMatch,
      text,
      span,
    });
    return answer === "dropped" ? void response.destroy() : sendWire(answer, response);
  }
  if (path.startsWith("/sandbox/")) return await handleControl(world, path, text, request, response);
  await handlePage(world, path, text, request, response);
}

function isOurs({ state }: World, path: string): boolean {
  const [first = ""] = path.slice(1).split(/[/?#]/);
  const { owner } = state.repository;
  return (
    ["api", "sandbox", "notifications", "apps"].includes(first) ||
    first.toLowerCase() === owner.login.toLowerCase() ||
    state.accounts.has(first.toLowerCase())
  );
}
