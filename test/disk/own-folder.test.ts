import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeOwnFolder } from "../../disk/index.ts";

let parent = "";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "handrail-own-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** The folder that another process made, which died without a word. */
function leftBehind(): string {
  const program = `import { makeOwnFolder } from ${JSON.stringify(resolve("disk/own-folder.ts"))};
    console.log(makeOwnFolder(${JSON.stringify(parent)}).path); process.kill(process.pid, "SIGKILL");`;
  try {
    execFileSync(process.execPath, ["--input-type=module-typescript", "-e", program], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout.trim();
  }
  throw new Error("The other process lives on.");
}

describe("a folder of one's own", () => {
  test("is another for each who asks, and goes when it is given up", () => {
    const [one, two] = [makeOwnFolder(parent), makeOwnFolder(parent)];
    expect(one.path).not.toBe(two.path);
    writeFileSync(join(one.path, "kept"), "");
    two.remove();
    expect(readdirSync(parent)).toEqual([basename(one.path)]);
    one.remove();
    expect(readdirSync(parent)).toEqual([]);
  });

  test("takes away what a process left behind that died", () => {
    const left = leftBehind();
    expect(existsSync(left)).toBe(true);
    const own = makeOwnFolder(parent);
    expect(readdirSync(parent)).toEqual([basename(own.path)]);
    own.remove();
  });

  test("leaves what a living process uses, what another machine made of late, and what is nobody's", () => {
    const name = basename(leftBehind());
    const others = [
      name.replace(/-\d+-/, "-1-"),
      name.replace(/^[0-9a-f]{4}/, (start) => (start === "0000" ? "1111" : "0000")),
      "notes",
    ];
    for (const other of others) writeFileSync(join(parent, other), "");
    const own = makeOwnFolder(parent);
    expect(readdirSync(parent)).toEqual([...others, basename(own.path)].sort());
    own.remove();
  });

  test("takes away what another machine made when its maker has not shown for two days that it lives", () => {
    const name = basename(leftBehind());
    const elsewhere = (start: string) => join(parent, name.replace(/^[0-9a-f]{4}/, start));
    const [left, living] = [elsewhere("0000"), elsewhere("1111")];
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    for (const [path, hours] of [
      [left, 49],
      [living, 47],
    ] as const) {
      mkdirSync(path);
      writeFileSync(join(path, "kept"), "");
      utimesSync(path, hoursAgo(hours), hoursAgo(hours));
    }
    makeOwnFolder(parent).remove();
    expect([left, living].map((path) => existsSync(path))).toEqual([false, true]);
  });

  test("shows every hour that its maker lives, until it is given up", () => {
    vi.useFakeTimers();
    try {
      const own = makeOwnFolder(parent);
      const since = () => Math.round((Date.now() - statSync(own.path).mtimeMs) / 3_600_000);
      vi.advanceTimersByTime(100.5 * 3_600_000);
      expect(since()).toBeLessThanOrEqual(1);
      rmSync(own.path, { recursive: true });
      vi.advanceTimersByTime(3_600_000);
      own.remove();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("takes away what a process of the same number left behind", () => {
    const left = join(parent, basename(leftBehind()).replace(/-\d+-/, `-${process.pid}-`));
    writeFileSync(left, "");
    makeOwnFolder(parent).remove();
    expect(existsSync(left)).toBe(false);
  });
});
