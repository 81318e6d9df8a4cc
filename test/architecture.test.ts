import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const folders = ["core", "disk", "site", "bot", "sandbox", "scripts"] as const;
type Folder = (typeof folders)[number];

/** Who may import whom. Everything else is an arrow that turns back. */
const arrows: Readonly<Record<Folder, readonly Folder[]>> = {
  core: ["core"],
  disk: ["disk", "core"],
  site: ["site", "core", "disk"],
  bot: ["bot", "core"],
  sandbox: ["sandbox"],
  scripts: ["scripts", "core", "disk", "bot", "sandbox", "site"],
};

/** The few files of core that stand beside its folders. */
const besideFolders = [
  "core/problem.ts",
  "core/message.ts",
  "core/temporal.ts",
  "core/base64.ts",
  "core/remember-last.ts",
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const sources = folders.flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,mts,astro}`).map((path) => path.replaceAll("\\", "/")),
);
const textOf = new Map(sources.map((path) => [path, readFileSync(path, "utf8")]));

const imports: readonly Import[] = sources.flatMap((from) => {
  const specifiers = [
    ...(textOf.get(from) ?? "").matchAll(/^(?:import|export|\}|.*\bimport\()[^"'\n]*["']([^"'\n\\]+)["']/gm),
  ];
  return specifiers.map(([, specifier = ""]) => ({
    from,
    to: specifier.startsWith(".")
      ? normalize(join(dirname(from), specifier)).replaceAll("\\", "/")
      : specifier,
  }));
});

const folderOf = (path: string): Folder | undefined =>
  folders.find((folder) => path.startsWith(`${folder}/`));
const coreFolderOf = (path: string): string | undefined => /^core\/([^/]+)\//.exec(path)?.[1];

describe("arrows", () => {
  test("are all seen", () => {
    expect(imports.length).toBeGreaterThan(1000);
  });

  test.each(folders)("%s imports only what it may", (folder) => {
    const wrong = imports
      .filter(({ from }) => folderOf(from) === folder)
      .filter(({ to }) => {
        const target = folderOf(to);
        return target !== undefined && !arrows[folder].includes(target);
      })
      .map(({ from, to }) => `${from} imports ${to}: ${folder} may import only ${arrows[folder].join(", ")}`);
    expect(wrong).toEqual([]);
  });

  test("a folder of core is entered by its door", () => {
    const wrong = imports
      .filter(({ from, to }) => coreFolderOf(to) !== undefined && coreFolderOf(from) !== coreFolderOf(to))
      .filter(({ to }) => !to.endsWith("/index.ts") && !besideFolders.includes(to))
      .map(({ from, to }) => `${from} imports ${to}: others come in only by ${dirname(to)}/index.ts`);
    expect(wrong).toEqual([]);
  });

  test("only core counts what records of runs hold: pages show figures", () => {
    const counting =
      /\b(?:baselineDueDate|agreedDueDate|readyAt|endedAt|reopenCount|businessDaysBetween|isOverdue)\b|\.reduce\(|Math\./;
    const wrong = sources
      .filter((path) => path.startsWith("site/data/") || path.startsWith("site/pages/"))
      .filter((path) => /core\/metrics|run-figures|dashboard-page/.test(textOf.get(path) ?? ""))
      .filter((path) => counting.test(textOf.get(path) ?? ""))
      .map((path) => `${path} counts: a figure belongs to core/metrics, so that every page shows the same`);
    expect(wrong).toEqual([]);
  });

  test("what is done to runs knows the ports of the bot, not what stands behind them", () => {
    const inside =
      /^bot\/(?:ports\/.*|reconcile|refusals|confirmed-writes|say-put-off|sweep|collect-runs)\.ts$/;
    const wrong = imports
      .filter(
        ({ from, to }) => inside.test(from) && !inside.test(to) && /^(?:bot\/|probot|@octokit)/.test(to),
      )
      .map(({ from, to }) => `${from} imports ${to}: another forge or queue would have to change it`);
    expect(wrong).toEqual([]);
  });

  test("no two folders of core need each other", () => {
    const needs = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [source, target] = [coreFolderOf(from), coreFolderOf(to)];
      if (source && target && source !== target)
        needs.set(source, (needs.get(source) ?? new Set()).add(target));
    }
    const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
      [...(needs.get(start) ?? [])].some((next) => {
        if (next === goal) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, goal, seen);
      });
    expect([...needs.keys()].filter((folder) => reaches(folder, folder))).toEqual([]);
  });
});

describe("site", () => {
  const bundlers = /^(?:astro|vite|@astrojs\/|mermaid)/;

  test("scripts come in only by its door", () => {
    const wrong = imports.filter(({ from, to }) => from.startsWith("scripts/") && folderOf(to) === "site");
    expect(wrong.filter(({ to }) => to !== "site/index.ts")).toEqual([]);
  });

  test("whoever renders a handbook needs no bundler", () => {
    const reached = new Set(["site/index.ts"]);
    for (const file of reached)
      for (const { from, to } of imports) if (from === file && folderOf(to) === "site") reached.add(to);
    expect(imports.filter(({ from, to }) => reached.has(from) && bundlers.test(to))).toEqual([]);
  });
});

describe("core is pure", () => {
  /** Texts of core without what stands in quotes: examples of rules show what must not be done. */
  const core = [...textOf]
    .filter(([path]) => path.startsWith("core/"))
    .map(([path, text]) => [path, text.replace(/"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, '""')] as const);

  test("it imports nothing of Node", () => {
    expect(imports.filter(({ from, to }) => from.startsWith("core/") && /^node:/.test(to))).toEqual([]);
  });

  test.each([
    ["the clock", /\bDate\.now\(|new Date\(\)|Temporal\.Now\b|\bperformance\.now\(/],
    ["chance", /\bMath\.random\(|\bcrypto\.(?:randomUUID|getRandomValues)\(/],
    ["the environment", /\bprocess\.(?:env|argv|cwd|exit|std)/],
    ["the network", /\bfetch\(/],
  ])("it does not reach for %s", (_what, pattern) => {
    expect(core.filter(([, text]) => pattern.test(text)).map(([path]) => path)).toEqual([]);
  });
});

describe("bot", () => {
  test("only bot/github knows Octokit, and only entries and handlers know Probot", () => {
    const wrong = imports
      .filter(({ from }) => from.startsWith("bot/"))
      .filter(
        ({ from, to }) =>
          (to.startsWith("@octokit/") &&
            to !== "@octokit/webhooks-methods" &&
            !from.startsWith("bot/github/")) ||
          (to === "probot" && !/^bot\/(?:github\/|handlers\/|app\.ts|create-bot\.ts|action\.ts)/.test(from)),
      );
    expect(wrong).toEqual([]);
  });
});

test("nothing left over: no markers of unfinished work, no skipped or exclusive tests", () => {
  const tests = globSync("test/**/*.ts").map((path) => [path, readFileSync(path, "utf8")] as const);
  const marker = new RegExp(
    `\\b(?:${["TO", "FIX", "XX"].map((part, index) => part + ["DO", "ME", "X"][index]).join("|")})\\b`,
  );
  expect([...textOf].filter(([, text]) => marker.test(text)).map(([path]) => path)).toEqual([]);
  expect(
    tests
      .filter(([, text]) => /\b(?:it|test|describe)\.(?:skip|todo|only)\b/.test(text))
      .map(([path]) => path),
  ).toEqual([]);
});
