import type { IncomingMessage } from "node:http";

/** GitHub's own limit for webhooks is 25 MB; requests of the size people make here stay far below one. */
export const maximumBodyBytes = 1_000_000;

/** The body as text, or null when it is larger than allowed (the rest is not read). */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > maximumBodyBytes) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}
