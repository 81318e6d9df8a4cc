import type { IncomingMessage } from "node:http";

/** GitHub sends no larger webhooks: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
export const largestBody = 25 * 1024 * 1024;

/** All that is read at one moment before anybody has shown a signature. */
const largestTogether = 8 * largestBody;

/** What came of reading a body. */
export type ReadBody =
  | { readonly kind: "read"; readonly text: string }
  /** More than one request may bring. */
  | { readonly kind: "too-large" }
  /** Too much at once from all requests together. */
  | { readonly kind: "busy" }
  /** The client went away, or was too slow. */
  | { readonly kind: "cut" };

/** Reads bodies, none larger than GitHub's and only so much at once, so that strangers cannot fill the memory. */
export function createBodyReader(): (request: IncomingMessage) => Promise<ReadBody> {
  let together = 0;
  return async (request) => {
    if (Number(request.headers["content-length"] ?? 0) > largestBody) return { kind: "too-large" };
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        size += chunk.length;
        together += chunk.length;
        if (size > largestBody) return { kind: "too-large" };
        if (together > largestTogether) return { kind: "busy" };
        chunks.push(chunk);
      }
      return { kind: "read", text: Buffer.concat(chunks).toString("utf8") };
    } catch {
      return { kind: "cut" };
    } finally {
      together -= size;
    }
  };
}
