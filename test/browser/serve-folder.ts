import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** A folder served on the loopback interface, on a port of its own choice. */
export interface FolderServer {
  /** Address of the base path, with `/` at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a built site under its base path; everything else is answered with the site's own 404 page. */
export async function serveFolder(folder: string, base: string): Promise<FolderServer> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    request.url = url.startsWith(base) ? url.slice(base.length - 1) : "/404.html";
    files(request, response, () => {
      response.statusCode = 404;
      request.url = "/404.html";
      files(request, response, () => {
        response.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
