import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { filesWith, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
afterEach(() => world.close());

test.each(["GET //", "GET http://", "GET /bot/webhooks", "POST //", "OPTIONS *"])(
  "%s does not end the local GitHub",
  async (line) => {
    world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: filesWith("publish-blog-post") });
    const socket = connect(Number(new URL(world.url).port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8").on("data", (part: string) => {
      answer += part;
    });
    socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await once(socket, "close");
    expect(answer).toMatch(/^HTTP\/1.1 40[45] /);
    expect((await fetch(`${world.url}/${world.repository}/issues`)).status).toBe(200);
  },
);
