import { describe, expect, test } from "vitest";
import type { GraphqlClient } from "../../../bot/github/graphql-client.ts";
import { listNewestRuns } from "../../../bot/github/newest-runs.ts";
import { formBody } from "../world.ts";

/** Pages of closed runs, newest first, each run as the process its form asks for; `-` before it for one that was called off. */
function githubWith(pages: readonly (readonly string[])[]) {
  let asked = 0;
  let number = 1000;
  const next = () => {
    number -= 1;
    return number;
  };
  const graphql = (async () => {
    const page = pages[asked] ?? [];
    asked += 1;
    return {
      viewer: { login: "handrail[bot]", databaseId: 1 },
      repository: {
        issues: {
          pageInfo: { hasNextPage: asked < pages.length, endCursor: String(asked) },
          nodes: page.map((process) => ({
            id: process,
            number: next(),
            body: formBody({ Process: process.replace(/^-/, ""), "Publish date": "2026-12-11" }),
            stateReason: process.startsWith("-") ? "NOT_PLANNED" : "COMPLETED",
          })),
        },
      },
    };
  }) as unknown as GraphqlClient;
  return { graphql, requests: () => asked };
}

const full = (process: string) => Array<string>(100).fill(process);

describe("the newest runs of some processes that are over", () => {
  test.each<[string, readonly (readonly string[])[], number[], boolean, number]>([
    [
      "of one process among others, without what was called off",
      [["a", "b", "-a", "a"]],
      [999, 996],
      false,
      1,
    ],
    ["no more than asked for", [["a", "a", "a", "a"]], [999, 998, 997], true, 1],
    ["no page more than it takes", [["a", "a", "a"], full("a")], [999, 998, 997], true, 1],
    ["from as many pages as it takes", [full("b"), ["a"]], [899], false, 2],
    ["not from the beginning of time", Array(9).fill(full("b")), [], true, 5],
    ["none where there is none", [[]], [], false, 1],
    ["none of an issue that asks for no process", [["", "a"]], [998], false, 1],
  ])("%s", async (_what, pages, numbers, hasOlder, requests) => {
    const github = githubWith(pages);
    const newest = await listNewestRuns(
      github.graphql,
      { owner: "acme", name: "handbook" },
      { processes: new Set(["a"]), mostEach: 3 },
    );
    expect(newest?.listed.heads.map(({ number }) => number)).toEqual(numbers);
    expect([newest?.hasOlder, github.requests()]).toEqual([hasOlder, requests]);
  });
});
