import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import type { Problem } from "../../../core/problem.ts";
import { checkHandbook } from "../../../core/rules/index.ts";

const post = "content/publish-post.mdx";
const files = new Map(
  ["handbook.yml", "roles.yml", "absences.yml", post].map((path) => [
    path,
    readFileSync(`test/fixtures/careless/${path}`, "utf8"),
  ]),
);

/** What somebody in a hurry does to the handbook: what it is, the text that was there, what they write instead. */
const mistakes: readonly [what: string, was: string, is: string, file?: string][] = [
  ["a misspelt key", "title: Publish a", "titel: Publish a"],
  ["a misspelt key of a step", "    effort: 2h", "    efort: 2h"],
  ["a tab", "    role: designer", "\trole: designer"],
  ["a space that is none", "    role: designer", "\u00a0   role: designer"],
  ["a line too far to the right", "    role: designer", "     role: designer"],
  ["a line too far to the left", "    role: designer", "   role: designer"],
  ["no space after the colon", "role: designer", "role:designer"],
  ["no space after the dash", "- id: images", "-id: images"],
  ["a lost dash", "  - id: images", "    id: images"],
  ["a quote that is never closed", 'proofread"]', "proofread]"],
  ["a bracket that is never closed", "seo-strategist, marketing-lead]", "seo-strategist, marketing-lead"],
  ["an apostrophe in single quotes", "summary: From an idea", "summary: 'From a customer's idea'"],
  ["a colon in a title", "title: Publish a blog post", "title: Blog: publish a post"],
  ["a colon in the title of a step", "title: Write the draft", "title: Draft: write it"],
  ["a text that begins with #", "title: Write the outline", "title: #1 Write the outline"],
  ["a text that begins with @", "role: designer", "role: @demo-mira"],
  ["a text that begins with *", "trigger: Somebody has", "trigger: *Somebody* has"],
  ["a text that begins with a backtick", "trigger: Somebody has", "trigger: `Somebody` has"],
  ["a line that goes on in the next", "article that people find.", "article\nthat people find."],
  ["a key twice", "owner: marketing-lead", "owner: marketing-lead\nowner: designer"],
  ["a date for an offset", "due: -30d", "due: 18.12.2026"],
  ["a number for an offset", "due: -30d", "due: 30"],
  ["days in words", "due: -30d", "due: -30 days"],
  ["business days in words", "due: -30d", "due: 30 business days before"],
  ["working days in short", "due: -5d", "due: -5wd"],
  ["a dash with a space", "due: -30d", "due: - 30d"],
  ["a typographic minus", "due: -30d", "due: −30d"],
  ["nothing but 0", "due: 0d", "due: 0"],
  ["effort in words", "effort: 2h", "effort: 2 hours"],
  ["effort with a fraction", "effort: 2h", "effort: 1.5h"],
  ["days that are no business days", "duration: 3bd", "duration: 3d"],
  ["months in words", "reviewEvery: 6mo", "reviewEvery: 6 months"],
  ["how often in a word", "reviewEvery: 6mo", "reviewEvery: 6mo\nrepeats: weekly"],
  ["an umlaut in an id", "- id: images", "- id: bilder-für-alle"],
  ["a capital letter in an id", "- id: images", "- id: Images"],
  ["an id that is taken", "- id: images", "- id: draft"],
  ["the title of a role", "role: designer", "role: SEO strategist"],
  ["a person for a role", "role: designer", "role: demo-mira"],
  ["a misspelt role", "role: designer", "role: desinger"],
  ["a list without commas", "[seo-strategist, marketing-lead]", "[seo-strategist marketing-lead]"],
  ["a list without brackets", "[seo-strategist, marketing-lead]", "seo-strategist, marketing-lead"],
  ["the title of a step", "after: draft", "after: Write the draft"],
  ["a step that is not there", "after: [draft, images]", "after: [draft, image]"],
  ["a step that comes later", "    due: -20d", "    after: publish\n    due: -20d"],
  ["a comma in an output", '["The text, proofread"]', "[The text, proofread]"],
  ["a comma in an input", "what: A header image,", "what: A header image, with colours,"],
  ["an input that is only a text", "- { what: The text, from: draft }", "- The text"],
  ["an input from nobody's id", "from: seo-strategist", "from: SEO strategist"],
  ["a misspelt step of an input", "from: images", "from: imagse"],
  ["a role cut short", "role: designer", "role: blog"],
  ["another title for a step", "title: Make the images", "title: Draw what shows the point"],
  ["yes for true", "required: true", "required: yes"],
  ["ja for true", "required: true", "required: ja"],
  ["choices without a list", "type: text", "type: choice\n    options: Blog, News"],
  ["a kind with a capital letter", "kind: approval", "kind: Approval"],
  ["an approval that somebody does", "approvers: [seo-strategist, marketing-lead]", "role: seo-strategist"],
  ["no owner", "owner: marketing-lead\n", ""],
  ["an empty owner", "owner: marketing-lead", "owner:"],
  ["a heading that does not match", "## Make the images", "## Make the image"],
  ["a heading of another level", "## Make the images", "### Make the images"],
  ["a heading without a space", "## Make the images", "##Make the images"],
  ["a box without a space", "- [ ] Look", "- [] Look"],
  ["a curly bracket", "Pictures carry", "Dear {first name}, pictures carry"],
  ["a line break as in HTML", "Pictures carry", "Pictures<br>carry"],
  ["an address in angle brackets", "Pictures carry", "<https://example.com> Pictures carry"],
  ["a comment as in HTML", "Pictures carry", "<!-- later --> Pictures carry"],
  ["a component that is not closed", "</Tip>", ""],
  ["a component in small letters", "<Tip>\nWrite first, polish later.\n</Tip>", "<tip>Polish later.</tip>"],
  ["a character nobody sees", "title: Publish a", "title: Publish\u200b a"],
  ["no line at the end of the facts", "from: images }\n---", "from: images }"],
  ["a heading in bold letters", "## Make the images", "**Make the images**"],
  ["a mail address in angle brackets", "Pictures carry", "<mira@example.com> Pictures carry"],
  ["a field by another name", "due: -20d", "deadline: -20d"],
  ["a question by another name", "label: Topic", "question: Topic"],
  ["two owners", "owner: marketing-lead", "owner: marketing-lead, designer"],
  ["a day for the name of the day", "anchor: Publish date", "anchor: 2027-02-18"],
  ["a list entry without a space", "tags: [article, blog]", "tags:\n  - article\n  -blog\n  - post"],
  ["a person with @", "[demo-mira]", "[@demo-mira]", "roles.yml"],
  ["a person's name", "[demo-mira]", "[Mira Meier]", "roles.yml"],
  ["a role with a capital letter", "designer:", "Designer:", "roles.yml"],
  ["days with dots", "2027-01-18..2027-01-22", "18.1.2027..22.1.2027", "absences.yml"],
  ["days with a dash", "2027-01-18..2027-01-22", "2027-01-18 - 2027-01-22", "absences.yml"],
  ["a day that does not exist", "2027-01-18..2027-01-22", "2027-02-30", "absences.yml"],
  ["a misspelt person", "demo-tom", "demo-thom", "absences.yml"],
  ["a country in small letters", "country: CH", "country: ch", "handbook.yml"],
  ["days with capital letters", "[mon, tue", "[Mon, tue", "handbook.yml"],
  ["a time in words", '"17:00"', "5pm", "handbook.yml"],
  ["bold as in HTML", "Pictures carry", "<b>Pictures</b> carry"],
  ["a person asked for at the start", "role: designer", "role: $pm"],
  ["a name of two words for a role", "role: designer", "role: guest speaker"],
  ["weeks for a length", "duration: 3bd", "duration: 2w"],
  ["an offset as in a space launch", "due: -30d", "due: T-21"],
  ["weeks as in a space launch", "due: -30d", "due: T-3w"],
  ["a milestone", "kind: approval", "kind: milestone"],
  ["an approval in German", "kind: approval", "kind: Freigabe"],
  ["a response time by its short name", "    effort: 2h", "    sla: 4h"],
  ["whom to tell, as in mail", "    effort: 2h", "    notify: marketing-lead"],
  ["when to begin", "    effort: 2h", "    start: 3bd"],
  ["a key of a step in German", "    due: -20d", "    fällig: -20d"],
  ["a key of a step in Danish", "    due: -20d", "    forfald: -20d"],
  ["who does it, in German", "role: designer", "rolle: designer"],
  ["who does it, in Danish", "role: designer", "ansvarlig: designer"],
  ["days in German", "due: -30d", "due: 30 Tage vorher"],
  ["days in Danish", "due: -30d", "due: 5 dage før"],
  ["working days in Danish", "duration: 3bd", "duration: 3 arbejdsdage"],
  ["a key in Danish", "owner: marketing-lead", "ejer: marketing-lead"],
  ["yes in Danish", "required: true", "required: sandt"],
  ["a key of nobody's", "    effort: 2h", "    colour: red"],
  ["a bullet from a word processor", "- [ ] Look", "• Look"],
  ["a box from a word processor", "- [ ] Look", "☐ Look"],
  ["a hashtag in a summary", "article that people find.", "article #handrail finds."],
  [
    "a merge that was not finished",
    "owner: marketing-lead",
    "<<<<<<< HEAD\nowner: marketing-lead\n=======\nowner: designer\n>>>>>>> other",
  ],
  [
    "a merge that was not finished, in roles.yml",
    "designer:",
    "<<<<<<< HEAD\ndesigner:\n=======\nartist:\n>>>>>>> other",
    "roles.yml",
  ],
  ["a tag that only closes", "Pictures carry", "Pictures</b> carry"],
  ["a line break as in XHTML", "Pictures carry", "Pictures<br/>carry"],
  ["a sign before a number", "Pictures carry", "In <5 minutes pictures carry"],
  ["a sign before another", "Pictures carry", "Cost <= 5 pictures carry"],
  ["a picture beside the text", "Pictures carry", "![](pic.png) Pictures carry"],
  ["a space that is none after the colon", "role: designer", "role:\u00a0designer"],
  ["a line before the facts", "---\ntitle", "\n---\ntitle"],
  ["a lost comma in curly brackets", "{ what: The text, from: draft }", "{ what: The text from: draft }"],
  ["a lost comma after brackets", "tags: [article, blog]", "tags: [article, blog]\nx: { a: [b, c] d: e }"],
  ["commas in an output", '["The text, proofread"]', "[The text, 1200 words, proofread, with sources]"],
  ["a single quote that is never closed", "summary: From an idea", "summary: 'From an idea"],
  ["an hour and a quarter", "effort: 2h", "effort: 1,25 hours"],
  [
    "an id that the approval has",
    "- id: images\n    title: Make the images\n    role: designer\n    after: draft",
    "- id: draft\n    title: Make the images\n    kind: approval\n    approvers: blog-author\n    after: draft",
  ],
  ["a country by name", "country: CH", "country: Switzerland", "handbook.yml"],
  ["a country by another name", "country: CH", "country: Schweiz", "handbook.yml"],
  ["a country nobody knows", "country: CH", "country: Ruritania", "handbook.yml"],
  [
    "a misspelt limit of a rule",
    "title:",
    "rules:\n  many-steps: { severity: warning, mx: 3 }\ntitle:",
    "handbook.yml",
  ],
  ["a severity that is none", "title:", "rules:\n  vague-title: severe\ntitle:", "handbook.yml"],
  ["a misspelt severity", "title:", "rules:\n  vague-title: { severity: warnin }\ntitle:", "handbook.yml"],
  ["a misspelt rule", "title:", "rules:\n  vage-title: off\ntitle:", "handbook.yml"],
  ["a rule with capital letters", "title:", "rules:\n  Vague-Title: off\ntitle:", "handbook.yml"],
  ["a city alone", "Europe/Zurich", "Zurich", "handbook.yml"],
];

function problemsAfter([what, was, is, file = post]: (typeof mistakes)[number]): Problem[] {
  const text = files.get(file) ?? "";
  if (!text.includes(was)) throw new Error(`${what}: \`${was}\` is not in ${file}.`);
  return checkHandbook(parseHandbook(new Map([...files, [file, text.replace(was, is)]])));
}

test("the handbook is sound before anybody touches it", () => {
  expect(checkHandbook(parseHandbook(files))).toEqual([]);
});

test.each(mistakes)("%s gives one message, in the file that was touched", (...mistake) => {
  const [, , , file = post] = mistake;
  expect(problemsAfter(mistake).map((problem) => problem.file)).toEqual([file]);
});

test("what they read", async () => {
  const lines = mistakes.flatMap((mistake) =>
    problemsAfter(mistake).map(
      ({ line, column, message, problemId }) =>
        `${mistake[0]} (${line}:${column}, ${problemId})\n  ${message}\n`,
    ),
  );
  await expect(lines.join("\n")).toMatchFileSnapshot("cases/careless-writer.txt");
});
