import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

test("a reader who has seen enough, as `head` has, ends no command with an error", async () => {
  const child = spawn(process.execPath, ["scripts/handrail.ts", "plan", "--help"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  const ended = new Promise((done) => child.once("close", done));
  expect({ said: await text(child.stderr), code: await ended }).toEqual({ said: "", code: 0 });
});
