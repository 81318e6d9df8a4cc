import type { IncomingMessage, ServerResponse } from "node:http";
import { pathOfTarget } from "../http/path-of-target.ts";
import type { WorkQueue } from "../ports/work-queue.ts";
import type { Metrics } from "../watch/metrics.ts";
import type { Readiness } from "./readiness.ts";

/** What operators can ask for. */
export interface OperatorOptions {
  readonly readiness: () => Promise<Readiness>;
  readonly queue: Pick<WorkQueue, "counts">;
  readonly metrics: Metrics;
  /** Answers everything else; 404 when left out. */
  readonly rest?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** Answers `/healthz`, `/readyz` and `/metrics`; everything else is left to `rest`. */
export async function answerOperators(
  request: IncomingMessage,
  response: ServerResponse,
  { readiness, queue, metrics, rest }: OperatorOptions,
): Promise<void> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  switch (isRead ? pathOfTarget(request.url) : undefined) {
    case "/healthz":
      return send(response, 200, "text/plain", "ok\n");
    case "/readyz": {
      const { isReady, ...facts } = await readiness();
      return send(
        response,
        isReady ? 200 : 503,
        "application/json",
        `${JSON.stringify({ ready: isReady, ...facts })}\n`,
      );
    }
    case "/metrics": {
      const counts = await queue.counts().catch(() => ({}));
      for (const [state, value] of Object.entries(counts)) metrics.set("handrail_queue", value, { state });
      return send(response, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
    }
    default:
      if (rest) return rest(request, response);
      return send(response, 404, "text/plain", "Nothing here.\n");
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}
