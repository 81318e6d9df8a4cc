import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { blogPostForm } from "../bot/world.ts";

test("a program that reads `sandbox --json` gets one line, and what the bot logs goes elsewhere", async () => {
  const child = spawn(
    process.execPath,
    ["scripts/handrail.ts", "sandbox", "--json", "--now", "2026-11-02T09:00:00Z"],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const lines: string[] = [];
  const said = text(child.stderr);
  const reader = createInterface(child.stdout);
  const first = await new Promise<string>((read) => reader.once("line", read));
  reader.on("line", (line) => lines.push(line));
  const { api, repository, tokens } = JSON.parse(first) as {
    api: string;
    repository: string;
    tokens: Record<string, string>;
  };
  const send = (path: string, body: unknown) =>
    fetch(path.startsWith("/sandbox") ? `${new URL(api).origin}${path}` : `${api}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${tokens["demo-lena"]}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const refused = { kind: "graphql", write: true, times: null, effect: "status-before", status: 500 };
  await send("/sandbox/faults", { rules: [refused] });
  const body = blogPostForm("2026-12-18");
  await send(`/repos/${repository}/issues`, { title: "A post", body, labels: ["handrail:run"] });
  await send("/sandbox/clock", { now: "2026-11-03T09:00:00Z" });
  child.kill("SIGINT");
  const err = await said;
  expect(lines).toEqual([]);
  expect(err).toContain("Stop with Ctrl+C.");
  expect(err).toMatch(/"level":(?:"error"|50)/);
}, 60_000);
