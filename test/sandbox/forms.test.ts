import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IssueForm } from "../../sandbox/forms/issue-form.ts";
import { parseIssueForm } from "../../sandbox/forms/parse-issue-form.ts";
import { renderIssueBody } from "../../sandbox/forms/render-issue-body.ts";
import { start, type TestSandbox } from "./start.ts";

const cases = join(import.meta.dirname, "cases", "forms");
const template = await readFile(join(cases, "blog-post.yml"), "utf8");
const address = "/acme/handbook/issues/new";

async function startWithForm(): Promise<TestSandbox> {
  const sandbox = await start();
  sandbox.files.set(".github/ISSUE_TEMPLATE/start-blog-post.yml", template);
  sandbox.files.set(".github/ISSUE_TEMPLATE/config.yml", "blank_issues_enabled: false\n");
  return sandbox;
}

const submit = (sandbox: TestSandbox, fields: readonly (readonly [string, string])[], actor = "demo-ines") =>
  fetch(`${sandbox.url}${address}`, {
    method: "POST",
    body: new URLSearchParams([
      ["template", "start-blog-post.yml"],
      ...fields.map(([key, value]) => [key, value]),
    ]),
    headers: { cookie: `sandbox_actor=${actor}` },
    redirect: "manual",
  });

const complete = [
  ["title", "Blog post: Spring"],
  ["answer-anchor", "2026-04-01"],
  ["answer-channel", "Both"],
  ["answer-ready", "I talked to the SEO strategist"],
] as const;

describe("the body of a submitted form is GitHub's, to the letter", () => {
  const submissions: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ["least", complete],
    [
      "most",
      [
        ...complete,
        ["answer-topic", "First line\r\n\r\n### Not a heading of the form\r\nLast line"],
        ["answer-notes", "$ npm start\r\nready"],
        ["answer-languages", "en"],
        ["answer-languages", "de"],
        ["answer-budget", "large"],
        ["answer-ready", "IT knows about it"],
      ],
    ],
    [
      "hostile",
      [
        ...complete,
        ["answer-topic", "<script>alert(1)</script> @demo-tom #1"],
        ["answer-budget", "no option"],
        ["answer-unknown", "x"],
      ],
    ],
  ];
  test.each(submissions)("%s", async (name, fields) => {
    const sandbox = await startWithForm();
    const response = await submit(sandbox, fields);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/acme/handbook/issues/1"]);
    await expect(sandbox.state.issues.get(1)?.body).toMatchFileSnapshot(join(cases, `${name}.md`));
  });
});

test("the template gives title, existing labels, assignable people and type, whoever opens it", async () => {
  const sandbox = await startWithForm();
  await submit(sandbox, complete, "vera");
  const issue = sandbox.state.issues.get(1);
  expect(issue?.author.login).toBe("vera");
  expect(issue?.title).toBe("Blog post: Spring");
  expect(issue?.labels.map(({ name }) => name)).toEqual(["documentation"]);
  expect(issue?.assignees.map(({ login }) => login)).toEqual(["demo-ines"]);
  expect(issue?.type?.name).toBe("Task");
});

test("nothing is made while something is missing, and what was written stays", async () => {
  const sandbox = await startWithForm();
  const response = await submit(sandbox, [
    ["title", "Mine"],
    ["answer-topic", "Keep <me>"],
    ["answer-anchor", "  "],
  ]);
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(sandbox.state.issues.size).toBe(0);
  for (const text of [
    "Fill in this field.",
    "Choose an option.",
    "Tick: I talked to the SEO strategist",
    "Keep &lt;me&gt;",
    'value="Mine"',
  ])
    expect(page).toContain(text);
});

