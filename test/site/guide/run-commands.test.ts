import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { datesMeant } from "../../../core/calendar/index.ts";
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

test("a command that names a day names one that is understood, on each page of the guide", () => {
  const dated = readdirSync("site/content/guide").flatMap((file) => {
    const text = readFileSync(`site/content/guide/${file}`, "utf8");
    return [...text.matchAll(/`(\/(?:due|move|add) [^`]*)`/g)].map(([, line = ""]) => line);
  });
  expect(dated.length).toBeGreaterThan(2);
  const isUnderstood = (line: string) => line.split(/\s+/).some((word) => datesMeant(word).length === 1);
  expect(dated.filter((line) => !isUnderstood(line))).toEqual([]);
});
