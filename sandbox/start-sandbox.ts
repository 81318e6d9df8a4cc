import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox } from "./create-sandbox.ts";
import type { Sandbox, SandboxOptions } from "./options.ts";

export interface StartOptions extends Omit<SandboxOptions, "origin"> {
  /** Default 0: any free port. */
  readonly port?: number | undefined;
}

export interface StartedSandbox extends Omit<Sandbox, "close"> {
  /** Origin and base path, such as "http://127.0.0.1:4321/github". */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A sandbox on an HTTP server of its own, reachable from this machine only. */
export async function startSandbox(options: StartOptions): Promise<StartedSandbox> {
  let origin = "";
  const sandbox = createSandbox({ ...options, origin: () => origin });
  const home = `${options.basePath ?? ""}/${options.repository}/issues`;
  const server = createServer(async (request, response) => {
    // Whatever one request does, the next one is answered.
    try {
      if (await sandbox.handle(request, response)) return;
      response.writeHead(request.url === "/" ? 302 : 404, { location: home }).end();
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    sandbox.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    ...sandbox,
    url: `${origin}${options.basePath ?? ""}`,
    close,
  };
}
