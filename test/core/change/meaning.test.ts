import { describe, expect, test } from "vitest";
import { handbookMeaning, meaningAsMarkdown, roomForMeaning } from "../../../core/change/index.ts";
import type { HandbookFiles } from "../../../core/definition/index.ts";
import { openHandbook } from "../../../core/handbook/index.ts";
import { date } from "../../builders.ts";

const today = date("2026-11-02");

const settings = `title: Handbook
timeZone: Europe/Zurich
calendar: { closed: [2026-12-24..2027-01-02] }
`;
const roles = `author: { title: Author, people: [demo-jonas], deputies: [demo-ben] }
editor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }
lead: { title: Marketing lead, people: [demo-sofia], deputies: [demo-lena] }
designer: { title: Designer, people: [demo-mira], deputies: [demo-ben] }
`;
const post = `---
title: Publish a post
summary: From an idea to an article.
outcome: The article is live.
trigger: The plan has a slot.
owner: editor
anchor: Publish date
ask:
  - { id: channel, label: Channel, type: choice, options: [Blog, Press] }
steps:
  - id: idea
    title: Settle the idea
    role: editor
    due: -20bd
    effort: 2h
    output: [A brief]
  - id: draft
    title: Write the draft
    role: author
    due: -10bd
    duration: 5bd
    effort: 8h
    input: [{ what: A brief, from: idea }]
    output: [A draft]
  - id: approve
    title: Approve the draft
    kind: approval
    approvers: [editor, lead]
    approves: draft
    due: -5bd
  - id: images
    title: Make the images
    role: designer
    after: draft
    due: -4bd
    output: [Three images]
  - id: live
    title: Publish it
    role: author
    after: [approve, images]
    due: 0d
    input: [{ what: Three images, from: images }]
---

Why we write.

## Settle the idea

Write half a page.

- [ ] Who is it for?

## Write the draft

Write it for one reader.

## Make the images

Three are enough.

## Publish it

Click every link.
`;
const film = `---
title: Edit a film
summary: From takes to a film.
outcome: The film is cut.
trigger: The takes are there.
owner: editor
anchor: Show date
steps:
  - { id: cut, title: Cut the film, role: designer, due: -3bd }
  - { id: write, title: Announce it, kind: process, process: publish-post, role: editor, due: 0d }
---

## Cut the film

Short is good.

## Announce it

Tell everybody.
`;

const files: HandbookFiles = new Map([
  ["handbook.yml", settings],
  ["roles.yml", roles],
  ["content/publish-post.mdx", post],
  ["film/edit-film.mdx", film],
]);

type Edit = (all: Map<string, string>) => void;

/** Replaces texts in a file; fails the test when one is not there. */
const edit =
  (path: string, ...replacements: readonly (readonly [string, string])[]): Edit =>
  (all) => {
    for (const [from, to] of replacements) {
      const text = all.get(path) ?? "";
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      all.set(path, text.replace(from, to));
    }
  };
const inPost = (...replacements: readonly (readonly [string, string])[]) =>
  edit("content/publish-post.mdx", ...replacements);

function meaningOf(change: Edit, base: HandbookFiles = files) {
  const changed = new Map(base);
  change(changed);
  const [before, after] = [openHandbook(base), openHandbook(changed)];
  const meaning = handbookMeaning(before, after, today);
  const markdown = meaningAsMarkdown(meaning, { before: before.handbook, after: after.handbook });
  return { meaning, markdown };
}

