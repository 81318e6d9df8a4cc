import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  environment,
  type GitHub,
  type StartedServer,
  sendWebhook,
  startGitHub,
  startServer,
  until,
} from "./started-server.ts";

let github: GitHub;
let server: StartedServer;

beforeAll(async () => {
  github = await startGitHub(() => `${server.url}/api/github/webhooks`);
  server = await startServer(environment(github, { REQUEST_TIMEOUT_SECONDS: "2" }));
});
afterAll(async () => {
  await server.kill();
  await github.close();
});

/** Sends bytes as they are and gives what came back until the connection ended. */
async function raw(text: string, to = server.url): Promise<string> {
  const socket = connect(Number(new URL(to).port), "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (part: string) => {
    answer += part;
  });
  socket.on("error", () => undefined);
  socket.write(text);
  await once(socket, "close");
  return answer;
}

describe("request targets that are no URL (21)", () => {
  test.each([
    ["GET // HTTP/1.1", 404],
    ["GET http:// HTTP/1.1", 404],
    ["GET http://[ HTTP/1.1", 404],
    ["GET /\\\\ HTTP/1.1", 404],
    ["GET /%zz?%zz HTTP/1.1", 404],
    ["OPTIONS * HTTP/1.1", 404],
    ["POST // HTTP/1.1", 404],
    ["GET nonsense HTTP/1.1", 400],
  ])("%s", async (line, status) => {
    const answer = await raw(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 (?:${status}|404) `));
    expect(server.isAlive()).toBe(true);
  });
});

describe("bodies without end (22)", () => {
  test("a length beyond GitHub's is refused before anything is read", async () => {
    const answer = await raw(
      "POST /api/github/webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 400000000\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  test("a body without a length is refused while it is read, and is not kept", async () => {
    const before = await memoryOf();
    const refused = await refusals();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    socket.on("data", over).on("error", over).on("close", over);
    socket.write("POST /api/github/webhooks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const chunk = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    for (let megabytes = 0; megabytes < 200 && !isOver; megabytes += 1) {
      socket.write(chunk);
      await until("room for more", () => isOver || socket.writableLength === 0);
    }
    socket.destroy();
    // A client that goes on sending may miss the answer.
    expect(await refusals()).toBe(refused + 1);
    expect((await memoryOf()) - before).toBeLessThan(150_000_000);
  });

  test("nothing of a payload is logged, whether it was signed or not", async () => {
    const payload = { text: "PAYLOAD-THAT-NOBODY-READS".repeat(1000) };
    const length = server.output().length;
    expect(await sendWebhook(server.url, payload, { "x-hub-signature-256": "sha256=00" })).toBe(401);
    expect(await sendWebhook(server.url, payload)).toBe(202);
    await until("a line about the refusal", () => server.output().includes('"status":401'));
    expect(server.output()).not.toContain("PAYLOAD");
    expect(server.output().length - length).toBeLessThan(2000);
  });

  async function refusals(): Promise<number> {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/^handrail_webhooks_total\{status="413"\} (\d+)/m.exec(text)?.[1] ?? 0);
  }

  async function memoryOf(): Promise<number> {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
  }
});

test("slow bodies are ended (23)", async () => {
  const answer = await raw("POST /api/github/webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(server.isAlive()).toBe(true);
});

describe("signatures (15)", () => {
  const body = JSON.stringify({});
  test.each([
    ["of the old kind", { "x-hub-signature": `sha1=${createHmac("sha1", "x").update(body).digest("hex")}` }],
    ["of another secret", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
    ["cut short", { "x-hub-signature-256": "sha256=1234" }],
    ["empty", { "x-hub-signature-256": "" }],
    ["no signature at all", {}],
  ])("%s: 401", async (_, headers) => {
    const response = await fetch(`${server.url}/api/github/webhooks`, {
      method: "POST",
      headers: { "x-github-delivery": "d", "x-github-event": "issues", ...headers },
      body,
    });
    expect(response.status).toBe(401);
  });

  test.each([
    ["no name of an event", { "x-github-event": "" }, 400],
    ["an id that is none", { "x-github-delivery": "a b\u00e9" }, 400],
    ["an event nobody has heard of", { "x-github-event": "unheard_of" }, 202],
  ])("signed, with %s: %s", async (_, headers, status) => {
    expect(await sendWebhook(server.url, {}, headers)).toBe(status);
  });

  test("a webhook is sent with POST", async () => {
    expect((await fetch(`${server.url}/api/github/webhooks`)).status).toBe(405);
  });
});

describe("what operators see", () => {
  test("alive, and ready once GitHub has confirmed the App and a sweep has ended", async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await until("ready with a sweep", async () => {
      const answer = await fetch(`${server.url}/readyz`);
      return answer.status === 200 && typeof (await answer.json()).lastSweep === "string";
    });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({
      ready: true,
      app: "verified",
      queue: "reachable",
    });
  });

  test("metrics in Prometheus' format", async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toContain('handrail_webhooks_total{status="401"}');
    expect(text).toContain('handrail_queue{state="waiting"}');
    expect(text).toMatch(/^handrail_last_sweep_seconds \d+$/m);
  });

  test("each line of the log is JSON", () => {
    const lines = server.output().trim().split("\n");
    expect(lines.map((line) => typeof JSON.parse(line).message)).toEqual(lines.map(() => "string"));
  });
});

test("a webhook is answered before its run is worked on, and the run follows", async () => {
  const run = await github.openStart("Write an article: Rails");
  await github.idle();
  const [delivery] = github
    .deliveries()
    .filter(({ event, action }) => event === "issues" && action === "opened");
  expect(delivery?.statusCode).toBe(202);
  const steps = () => [...github.state.issues.values()].filter(({ parentNumber }) => parentNumber === run);
  expect(steps().length).toBeLessThan(3);
  await until("three steps", () => steps().length === 3);
  await until("work done with the run's number", () =>
    new RegExp(`"work":"look".*"run":${run},"delivery":"[\\w-]+"`).test(server.output()),
  );
});

describe("starts that are refused, in words", () => {
  test.each([
    ["a second process without Redis", {}, "Another Handrail already works for App"],
    [
      "a secret of blanks",
      { WEBHOOK_SECRET: " ".repeat(20) },
      "has 0 characters that are no blanks, expected at least 16",
    ],
    ["no secret", { WEBHOOK_SECRET: "" }, "expected at least 16"],
    ["a short secret", { WEBHOOK_SECRET: "fifteen letters" }, "has 14 characters that are no blanks"],
    ["no id", { APP_ID: "" }, "APP_ID is not set"],
    ["a broken key", { PRIVATE_KEY: "key" }, "PRIVATE_KEY cannot be read"],
    ["a strange port", { PORT: "http" }, "Unexpected PORT `http`"],
  ])("%s", async (_, env, words) => {
    const other = "WEBHOOK_SECRET" in env ? { APP_ID: "77" } : {};
    const second = await startServer({ ...environment(github), ...other, ...env });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(words);
    expect(second.output().split("\n").length).toBeLessThan(4);
  });

  test("a port that is taken", async () => {
    const { port } = new URL(server.url);
    const second = await startServer({ ...environment(github), APP_ID: "78", PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} of 127.0.0.1 is taken`);
  });
});

