import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCommands } from "../../../core/run/commands/parse-commands.ts";

const page = readFileSync("site/content/guide/runs.mdx", "utf8");
const lines = [...page.matchAll(/`(\/[a-z][^`]*)`/g)].map(([, line = ""]) => line);

test("the guide to runs shows the commands there are, each as it can be written", () => {
  const names = lines.map((line) => parseCommands(line).commands[0]?.name);
  expect(names).not.toContain(undefined);
  const shown = [
    "done",
    "undo",
    "due",
    "hand-to",
    "skip",
    "decide",
    "approve",
    "changes",
    "move",
    "add",
    "cancel",
    "help",
  ];
  expect(new Set(names)).toEqual(new Set(shown));
});
