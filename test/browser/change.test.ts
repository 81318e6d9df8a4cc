import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type StartedHandrail, startHandrail } from "../../scripts/start-handrail.ts";
import { keepPicture, openBrowser, openPage } from "./open-browser.ts";

const handbook = {
  "handbook.yml": `title: Marketing handbook
timeZone: Europe/Zurich
repository: acme/handbook
changes: { drafts: true, ownerApproval: true, readAgain: true }
areas: { content: Content }
`,
  "roles.yml": `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena] }
lead: { title: Marketing lead, people: [demo-sofia] }
`,
  "content/article.mdx": `---
title: Write an article
summary: From an idea to an article.
outcome: The article is live.
trigger: The plan has a slot.
owner: editor
anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -5bd }
  - { id: approve, title: Approve the draft, kind: approval, approvers: [editor, lead], approves: draft, due: -2bd }
  - { id: live, title: Publish it, role: author, due: 0d }
---
## Write the draft

Write it.

## Approve the draft

Read it.

## Publish it

Press the button.
`,
};

let handrail: StartedHandrail;
let browser: Browser;
let folder: string;
const workFolder = resolve(`.cache/change-test-${process.pid}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "handrail-change-"));
  await mkdir(join(folder, "processes/content"), { recursive: true });
  for (const [path, text] of Object.entries(handbook)) await writeFile(join(folder, "processes", path), text);
  commit("Begin the handbook");
  handrail = await startHandrail({
    port: 0,
    handbookFolder: join(folder, "processes"),
    workFolder,
    now: "2026-11-02T09:00:00Z",
    onProblem: (message) => {
      throw new Error(message);
    },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await handrail?.close();
  for (const made of [folder, workFolder]) await rm(made, { recursive: true, force: true });
});

/** Commits the handbook as it stands on disk. */
function commit(subject: string): void {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ines", "-c", "user.email=ines@example.org", ...args], {
      cwd: folder,
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", subject);
}

/** A browser in which somebody works; nobody in it types YAML, or knows of git. */
async function at(login: string) {
  const { page, errors, strangers } = await openPage(browser, handrail.url);
  await page.context().addCookies([{ name: "sandbox_actor", value: login, url: handrail.url }]);
  return {
    page,
    /** What an address of the local GitHub shows once the bot has done its part. */
    async see(path: string): Promise<string> {
      await handrail.world.sandbox.idle();
      await page.goto(`${handrail.url}/github/acme/handbook/${path}`);
      return page.locator("main").innerText();
    },
    async say(issue: string, words: string): Promise<string> {
      await page.goto(`${handrail.url}/github/acme/handbook/issues/${issue}`);
      await page.getByRole("textbox", { name: /comment/i }).fill(words);
      await page.getByRole("button", { name: "Comment", exact: true }).click();
      await page.waitForLoadState();
      return this.see(`issues/${issue}`);
    },
    wentWell: () => expect([errors, strangers]).toEqual([[], []]),
  };
}
const numberIn = (page: Page) => page.url().split("/").at(-1) ?? "";

test("a date is changed without git: from the step on its page to the sentence in its history", async () => {
  const jonas = await at("demo-jonas");
  const sofia = await at("demo-sofia");
  const lena = await at("demo-lena");
  const processPage = `${handrail.url}/processes/article/`;

  // A run is under way.
  await jonas.page.goto(processPage);
  await jonas.page.locator('input[name="anchor-date"]').first().fill("2026-12-18");
  await jonas.page.getByRole("button", { name: "Start this process" }).first().click();
  await jonas.page.getByRole("button", { name: /Submit|Create/ }).click();
  await jonas.page.waitForURL(/\/issues\/\d+$/);
  const run = numberIn(jonas.page);
  expect(await jonas.see(`issues/${run}`)).toContain("0 of 3 steps done");

  // The step is wrong: the form knows which one is meant.
  const { page } = sofia;
  await page.goto(processPage);
  await page.getByRole("link", { name: "This step is wrong" }).first().click();
  await page.waitForURL(/\/issues\/new\?/);
  expect(await page.getByLabel("Which process?").inputValue()).toBe("Write an article");
  expect(await page.getByLabel("Which step?").inputValue()).toBe("Write the draft");
  await page.getByLabel("What should change?").selectOption("When a step is due");
  await page.getByLabel("What should it be instead?").fill("8 business days before");
  await page.getByLabel("Why?").fill("The translator needs three days.");
  await keepPicture(page, "change-1-form");
  await page.getByRole("button", { name: "Create" }).click();
  await page.waitForURL(/\/issues\/\d+$/);
  const proposal = numberIn(page);
  const answer = await sofia.see(`issues/${proposal}`);
  const pull = /#(\d+)/.exec(answer.slice(answer.indexOf("handrail")))?.[1] ?? "";
  await keepPicture(page, "change-2-answer");

  // Check and comment say what it means, and who has to agree.
  const proposed = await sofia.see(`pull/${pull}`);
  await keepPicture(page, "change-3-pull-request");
  expect(proposed).toContain("Waiting for Editor (demo-lena)");
  expect(proposed).toContain("“Write the draft” is due 3 business days earlier");
  expect(proposed).toContain(`#${run} could follow the new text`);

  // The owner approves and merges.
  await lena.see(`pull/${pull}`);
  await lena.page.getByRole("button", { name: "Approve", exact: true }).click();
  await lena.page.waitForLoadState();
  const approved = await lena.see(`pull/${pull}`);
  expect(approved).not.toContain("Waiting for Editor");
  expect(approved).toContain("No problems");
  expect(approved).toContain("Agreed to");
  await lena.page.getByRole("button", { name: "Merge pull request" }).click();
  await lena.page.waitForLoadState();
  expect(await lena.see(`pull/${pull}`)).toContain("Merged by");
  expect(await sofia.see(`issues/${proposal}`)).toContain("closed this");

  // The run keeps its text until somebody moves it.
  expect(await jonas.see(`issues/${run}`)).toContain("This run keeps the text it began with");
  expect(await jonas.say(run, "/upgrade")).toContain("Tue 8 Dec 2026, was Fri 11 Dec");
  expect(await jonas.say(run, "/go")).toContain("has moved this run to");
  expect(await jonas.see(`issues/${Number(run) + 1}`)).toContain("Due Tuesday 8 December 2026");

  // Whoever has other work now reads what is new, and says so with one tick; not Sofia, who proposed it, nor Lena, who agreed.
  await jonas.see("issues");
  const asked = await jonas.page.getByRole("link", { name: /^Please read/ }).all();
  expect(asked).toHaveLength(1);
  await asked[0]?.click();
  await jonas.page.waitForURL(/\/issues\/\d+$/);
  const reading = numberIn(jonas.page);
  await keepPicture(jonas.page, "change-4-reading");
  await jonas.page.getByRole("checkbox", { name: "I have read it" }).click();
  await jonas.page.waitForLoadState();
  expect(await jonas.see(`issues/${reading}`)).toContain("closed this as completed");

  // The history of the page tells it in a sentence, also once it is committed.
  const history = sofia.page.locator("section:has(#_history)");
  await sofia.page.goto(processPage);
  await expect.poll(() => history.innerText()).toContain("Changed in the folder, and not committed yet");
  expect(await history.innerText()).toContain("“Write the draft” is due 3 business days earlier");
  await keepPicture(sofia.page, "change-5-history");
  commit("Give the translator time");
  // The pages follow files that are saved.
  await writeFile(join(folder, "processes/roles.yml"), handbook["roles.yml"]);
  await expect
    .poll(async () => {
      await sofia.page.reload();
      return history.innerText();
    })
    .not.toContain("not committed yet");
  expect(await history.innerText()).toMatch(
    /Give the translator time\s+Ines, revision \w+\s+Three business days longer.*\s+“Write the draft” is due 3 business days earlier/,
  );
  for (const person of [jonas, sofia, lena]) person.wentWell();
});