const cases: readonly (readonly [string, Edit])[] = [
  ["nothing-changed", () => undefined],
  [
    "keys-reordered",
    inPost([
      "    role: editor\n    due: -20bd\n    effort: 2h\n",
      "    effort: 2h\n    due: -20bd\n    role: editor\n",
    ]),
  ],
  ["spelling", inPost(["Write half a page.", "Write half a page, not more."])],
  ["introduction", inPost(["Why we write.", "Why we write, and for whom."])],
  ["checklist", inPost(["- [ ] Who is it for?", "- [ ] Who is it for?\n- [ ] What should they do?"])],
  ["due-earlier", inPost(["due: -10bd", "due: -12bd"])],
  ["due-later-than-follower", inPost(["due: -5bd", "due: -1bd"])],
  ["due-past-predecessor", inPost(["due: -5bd", "due: -11bd"])],
  ["due-taken-out", inPost(["    due: -4bd\n", ""])],
  ["duration", inPost(["duration: 5bd", "duration: 8bd"])],
  ["effort", inPost(["effort: 8h", "effort: 12h"])],
  ["longer-as-a-whole", inPost(["due: -20bd", "due: -30bd"])],
  [
    "approval-removed",
    inPost(
      [post.slice(post.indexOf("  - id: approve"), post.indexOf("  - id: images")), ""],
      ["after: [approve, images]", "after: images"],
    ),
  ],
  ["approver-removed", inPost(["approvers: [editor, lead]", "approvers: [lead]"])],
  ["approver-replaced", inPost(["approvers: [editor, lead]", "approvers: [editor, designer]"])],
  [
    "any-of-the-approvers",
    inPost(["approvers: [editor, lead]", "approvers: [editor, lead]\n    policy: any"]),
  ],
  ["approval-optional", inPost(["    due: -5bd\n", "    due: -5bd\n    optional: true\n"])],
  ["approval-sometimes", inPost(["    due: -5bd\n", "    due: -5bd\n    when: { channel: Press }\n"])],
  [
    "approval-added",
    inPost([
      "  - id: images",
      "  - { id: legal, title: Check the law, kind: approval, approvers: lead, approves: draft, after: approve, due: -4bd }\n  - id: images",
    ]),
  ],
  ["judges-own-work", inPost(["role: author\n    due: -10bd", "role: editor\n    due: -10bd"])],
  ["step-handed-to-another-role", inPost(["role: designer", "role: author"])],
  ["step-handed-to-nobody-new", inPost(["role: designer", "role: [designer, author]"])],
  [
    "step-added",
    inPost([
      "  - id: images",
      "  - { id: sources, title: Check the sources, role: author, after: draft, due: -7bd, effort: 1h }\n  - id: images",
    ]),
  ],
  [
    "step-removed",
    inPost(
      [post.slice(post.indexOf("  - id: images"), post.indexOf("  - id: live")), ""],
      ["after: [approve, images]", "after: approve"],
      ["\n    input: [{ what: Three images, from: images }]", ""],
    ),
  ],
  [
    "step-renamed",
    inPost(
      ["title: Make the images", "title: Draw the images"],
      ["## Make the images", "## Draw the images"],
    ),
  ],
  [
    "step-with-another-id",
    inPost(
      ["id: images\n", "id: pictures\n"],
      ["after: [approve, images]", "after: [approve, pictures]"],
      ["from: images", "from: pictures"],
    ),
  ],
  [
    "step-with-another-id-and-title",
    inPost(
      ["id: images\n    title: Make the images", "id: pictures\n    title: Draw pictures"],
      ["## Make the images", "## Draw pictures"],
      ["after: [approve, images]", "after: [approve, pictures]"],
      ["from: images", "from: pictures"],
    ),
  ],
  ["steps-swapped", inPost(["    after: draft\n    due: -4bd", "    after: idea\n    due: -14bd"])],
  [
    "branch-added",
    inPost([
      "  - id: live",
      "  - { id: press, title: Tell the press, role: lead, after: approve, when: { channel: Press }, due: -1bd }\n  - id: live",
    ]),
  ],
  ["branch-narrowed", inPost(["    after: draft\n", "    after: draft\n    when: { channel: Blog }\n"])],
  ["input-lost", inPost(["output: [Three images]", "output: [Two images]"])],
  ["owner", inPost(["owner: editor", "owner: lead"])],
  ["anchor", inPost(["anchor: Publish date", "anchor: Launch day"])],
  ["repeats", inPost(["owner: editor", "owner: editor\nrepeats: FREQ=WEEKLY;BYDAY=MO"])],
  [
    "question",
    inPost([
      "  - { id: channel,",
      "  - { id: topic, label: Topic, type: text, required: true }\n  - { id: channel,",
    ]),
  ],
  [
    "question-with-a-role",
    inPost([
      "  - { id: channel,",
      "  - { id: writer, label: Writer, type: person, role: editor }\n  - { id: channel,",
    ]),
  ],
  ["optional", inPost(["output: [Three images]", "output: [Three images]\n    optional: true"])],
  ["informed", inPost(["output: [Three images]", "output: [Three images]\n    informed: lead"])],
  [
    "child-replaced",
    edit("film/edit-film.mdx", ["kind: process, process: publish-post, role: editor", "role: editor"]),
  ],
  [
    "file-renamed",
    (all) => {
      all.set("film/finish-film.mdx", all.get("film/edit-film.mdx") ?? "");
      all.delete("film/edit-film.mdx");
    },
  ],
  [
    "area-changed",
    (all) => {
      all.set("content/edit-film.mdx", all.get("film/edit-film.mdx") ?? "");
      all.delete("film/edit-film.mdx");
    },
  ],
  ["process-deleted", (all) => all.delete("film/edit-film.mdx")],
  [
    "process-added",
    (all) =>
      all.set(
        "film/show-film.mdx",
        film.replace("title: Edit a film", "title: Show a film").replaceAll("Cut the film", "Book the room"),
      ),
  ],
  ["broken-file", inPost(["owner: editor", "owner: nobody-at-all"])],
  [
    "hostile-words",
    inPost(
      ["title: Make the images", 'title: "</details><script>@demo-lena #1 **x** | `y`"'],
      ["## Make the images", "## Other"],
      ["Three are enough.", "Three are enough."],
    ),
  ],
  [
    "new-role-without-people",
    (all) => {
      edit("roles.yml", ["designer: {", "press: { title: Press office, people: [] }\ndesigner: {"])(all);
      inPost(["role: designer", "role: press"])(all);
    },
  ],
  [
    "role-split",
    (all) => {
      edit("roles.yml", [
        "designer: { title: Designer, people: [demo-mira]",
        "illustrator: { title: Illustrator, people: [demo-paul] }\ndesigner: { title: Designer, people: [demo-mira]",
      ])(all);
      inPost(["role: designer", "role: illustrator"])(all);
    },
  ],
  ["role-with-other-people", edit("roles.yml", ["people: [demo-mira]", "people: [demo-paul]"])],
];

