import type { IncomingMessage, ServerResponse } from "node:http";
import { layout } from "./layout.ts";
import type { Page } from "./page.ts";
import type { PageContext } from "./page-context.ts";

/** Nothing from elsewhere, no scripts, no inline styles, nobody may frame us, forms go nowhere but here. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const safetyHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
} as const;

export function sendPage(
  context: PageContext,
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if ("redirect" in page) {
    response.writeHead(303, { ...safetyHeaders, ...page.headers, location: page.redirect }).end();
    return;
  }
  if ("plain" in page) {
    response.writeHead(200, { ...safetyHeaders, "content-type": "text/plain; charset=utf-8" });
    response.end(page.plain);
    return;
  }
  const text = layout(context, page.title, page.main, page.wide);
  response.writeHead(page.status ?? 200, { ...safetyHeaders, "content-type": "text/html; charset=utf-8" });
  response.end(request.method === "HEAD" ? undefined : text);
}
