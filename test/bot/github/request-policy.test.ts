import { describe, expect, test } from "vitest";
import { octokitClass } from "../../../bot/github/octokit-class.ts";
import { githubPolicy, type RequestPolicy } from "../../../bot/github/request-policy.ts";
import { createMemoryPace } from "../../../bot/pace/memory-pace.ts";
import { gitHubLimits } from "../../../bot/pace/take-turn.ts";
import { WriteUnknown } from "../../../bot/ports/run-repository.ts";
import { TooSoon } from "../../../bot/ports/work-queue.ts";

/** A client whose account may go on in ten seconds; its waits end when `wake` is called. */
async function waitingClient(options: Pick<RequestPolicy, "patience" | "stopping">) {
  const store = createMemoryPace();
  await store.update("app", (state) => ({ state: { ...state, notBefore: 10_000 }, result: undefined }));
  const waits = Promise.withResolvers<void>();
  const sleeping = Promise.withResolvers<void>();
  const policy: RequestPolicy = {
    writeSpacing: 1000,
    timeout: 30_000,
    tries: 1,
    now: () => 0,
    sleep: () => {
      sleeping.resolve();
      return waits.promise;
    },
    ...options,
  };
  const Octokit = octokitClass(policy, { store, limits: gitHubLimits });
  const octokit = new Octokit({
    baseUrl: "http://localhost",
    request: { fetch: async () => Response.json({ fine: true }) },
  });
  return { ask: () => octokit.request("GET /"), wake: waits.resolve, sleeping: sleeping.promise };
}

/** A client that gets these answers, one after the other. */
function answeredClient(answers: readonly Response[]) {
  const left = [...answers];
  const policy = { ...githubPolicy, sleep: async () => undefined };
  const fetch = async () => left.shift() ?? Response.error();
  return new (octokitClass(policy))({ baseUrl: "http://localhost", request: { fetch } });
}

/** An answer whose connection is cut in the middle of its text. */
function brokenOff(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"fine":')),
    pull: (controller) => controller.error(new TypeError("terminated")),
  });
  return new Response(body, { headers: { "content-type": "application/json; charset=utf-8" } });
}

describe("an answer", () => {
  test("that does not come in time is lost", async () => {
    const policy = { ...githubPolicy, timeout: 1 };
    const fetch = (_url: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const octokit = new (octokitClass(policy))({ baseUrl: "http://localhost", request: { fetch } });
    await expect(octokit.request("POST /")).rejects.toBeInstanceOf(WriteUnknown);
  });

  test("is read as what it says to be", async () => {
    const octokit = answeredClient([
      Response.json({ id: 1, login: "demo-lena" }),
      new Response("# Handbook", { headers: { "content-type": "text/markdown" } }),
      new Response(null, { status: 204 }),
    ]);
    expect((await octokit.request("GET /")).data).toEqual({ id: 1, login: "demo-lena" });
    expect((await octokit.request("GET /")).data).toBe("# Handbook");
    expect((await octokit.request("GET /")).status).toBe(204);
  });

  test("that breaks off is no answer: what was read is asked again, what was written is not known", async () => {
    const reading = answeredClient([brokenOff(), Response.json({ fine: true })]);
    expect((await reading.request("GET /")).data).toEqual({ fine: true });
    const writing = answeredClient([brokenOff(), Response.json({ fine: true })]);
    await expect(writing.request("POST /")).rejects.toBeInstanceOf(WriteUnknown);
  });
});

describe("a wait, when the program is asked to end", () => {
  test("is put off when it is longer than the patience that is left", async () => {
    const stop = Promise.withResolvers<void>();
    let patience = 15_000;
    const { ask, sleeping } = await waitingClient({ patience: () => patience, stopping: stop.promise });
    const asking = ask();
    await sleeping;
    patience = 2000;
    stop.resolve();
    await expect(asking).rejects.toEqual(new TooSoon(10_000, 10_000));
  });

  test("is waited out when it is short", async () => {
    const stop = Promise.withResolvers<void>();
    const { ask, wake, sleeping } = await waitingClient({ patience: () => 15_000, stopping: stop.promise });
    const asking = ask();
    await sleeping;
    stop.resolve();
    wake();
    expect((await asking).status).toBe(200);
  });

  test("is not begun at all when there is no patience left", async () => {
    const { ask } = await waitingClient({ patience: () => Number.NEGATIVE_INFINITY });
    await expect(ask()).rejects.toBeInstanceOf(TooSoon);
  });
});

test("a run that waits in line for the one before it does not hold up the writes of that one, nor words to people", async () => {
  const sent: string[] = [];
  const never = new Promise<void>(() => undefined);
  const policy: RequestPolicy = {
    writeSpacing: 1000,
    timeout: 30_000,
    tries: 1,
    patience: () => 15_000,
    now: () => (sent.length + 1) * 1000,
    sleep: () => never,
  };
  const Octokit = octokitClass(policy, { store: createMemoryPace(), limits: gitHubLimits });
  const octokit = new Octokit({
    baseUrl: "http://localhost",
    request: {
      fetch: async (_url: string, { body }: RequestInit) => {
        sent.push(JSON.parse(String(body)).variables.input0.name);
        return Response.json({ data: {} });
      },
    },
  });
  const write = (field: string, input: object) =>
    octokit.graphql(`mutation($input0: Input!) { mutation0: ${field}(input: $input0) { id } }`, {
      input0: input,
    });
  const step = (run: string, name: string) => write("createIssue", { parentIssueId: run, name });
  await step("a", "the first of a");
  step("b", "the first of b").catch(() => undefined);
  await step("a", "the second of a");
  await write("addComment", { name: "a word" });
  expect(sent).toEqual(["the first of a", "the second of a", "a word"]);
});
