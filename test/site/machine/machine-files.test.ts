import { fromHtml } from "hast-util-from-html";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { machineFiles } from "../../../site/machine/machine-files.ts";
import { pageMarkdown } from "../../../site/machine/page-markdown.ts";
import { processDocument } from "../../../site/search/process-document.ts";
import { shippedFiles } from "../../builders.ts";
import { hostileTitle, showcaseHandbook } from "../showcase-handbook.ts";
import { siteOf } from "../site-of.ts";

const commit = {
  revision: "0123456789abcdef0123456789abcdef01234567",
  author: "Someone & Co <x>",
  committedAt: "2026-11-20T10:00:00+01:00",
  subject: "Mend </title><script>alert(1)</script>",
  blob: "",
  meaning: ["New in <the> tools: “A & B”."],
};
const site = siteOf(showcaseHandbook(), {
  environment: { HANDRAIL_SITE: "https://handbook.example" },
  history: [commit],
});
const files = new Map(
  [...machineFiles(site)].flatMap(({ files }) => [...files()]).map(({ path, text }) => [path, text]),
);

test("every process has its files", () => {
  for (const id of site.processes.keys())
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(
        ["plan.json", "plan.csv", "plan.ics", "flow.mmd", "index.md"].map(
          (name) => `processes/${id}/${name}`,
        ),
      ),
    );
});

test("without an address of its own a site has no feed, whose links would lead nowhere", () => {
  const paths = [...machineFiles(siteOf(shippedFiles()))].flatMap((file) => file.paths);
  expect(paths).toContain("llms.txt");
  expect(paths).not.toContain("changes.xml");
});

describe("a title that wants to run", () => {
  test("stays a title in the search index", () => {
    const subject = site.processes.get("hostile");
    if (!subject) throw new Error("The hostile process is missing.");
    const tree = JSON.stringify(fromHtml(processDocument(subject, site).html()));
    expect(tree).not.toMatch(/"tagName":"(?:script|img)"/);
    expect(tree).toContain(JSON.stringify(hostileTitle).slice(1, -1));
  });

  test("stays text in the feed, which is sound XML", () => {
    const feed = new JSDOM(files.get("changes.xml"), { contentType: "text/xml" }).window.document;
    expect(feed.querySelector("parsererror")).toBeNull();
    const titles = [...feed.querySelectorAll("item > title")].map((title) => title.textContent);
    expect(titles).toContain(`${hostileTitle}: ${commit.subject}`);
    expect(feed.querySelector("item > description")?.textContent).toBe(commit.meaning.join(" "));
    expect(feed.querySelector("item > link")?.textContent).toMatch(
      /^https:\/\/handbook\.example\/processes\//,
    );
  });

  test("stays text in JSON", () => {
    const list = JSON.parse(files.get("processes.json") ?? "") as { processes: { title: string }[] };
    expect(list.processes.map(({ title }) => title)).toContain(hostileTitle);
  });

  test("cannot end an event of the calendar", () => {
    const lines = (files.get("processes/hostile/plan.ics") ?? "").split("\r\n");
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test("makes no HTML in Markdown", () => {
    expect(files.get("processes/hostile/index.md")).toContain("# \\</script>");
    expect(files.get("llms.txt")).not.toMatch(/(?<!\\)<\/?script/);
  });
});

test("a process as Markdown tells all that its page tells of dates, people and things", async () => {
  await expect(files.get("processes/fair/index.md")).toMatchFileSnapshot("../cases/fair.md");
});

test("a built page becomes Markdown", () => {
  const html = `<html><body><nav>menu</nav><main><h1>Tools</h1><p>See <a href="/x/">the  page</a>.</p>
    <ul><li>One</li><li><code>two</code></li></ul><table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>*3*</td></tr></table>
    <pre><code>a: 1</code></pre><svg><text>no</text></svg><footer>no</footer></main></body></html>`;
  expect(pageMarkdown(html)).toBe(
    "# Tools\n\nSee [the page](/x/).\n\n- One\n- `two`\n\n| A | B |\n| --- | --- |\n| 1\\|2 | \\*3\\* |\n\n```\na: 1\n```\n",
  );
});

test.each([
  ["in an attribute", '<head><meta content="a <main> thing"></head><body>', "</body>"],
  ["in a comment", "<!-- <main> --><body>", "</body>"],
  [
    "in a script",
    '<script>const a = "<main>";</script><style>/* <main> */</style>',
    "<script>'</main>'</script>",
  ],
  ["in an attribute behind it", "<body>", '<a title="</main>">x</a></body>'],
  ["as another element", "<maintenance>no</maintenance>", ""],
])("words that look like the main part %s are none", (_, before, after) => {
  expect(pageMarkdown(`<!doctype html><html>${before}<main id="a"><p>This.</p></main>${after}</html>`)).toBe(
    "This.\n",
  );
});

test("a page without a main part has no text", () => {
  expect(pageMarkdown("<!doctype html><p>Moved.</p>")).toBe("");
});
