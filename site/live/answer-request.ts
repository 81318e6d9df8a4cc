import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { notFoundPath } from "../data/page-paths.ts";
import { contentTypeOf } from "./content-type.ts";
import type { SiteAnswers } from "./site-answers.ts";

/** Answers a request for a page or a file for machines, by its path under the base path; every other gets the page for addresses that lead nowhere. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  answers: SiteAnswers,
  path: string,
): Promise<void> {
  if (answers.hasPage(path)) return sendPage(request, response, await answers.page(path), 200);
  const file = await answers.file(path);
  if (file !== undefined) return send(request, response, 200, contentTypeOf(path), file);
  if (answers.hasPage(`${path}/`)) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    response.writeHead(308, { location: `${encodeURIComponent(name)}/` }).end();
    return;
  }
  return sendPage(request, response, await answers.page(notFoundPath), 404);
}

/** An open page asks with the digest it carries whether it has changed. */
function sendPage(request: IncomingMessage, response: ServerResponse, html: string, status: number): void {
  const digest = createHash("sha256").update(html).digest("base64url").slice(0, 22);
  const tag = `"${digest}"`;
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, { etag: tag }).end();
    return;
  }
  response.setHeader("etag", tag);
  send(request, response, status, contentTypeOf(""), html.replace(' data-page=""', ` data-page="${digest}"`));
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
): void {
  const length = Buffer.byteLength(text);
  response.writeHead(status, { "content-type": type, "content-length": length, "cache-control": "no-cache" });
  response.end(method === "HEAD" ? undefined : text);
}
