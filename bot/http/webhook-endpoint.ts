import type { IncomingMessage, ServerResponse } from "node:http";
import { verify } from "@octokit/webhooks-methods";
import type { Log } from "../ports/log.ts";
import { errorText } from "../watch/error-text.ts";
import type { Metrics } from "../watch/metrics.ts";
import { createBodyReader } from "./read-body.ts";

/** A webhook whose signature was right. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

/** What the endpoint of webhooks is made from. */
export interface WebhookEndpointOptions {
  readonly secret: string;
  /** Notes what is to be done; done within a moment, since GitHub waits for the answer. Rejects when nothing could be noted. */
  readonly hear: (webhook: Webhook) => Promise<void>;
  readonly log: Log;
  readonly metrics: Metrics;
}

const idPattern = /^[\w-]{1,64}$/;

/**
 * Answers webhooks: 202 as soon as what they ask for is noted, before any of it is done. 413 and 408 while reading, 401
 * for a signature that is missing, wrong or of the old kind, 400 for what is no webhook, 503 when nothing could be
 * noted: GitHub lists that delivery as failed, and the next sweep finds what it told of.
 */
export function createWebhookEndpoint({ secret, hear, log, metrics }: WebhookEndpointOptions) {
  const readBody = createBodyReader();

  async function statusFor(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST") return 405;
    const body = await readBody(request);
    if (body.kind !== "read") return { "too-large": 413, busy: 503, cut: 408 }[body.kind];
    const signature = headerOf(request, "x-hub-signature-256");
    if (!signature || !(await verify(secret, body.text, signature).catch(() => false))) return 401;
    const [id, name] = [headerOf(request, "x-github-delivery"), headerOf(request, "x-github-event")];
    const payload = parse(body.text);
    if (!id || !name || !idPattern.test(id) || !idPattern.test(name) || payload === undefined) return 400;
    try {
      await hear({ id, name, payload });
      return 202;
    } catch (error) {
      log("error", "A webhook could not be noted; the next sweep finds what it told of.", {
        delivery: id,
        event: name,
        error: errorText(error),
      });
      return 503;
    }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = performance.now();
    const status = await statusFor(request);
    metrics.count("handrail_webhooks_total", { status });
    metrics.observe("handrail_webhook_seconds", (performance.now() - begun) / 1000);
    if (status !== 202) log("warn", "A webhook was refused.", { status });
    // What was not read is not waited for.
    const headers = { "content-type": "text/plain", ...(status === 202 ? {} : { connection: "close" }) };
    response.writeHead(status, headers).end(`${words[status] ?? ""}\n`);
    if (status === 413 || status === 503) request.resume();
  };
}

const words: Readonly<Record<number, string>> = {
  202: "Noted.",
  400: "This is no webhook of GitHub's.",
  401: "The signature is missing or wrong.",
  405: "Webhooks are sent with POST.",
  408: "The body did not come to its end.",
  413: "The body is larger than GitHub sends.",
  503: "Not now. GitHub lists this delivery as failed.",
};

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
