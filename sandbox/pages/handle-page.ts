import type { IncomingMessage, ServerResponse } from "node:http";
import { isSameOrigin } from "../http/is-trusted.ts";
import { allows } from "../state/permissions.ts";
import { Refusal } from "../state/refusal.ts";
import type { World } from "../world.ts";
import { performAction } from "./actions/index.ts";
import { errorPage } from "./error-page.ts";
import type { Page } from "./page.ts";
import { createPageContext, type PageContext } from "./page-context.ts";
import { sendPage } from "./send-page.ts";
import { showPage } from "./show-page.ts";

/** Answers a web page's address: shows it, or performs what its form asks and shows where that leads. */
export async function handlePage(
  world: World,
  path: string,
  text: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const context = createPageContext(world, request, path);
  const page = await pageFor(context, text, request).catch((error: unknown) => refusalPage(error));
  sendPage(context, page, request, response);
}

async function pageFor(context: PageContext, text: string | null, request: IncomingMessage): Promise<Page> {
  // GitHub does not tell a stranger that a private repository exists.
  if (!allows(context.act.actor.permission, "read"))
    return errorPage(404, "There is nothing here for you to see.");
  // https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
  if (context.url.href.length > maximumAddressCharacters) return errorPage(414, "This address is too long.");
  if (request.method === "GET" || request.method === "HEAD") return await showPage(context);
  if (request.method !== "POST") return errorPage(405, "Pages are read, and their forms are posted.");
  if (!isSameOrigin(request)) return errorPage(403, "This form came from a page of another site.");
  if (text === null) return errorPage(413, "This is more text than one form may carry.");
  return await performAction(context, new URLSearchParams(text));
}

const maximumAddressCharacters = 8_192;

function refusalPage(error: unknown): Page {
  if (!(error instanceof Refusal)) throw error;
  const status = { "not-found": 404, gone: 410, forbidden: 403, unprocessable: 422, validation: 422 }[
    error.kind
  ];
  return errorPage(status, error.kind === "forbidden" ? "You may not do this here." : error.message);
}
