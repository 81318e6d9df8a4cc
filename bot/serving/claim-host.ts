import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Claims this machine for the one process that may work for an App without Redis. Ends with a function that gives it
 * back; throws when another process has it. The claim ends with the process, however that ends. Two machines, or two
 * containers that do not share their network, cannot see each other's claims.
 */
export async function claimHost(appId: string): Promise<() => Promise<void>> {
  const address = addressOf(`handrail-${appId}`);
  const server = await listen(address).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    if (await isAlive(address))
      throw new Error(
        `Another Handrail already works for App ${appId} on this machine, expected to be the only one: stop it first, or set REDIS_URL for both, so that they share the work.`,
      );
    await rm(address, { force: true });
    return listen(address);
  });
  server.unref();
  return async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}

/** A name that vanishes with its process where the system has such names, else a file that may be left behind. */
function addressOf(name: string): string {
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server> {
  const server = createServer((socket) => socket.end());
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => resolve(server));
  });
}

function isAlive(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