describe("what a change means, as people read it", () => {
  test.each(cases)("%s", async (name, change) => {
    const { markdown } = meaningOf(change);
    await expect(markdown).toMatchFileSnapshot(`../../cases/changes/${name}.md`);
  });
});

test("an approval that goes with its process is said as loudly as any other", () => {
  const { markdown, meaning } = meaningOf((all) => void all.delete("content/publish-post.mdx"));
  expect(markdown).toMatch(
    /^> \[!CAUTION\]\n.*\n>\n> - \*\*Publish a post\*\*: the approval “Approve the draft” falls away/,
  );
  expect(markdown).toContain("- This process is gone.\n- No longer in it: demo-jonas, demo-lena");
  expect(meaning.weight).toBe("material");
});

describe("weight", () => {
  test.each([
    ["spelling", "wording"],
    ["checklist", "detail"],
    ["informed", "detail"],
    ["step-renamed", "detail"],
    ["due-earlier", "material"],
    ["approver-removed", "material"],
    ["owner", "material"],
    ["role-with-other-people", "material"],
  ] as const)("%s is %s", (name, weight) => {
    const change = cases.find(([known]) => known === name)?.[1] ?? (() => undefined);
    expect(meaningOf(change).meaning.weight).toBe(weight);
  });
});

test("what is checked less stands before everything else", () => {
  const { markdown } = meaningOf((all) => {
    cases.find(([name]) => name === "approval-removed")?.[1](all);
    edit("film/edit-film.mdx", ["role: designer, due: -3bd", "role: designer, due: -30bd"])(all);
  });
  expect(markdown.startsWith("> [!CAUTION]")).toBe(true);
  expect(markdown.indexOf("### Publish a post")).toBeLessThan(markdown.indexOf("### Edit a film"));
});

test("forty processes changed at once fit, all are named, and pictures go first", () => {
  const long = Array.from(
    { length: 30 },
    (_, index) =>
      `  - { id: extra-${index}, title: "A step that takes part number ${index} ${"of many ".repeat(6)}", role: author, due: ${index - 60}bd }`,
  ).join("\n");
  const many = new Map(files);
  for (let index = 0; index < 40; index += 1)
    many.set(
      `content/copy-${index}.mdx`,
      post
        .replace("title: Publish a post", `title: Post number ${index}`)
        .replace("steps:\n", `steps:\n${long}\n`),
    );
  const { markdown, meaning } = meaningOf((all) => {
    for (let index = 0; index < 40; index += 1)
      edit(
        `content/copy-${index}.mdx`,
        ["due: -10bd", "due: -12bd"],
        ["role: designer", "role: author"],
        [", role: author, due: -60bd", ", role: editor, due: -65bd"],
      )(all);
  }, many);
  expect(meaning.processes.length).toBe(40);
  expect(markdown.length).toBeLessThanOrEqual(roomForMeaning + 2);
  for (let index = 0; index < 40; index += 1) expect(markdown).toContain(`Post number ${index}`);
});

test("a thousand processes changed at once still fit, and the rest is counted", () => {
  const many = new Map(files);
  for (let index = 0; index < 1000; index += 1)
    many.set(
      `content/copy-${index}.mdx`,
      post.replace("title: Publish a post", `title: Post number ${index}`),
    );
  const { markdown } = meaningOf((all) => {
    for (let index = 0; index < 1000; index += 1)
      edit(`content/copy-${index}.mdx`, ["due: -10bd", "due: -12bd"])(all);
  }, many);
  expect(markdown.length).toBeLessThanOrEqual(roomForMeaning + 2);
  expect(markdown).toMatch(/\d+ more processes changed/);
});