test("with a key that GitHub does not know it is alive and not ready", async () => {
  const other = await startServer({ ...environment(github), APP_ID: "79" });
  const answer = async () => await (await fetch(`${other.url}/readyz`)).json();
  await until("GitHub's refusal", async () => (await answer()).app.startsWith("not verified"));
  expect(await answer()).toMatchObject({ ready: false });
  expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
  await other.kill();
});

describe("a stop finishes the work in hand", () => {
  test.each([
    ["SIGTERM", "the server", [process.execPath, "bot/server.ts"]],
    ["SIGINT", "npm and all it started", ["npm", "run", "--silent", "serve"]],
    ["SIGTERM", "npm alone", ["npm", "run", "--silent", "serve"]],
  ] as const)("%s to %s", async (signal, whom, command) => {
    await server.kill();
    server = await startServer(environment(github), [...command]);
    const run = await github.openStart("Write an article: Stops");
    const steps = () => [...github.state.issues.values()].filter(({ parentNumber }) => parentNumber === run);
    await until("the first step", () => steps().length === 1);
    if (whom === "npm and all it started") server.signalGroup(signal);
    else server.child.kill(signal);
    await server.ended;
    await until("the last line", () => server.output().includes("Handrail has ended."));
    expect(steps()).toHaveLength(3);
  });
});
