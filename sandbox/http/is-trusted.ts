import type { IncomingMessage } from "node:http";

const loopback = ["127.0.0.1", "localhost", "[::1]"];

/** Whether the request names this machine as its host: a foreign name means DNS was bent to reach us. */
export function hasTrustedHost(request: IncomingMessage, origin: string): boolean {
  const host = request.headers.host ?? "";
  return host === new URL(origin).host || loopback.includes(host.replace(/:\d+$/, ""));
}

/**
 * Whether a form or control request comes from our own pages, or from no page at all (a program). Browsers name the
 * page's origin with every POST; another one is another site trying its luck.
 */
export function isSameOrigin(request: IncomingMessage): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}
