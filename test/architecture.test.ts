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

/** A text without its comments and without what stands in quotes. */
const codeOf = (path: string): string =>
  (textOf.get(path) ?? "")
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
    .replace(/(from )?"(?:\\.|[^"\\\n])*"/g, (quoted, from) => (from ? quoted : '""'))
    .replace(/`[^`$]*(?=`|\$\{)|\}[^`{}]*`/g, "");

/** A record of a run, a list of them, or what measures one. */
const touchesRecords =
  /\b(?:RunRecord|TaskRecord|RunTask|measureRun|figuresOfRuns|openTasksOf|openWorkOf|awaitedPeople)\b|\bsite\.runs\b(?!\.length === 0)|\bruns\b[^;\n]*\} = (?:site|data)\b|\bruns\b[^;\n]*\}: Site\b/;

/** What counts, adds up, measures or compares dates in a text of code; an order of lines is no figure. */
function countsIn(code: string): string[] {
  const withoutOrders = code.replace(/\.(?:sort|toSorted)\(.*$/gm, "");
  const counting = [
    /\.reduce\(/g,
    /\bMath\.\w+/g,
    /\.length\b(?! (?:===|!==|>) 0)/g,
    /\.size\b(?! (?:===|!==|>) 0)/g,
    /\+\+|--|[-+*/%]=/g,
    /[\w)\]] [-+*/%] [\w(]/g,
    /\b\w*(?:Date|today|At)\b [<>]=? |[<>]=? \b(?:\w+\.)*\w*(?:Date|today|At)\b/g,
    /\b(?:toEpochDay|addCalendarDays|weekdayOf|businessDaysBetween|addBusinessDays|parse)\(/g,
    /\b(?:baselineDueDate|agreedDueDate|readyAt|endedAt|reopenCount|dependsOn)\b/g,
  ];
  return counting.flatMap((pattern) => [...withoutOrders.matchAll(pattern)].map(([found]) => found));
}

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

  describe("only core counts what records of runs hold: pages show figures", () => {
    test.each([
      ["a sum", "const late = runs.reduce((sum, run) => sum + run.late, 0);"],
      ["a count", "return { late: tasks.filter(isLate).length };"],
      ["a count of a set", "new Set(tasks).size"],
      ["a counter", "for (const task of tasks) if (task.isLate) late += 1;"],
      ["a counter in short", "for (const task of tasks) late++;"],
      ["a difference", "const slip = Date.parse(task.endedAt) - Date.parse(task.dueDate);"],
      ["a share", "part.n / whole.n"],
      ["a comparison of dates", "const isLate = task.dueDate < site.today;"],
      ["a day counted on", "addCalendarDays(task.dueDate, 1)"],
      ["business days", "calendar.businessDaysBetween(from, to)"],
      ["a rounded value", "Math.max(...waits)"],
      ["a look at what only core understands", "run.tasks.filter(({ agreedDueDate }) => agreedDueDate)"],
    ])("%s would be seen", (_what, line) => {
      expect(countsIn(line)).not.toEqual([]);
    });

    test.each([
      ["an order", "lines.toSorted((a, b) => b.late.n - a.late.n)"],
      ["whether there is any", "tasks.length > 0 ? tasks : []"],
      ["a part of a list", "lines.slice(0, most)"],
      ["a range in words", "words.week(dayAndMonth(monday), dayAndMonth(sunday))"],
      ["a figure", "late.n"],
    ])("%s is no figure", (_what, line) => {
      expect(countsIn(line)).toEqual([]);
    });

    const site = sources.filter((path) => path.startsWith("site/"));
    const withRecords = site.filter((path) => touchesRecords.test(codeOf(path)));

    test("records are touched where they are read and where a page's data is made, nowhere else", () => {
      const wrong = withRecords
        .filter((path) => !/^site\/(?:data|content|live)\//.test(path))
        .map((path) => `${path} touches records of runs: pages get figures from site/data`);
      expect(wrong).toEqual([]);
      expect(withRecords.length).toBeGreaterThan(8);
    });

    test("whoever touches them does not count", () => {
      const wrong = withRecords
        .flatMap((path) => countsIn(codeOf(path)).map((found) => `${path}: ${found}`))
        .map(
          (found) => `${found} counts: a figure belongs to core/metrics, so that every page shows the same`,
        );
      expect(wrong).toEqual([]);
    });

    test("a figure on a page says beside it what it counts", () => {
      const wrong = site
        .filter((path) => path.endsWith(".astro"))
        .flatMap((path) =>
          (textOf.get(path) ?? "")
            .split("\n")
            .filter(
              (line) => /<(?:td|dd|div|span|p)\b[^\n]*\.(?:n|value)\b/.test(line) && !line.includes(".note"),
            )
            .map((line) => `${path} shows a figure without its note: ${line.trim()}`),
        );
      expect(wrong).toEqual([]);
    });
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