describe("prefilling", () => {
  const page = async (query: string, actor = "demo-ines") => {
    const sandbox = await startWithForm();
    const response = await fetch(`${sandbox.url}${address}?template=start-blog-post.yml${query}`, {
      headers: { cookie: `sandbox_actor=${actor}` },
    });
    return { status: response.status, text: await response.text() };
  };
  test("texts come from the address, by id", async () => {
    const { text } = await page("&anchor=2026-05-05&topic=%3Cb%3E&title=From%20the%20link");
    expect(text).toContain('value="2026-05-05"');
    expect(text).toContain("&lt;b&gt;</textarea>");
    expect(text).toContain('value="From the link"');
  });
  test("without them the form's own values stand, and dropdowns keep their default", async () => {
    const { text } = await page("&channel=Blog");
    expect(text).toContain("A topic</textarea>");
    expect(text).toContain('value="Blog post: "');
    expect(text).toMatch(/<option selected>Newsletter/);
  });
  test.each([
    ["demo-lea", 200],
    ["demo-max", 404],
    ["vera", 404],
  ])("labels in the address: %s sees %s", async (actor, status) => {
    expect((await page("&labels=bug", actor)).status).toBe(status);
  });
  test("an address that is too long is refused", async () => {
    expect((await page(`&topic=${"x".repeat(9_000)}`)).status).toBe(414);
  });
});

test("the list of forms shows what GitHub would show, and says what is wrong with the rest", async () => {
  const sandbox = await startWithForm();
  sandbox.files.set(".github/ISSUE_TEMPLATE/broken.yml", "name: <b>\n");
  const text = await (await fetch(`${sandbox.url}${address}/choose`)).text();
  expect(text).toContain("Start: Publish a blog post");
  expect(text).toContain("broken.yml lacks the key description");
  expect(text).not.toContain("config.yml");
});

const valid = "name: N\ndescription: D\nbody:\n";
const problems: readonly (readonly [string, string, string])[] = [
  ["no YAML", "a: [", "is not valid YAML"],
  [
    "a bomb of aliases",
    `a: &a [1]\nb: [*a, *a]\n${valid}  - type: input\n    attributes: {label: L}`,
    "is not valid YAML",
  ],
  ["no body", "name: N\ndescription: D\n", "lacks the key body"],
  ["a body that is no list", `${valid}  a: 1`, "body should be a list"],
  ["an unknown type", `${valid}  - type: date\n    attributes: {label: L}`, 'has the type "date"'],
  ["no label", `${valid}  - type: input\n    attributes: {description: x}`, "needs a label"],
  ["nothing to ask", `${valid}  - type: markdown\n    attributes: {value: x}`, "asks something"],
  [
    "one id twice",
    `${valid}  - {type: input, id: a, attributes: {label: L}}\n  - {type: input, id: a, attributes: {label: M}}`,
    'the id "a" is used twice',
  ],
  [
    "one label twice",
    `${valid}  - {type: input, id: a, attributes: {label: L}}\n  - {type: input, id: b, attributes: {label: L}}`,
    'the label "L" is used twice',
  ],
  ["an odd id", `${valid}  - {type: input, id: 'a b"', attributes: {label: L}}`, "letters, digits, hyphens"],
];
test.each(problems)("a template with %s is told apart", (_name, source, message) => {
  expect(parseIssueForm("x.yml", source)).toEqual(expect.stringContaining(message));
});

test("a body holds each label once, in order, whatever is answered", () => {
  const word = fc.stringMatching(/^[A-Za-z ]{1,20}$/).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
      fc.array(fc.string(), { maxLength: 6 }),
      (labels, given) => {
        const body: IssueForm["body"] = labels.map((label, at) => ({
          kind: "textarea",
          id: `q${at}`,
          label,
          description: "",
          required: false,
          placeholder: "",
          value: "",
          render: null,
        }));
        const answers = new Map(
          labels.map((_label, at) => [`q${at}`, [`answer ${(given[at] ?? "").replaceAll("#", "")}`]]),
        );
        const lines = renderIssueBody({ body }, answers).split("\n");
        expect(lines.filter((line) => line.startsWith("### "))).toEqual(
          labels.map((label) => `### ${label}`),
        );
      },
    ),
  );
});
