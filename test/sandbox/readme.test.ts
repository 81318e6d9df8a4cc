import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFaultRules } from "../../sandbox/http/parse-fault-rules.ts";
import { createClock, startSandbox } from "../../sandbox/index.ts";

const readme = readFileSync("sandbox/README.md", "utf8");

test("the faults it shows are faults", () => {
  const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => JSON.parse(text));
  expect(examples).toHaveLength(1);
  for (const example of examples) expect(parseFaultRules(example)).toHaveLength(1);
});

test("the controls it names are the controls there are", async () => {
  const sandbox = await startSandbox({
    repository: "acme/handbook",
    users: [],
    readFiles: async () => new Map(),
    clock: createClock({ now: "2026-12-01T08:00:00Z", frozen: true }),
  });
  const answer = await fetch(`${sandbox.links.web}/sandbox/nothing`);
  const { message } = (await answer.json()) as { message: string };
  await sandbox.close();
  const told = [...readme.matchAll(/`((?:GET|POST|DELETE) \/sandbox\/[a-z/]+)/g)].map(
    ([, control]) => control,
  );
  const there = message.match(/(?:GET|POST|DELETE) \/sandbox\/[a-z/]+/g) ?? [];
  expect([...new Set(told)].sort()).toEqual([...new Set(there)].sort());
});
