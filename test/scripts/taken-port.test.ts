import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { handrail } from "./run-handrail.ts";

test.each(["start", "sandbox"])("%s says that a port is taken, and offers another", async (command) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  try {
    expect(await handrail([command, "--port", String(port)])).toMatchObject({
      code: 2,
      err: `Port ${port} is taken by another program; choose another one, such as --port ${port + 1}.\n`,
    });
  } finally {
    other.close();
  }
});
