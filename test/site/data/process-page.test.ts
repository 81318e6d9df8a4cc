import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { type ProcessPage, processPage } from "../../../site/data/process-page.ts";
import type { Site } from "../../../site/data/site.ts";
import { shippedFiles } from "../../builders.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";
import { siteOf } from "../site-of.ts";

const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
const shipped = siteOf(shippedFiles());
const showcase = siteOf(showcaseHandbook());

function pageOf(site: Site, id: string): ProcessPage {
  const subject = site.processes.get(id);
  if (!subject) throw new Error(`There is no process ${id}.`);
  return processPage(subject, site);
}

const texts = (links: readonly { readonly text: string }[]) => links.map(({ text }) => text);

describe("the five questions", () => {
  const { questions } = pageOf(shipped, "publish-blog-post");

  test("whom to inform", () => expect(texts(questions.inform)).toEqual(["Marketing lead", "Data analyst"]));
  test("who takes part", () => expect(texts(questions.takePart)).toContain("Designer"));
  test("whose input", () =>
    expect(texts(questions.bringInput)).toEqual([
      "Marketing lead",
      "Data analyst",
      "E-mail marketer",
      "Web developer",
    ]));
  test("another department", () =>
    expect(questions.departments.map(({ name, roles }) => [name, texts(roles)])).toEqual([
      ["IT", ["Web developer"]],
    ]));
  test("how long last time, before the first run", () =>
    expect(questions.lastTime).toBe("Not run yet. The plan takes 22 business days."));
  test("how long last time, after a run", () => {
    const page = pageOf(siteOf(shippedFiles(), { runs }), "publish-blog-post");
    expect(page.questions.lastTime).toBe("24 business days, 23 planned; 4 steps late");
    expect(page.runs.map(({ outcome, late }) => [outcome, late.n])).toEqual([
      ["running", 1],
      ["completed", 4],
    ]);
  });
});

describe("the start form", () => {
  test("asks GitHub for the form of the process, with the earliest date that works", () => {
    expect(pageOf(shipped, "publish-blog-post").start).toEqual({
      action: "https://github.com/acme/handbook/issues/new",
      template: "start-publish-blog-post.yml",
      anchor: "Publish date",
      date: "2026-12-23",
    });
  });
  test("asks whatever stands in for GitHub", () => {
    const site = siteOf(shippedFiles(), {
      environment: { HANDRAIL_GITHUB_URL: "/github/", HANDRAIL_REPOSITORY: "a/b" },
    });
    expect(pageOf(site, "publish-blog-post").start.action).toBe("/github/a/b/issues/new");
  });
});

describe("the form of a proposal", () => {
  const filledIn = (files: ReadonlyMap<string, string>) =>
    Object.fromEntries(new URL(pageOf(siteOf(files), "publish-blog-post").propose ?? "").searchParams);
  test("is filled in with what people call the process", () => {
    expect(filledIn(shippedFiles())).toEqual({
      template: "propose-a-change.yml",
      title: "Change: Publish a blog post",
      process: "Publish a blog post",
    });
  });
  test("names a process by its id where another one is called the same", () => {
    const newsletter = shippedFiles().get("content/send-newsletter.mdx") ?? "";
    const twin = newsletter.replace(/^title: .*$/m, "title: Publish a Blog Post");
    const files = new Map(shippedFiles()).set("content/send-newsletter.mdx", twin);
    expect(filledIn(files)).toMatchObject({ process: "publish-blog-post" });
  });
});

describe("a step", () => {
  const { steps } = pageOf(showcase, "fair");
  const step = (id: string) => steps.find((each) => each.id === id);

  test("of an approval names its approvers and what is judged", () => {
    expect(step("approve")).toMatchObject({
      kindName: "Approval",
      doersLabel: "Approved by all of",
      judges: { text: "Write the brief", href: "#brief" },
      respond: "8 hours",
    });
  });
  test("of a branch says when it is needed", () => {
    expect(step("build")?.conditions).toEqual(["“Build the booth or rent it?” is build"]);
    expect(step("board")?.conditions).toEqual(["“Budget” is at least 10000"]);
  });
  test("of another process links to it", () => {
    expect(step("article")?.child).toEqual({ text: "Write it up", href: "/processes/write-up/" });
  });
  test.each([
    ["the same words", "The text", "The text", "Second"],
    ["other capitals", "The text", "the text", "Second"],
    ["the beginning of what is left", "The text, proofread", "The text", "Second"],
    ["more than what is left", "The text", "The text (in English)", "Second"],
    ["the beginning of another word", "The textile", "The text", undefined],
    ["something else", "The text", "The picture", undefined],
  ])("is told who waits for what it leaves: by %s", (_how, output, input, taker) => {
    const site = siteOf(
      exampleHandbook({
        process: `title: One
summary: S.
outcome: O.
trigger: T.
owner: author
steps:
  - { id: first, title: First, role: author, output: [${JSON.stringify(output)}] }
  - { id: second, title: Second, role: author, input: [{ what: ${JSON.stringify(input)}, from: first }] }`,
      }),
    );
    const [id = ""] = site.processes.keys();
    expect(pageOf(site, id).steps[0]?.leaves).toMatchObject([{ other: taker && { text: taker } }]);
  });
  test("knows what it waits for and what waits for it", () => {
    expect(texts(step("decide")?.releases ?? [])).toEqual([
      "Build the booth",
      "Rent a booth",
      "Write the texts of the booth",
      "Announce it",
      "Publish the article",
    ]);
    expect(texts(step("ready")?.waitsFor ?? [])).toHaveLength(4);
  });
});

test("parents and children are related", () => {
  expect(texts(pageOf(showcase, "fair").related.children)).toEqual(["Write it up"]);
  expect(texts(pageOf(showcase, "write-up").related.parents)).toEqual(["Go to a trade fair"]);
});

test("the questions of the planner are those that conditions ask", () => {
  expect(pageOf(showcase, "fair").planQuestions).toEqual([
    { id: "budget", label: "Budget", options: [], type: "number", isField: true },
    {
      id: "decide",
      label: "Build the booth or rent it?",
      options: ["build", "rent"],
      type: "text",
      isField: false,
    },
  ]);
});

test("the table of dates holds the steps of child processes too", () => {
  const { dates } = pageOf(showcase, "fair");
  expect(dates.rows.filter(({ href }) => href === undefined).map(({ task }) => task)).toEqual([
    "article/draft",
    "article/publish",
  ]);
  expect(dates.rows.every(({ bar }) => bar.x >= 0 && bar.x + bar.width <= 100.1)).toBe(true);
});

test("the axis counts days from the anchor date, and what a step starts stands below it", () => {
  const { dates } = pageOf(siteOf(shippedFiles()), "publish-blog-post");
  expect(dates.ticks.map(({ text }) => text)).toEqual(["−30", "−20", "−10", "0"]);
  expect(dates.ticks.filter(({ isAnchor }) => isAnchor).map(({ text }) => text)).toEqual(["0"]);
  const tasks = pageOf(showcase, "fair").dates.rows.map(({ task }) => task);
  expect(tasks.slice(tasks.indexOf("article"))).toEqual(
    expect.arrayContaining(["article", "article/draft", "article/publish"]),
  );
  expect(tasks.indexOf("article/draft")).toBe(tasks.indexOf("article") + 1);
});

test("links follow the base path", () => {
  const site = siteOf(shippedFiles(), { environment: { HANDRAIL_BASE: "team/handbook" } });
  expect(pageOf(site, "publish-blog-post").owner.href).toBe("/team/handbook/roles/content-strategist/");
});
