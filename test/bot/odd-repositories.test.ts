import { expect, test } from "vitest";
import { createClock, createSandbox, type Sandbox } from "../../sandbox/index.ts";
import {
  begin,
  botCalls,
  botFor,
  name,
  openStart,
  owner,
  request,
  sandboxWith,
} from "./bench/bench-world.ts";
import { longBody, longHandbook } from "./bench/long-process.ts";

type Fetch = Sandbox["fetch"];

/** What a request asks for: the document and its variables. */
function asked(init: RequestInit | undefined): { query: string; variables: Record<string, unknown> } {
  const { query = "", variables = {} } = JSON.parse(String(init?.body ?? "{}"));
  return { query, variables };
}

const stepsBelow = ({ state }: Sandbox, run: number) =>
  [...state.issues.values()].filter(({ parentNumber }) => parentNumber === run);

async function started(sandbox: Sandbox, runs: number): Promise<number[]> {
  const { runs: bot, ref } = botFor(sandbox);
  const numbers: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const run = await openStart(sandbox, "demo-ann", `Long: ${index}`, longBody(index));
    await bot.look(ref, run);
    numbers.push(run);
  }
  return numbers;
}

test.each(["an error", "nothing"])("a run that GitHub answers with %s stops no other", async (answer) => {
  const sandbox = sandboxWith(longHandbook(3), ["demo-ann"]);
  const numbers = await started(sandbox, 6);
  const bad = sandbox.state.issues.get(numbers[2] ?? 0);
  // Somebody has closed a step in each run while nobody listened.
  for (const run of numbers)
    await request(sandbox, "demo-ann", "PATCH", `/issues/${stepsBelow(sandbox, run)[0]?.number}`, {
      state: "closed",
    });
  const fetch: Fetch = async (input, init) => {
    const { query, variables } = asked(init);
    const isBad =
      JSON.stringify(variables).includes(bad?.nodeId ?? "") || variables["number"] === bad?.number;
    if (!query.startsWith("query ObserveRun") || !isBad) return sandbox.fetch(input, init);
    return answer === "nothing"
      ? new Response("Bad gateway", { status: 502 })
      : Response.json({ data: { nodes: [null] }, errors: [{ type: "INTERNAL", message: "Oh no." }] });
  };
  const { runs, ref } = botFor(sandbox, fetch);
  const { failures, changed } = await runs.sweep(ref);
  expect(failures.map(({ run }) => run)).toEqual([bad?.number]);
  expect(changed).toBe(5);
});

test("a run whose own look fails in a sweep stops no other, and is told as a failure", async () => {
  const sandbox = sandboxWith(longHandbook(3), ["demo-ann"]);
  const numbers = await started(sandbox, 4);
  const bad = numbers[1] ?? 0;
  for (const run of numbers)
    await request(sandbox, "demo-ann", "PATCH", `/issues/${stepsBelow(sandbox, run)[0]?.number}`, {
      state: "closed",
    });
  const { runs, ref } = botFor(sandbox);
  const looked: number[] = [];
  const { failures, changed } = await runs.sweep(ref, async (run) => {
    looked.push(run);
    if (run === bad) throw new Error("Oh no.");
  });
  expect(looked).toEqual(numbers);
  expect(failures).toEqual([{ run: bad, error: new Error("Oh no.") }]);
  expect(changed).toBe(3);
});

test.each([
  [
    "says it is too much",
    () => Response.json({ data: {}, errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", message: "Too much." }] }),
  ],
  ["gives up", () => new Response("Bad gateway", { status: 502 })],
] as const)("a run that GitHub %s is read in smaller pages, whole", async (_what, refuse) => {
  const sandbox = sandboxWith(longHandbook(30), ["demo-ann"]);
  const [run = 0] = await started(sandbox, 1);
  const sizes: number[] = [];
  const fetch: Fetch = async (input, init) => {
    const { query, variables } = asked(init);
    const steps = Number(variables["steps"] ?? 0);
    if (query.startsWith("query ObserveRun")) sizes.push(steps);
    return steps > 10 ? refuse() : sandbox.fetch(input, init);
  };
  const { runs, ref } = botFor(sandbox, fetch);
  const { observed } = await runs.lookOnce(ref, run);
  expect(observed?.steps).toHaveLength(30);
  expect(sizes[0]).toBeGreaterThan(10);
  expect(sizes.at(-1)).toBeLessThanOrEqual(10);
  const swept = await runs.sweep(ref);
  expect(swept.failures).toEqual([]);
});

test("where more people can be assigned than a page holds, everybody is found, and a sweep asks once for all runs", async () => {
  const everybody = Array.from({ length: 130 }, (_, index) => `person-${String(index).padStart(3, "0")}`);
  const files = longHandbook(3);
  files.set("processes/roles.yml", "doer: { title: Doer, people: [person-129] }\n");
  const sandbox = sandboxWith(files, ["demo-ann", ...everybody]);
  const numbers = await started(sandbox, 8);
  for (const run of numbers)
    expect(stepsBelow(sandbox, run).map(({ assignees }) => assignees.map(({ login }) => login))).toEqual(
      Array(3).fill(["person-129"]),
    );
  const { runs, ref } = botFor(sandbox);
  sandbox.resetCalls();
  const { failures, changed } = await runs.sweep(ref);
  expect({ failures, changed }).toEqual({ failures: [], changed: 0 });
  expect(botCalls(sandbox).length).toBeLessThanOrEqual(8);
});

test("a run whose issue was deleted is no failure, neither at a look nor in a sweep", async () => {
  const sandbox = createSandbox({
    repository: `${owner}/${name}`,
    users: [{ login: "demo-ann", name: "Ann", permission: "admin" }],
    readFiles: async () => longHandbook(3),
    origin: () => "http://localhost",
    clock: createClock({ now: begin, frozen: true }),
  });
  const [gone = 0, other = 0] = await started(sandbox, 2);
  const bot = botFor(sandbox);
  await bot.runs.sweep(bot.ref);
  const id = sandbox.state.issues.get(gone)?.nodeId;
  const query = "mutation($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }";
  const deleted = await sandbox.fetch(sandbox.links.graphql, {
    method: "POST",
    headers: { authorization: `Bearer ${sandbox.tokens["demo-ann"]}`, "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { id } }),
  });
  expect(await deleted.json()).not.toHaveProperty("errors");
  expect(await bot.runs.look(bot.ref, gone)).toEqual({ changes: 0, observed: undefined, related: [] });
  const { failures, runs } = await bot.runs.sweep(bot.ref);
  expect({ failures, runs }).toEqual({ failures: [], runs: 1 });
  expect(stepsBelow(sandbox, other)).toHaveLength(3);
});
