import { describe, expect, test } from "vitest";
import { readCheckNote, writeCheckNote } from "../../../core/pull-request/check-note.ts";
import type { CheckReport } from "../../../core/pull-request/check-report.ts";
import { commitReport } from "../../../core/pull-request/commit-report.ts";
import { md } from "../../../core/text/index.ts";

type Wanted = Partial<CheckReport> & Pick<CheckReport, "conclusion">;

const remark = {
  path: "processes/content/post.mdx",
  line: 9,
  title: "unknown-role",
  message: "Unexpected role.",
};
const wants = (number: number, baseBranch: string, { title = "No problems", ...wanted }: Wanted) => ({
  merge: { number, baseBranch },
  report: { summary: md`This is what ${number} says.`, annotations: [], title, ...wanted },
});
const success: Wanted = { conclusion: "success" };
const neutral: Wanted = { conclusion: "neutral", title: "1 warning" };
const waiting: Wanted = { conclusion: "action_required", title: "Waiting for Editor (demo-lena)" };
const failure: Wanted = { conclusion: "failure", title: "1 error" };

describe("the check of a commit says the strictest of what pull requests want", () => {
  test.each<[string, readonly Wanted[], number, Partial<CheckReport>]>([
    ["one alone says what it says", [success], 0, { conclusion: "success", title: "No problems" }],
    [
      "a failure before one that waits",
      [waiting, failure],
      0,
      { conclusion: "failure", title: "#2: 1 error" },
    ],
    [
      "one that waits before a warning",
      [neutral, waiting],
      0,
      { conclusion: "action_required", title: "#2: Waiting for Editor (demo-lena)" },
    ],
    ["a warning before none", [neutral, success], 0, { conclusion: "neutral", title: "#1: 1 warning" }],
    ["what all say needs no number", [success, success], 0, { conclusion: "success", title: "No problems" }],
    [
      "several that want the same are named together",
      [waiting, success, waiting],
      0,
      { conclusion: "action_required", title: "#1 and #3: Waiting for Editor (demo-lena)" },
    ],
    [
      "what nobody has read holds up what would pass",
      [success],
      2,
      { conclusion: "action_required", title: "2 more pull requests with the same texts to be closed" },
    ],
    ["and makes no failure lighter", [failure], 2, { conclusion: "failure", title: "1 error" }],
  ])("%s", (_, wanted, unread, expected) => {
    const reports = wanted.map((each, index) => wants(index + 1, "main", each));
    expect(commitReport(reports, unread)).toMatchObject(expected);
  });

  test("in words that tell which of them wants what", () => {
    const reports = [wants(12, "side", success), wants(13, "main", waiting)];
    expect(commitReport(reports, 1).summary.text).toMatchInlineSnapshot(`
      "3 open pull requests propose exactly the same texts, so GitHub shows this one check on all of them. It says the strictest of what they want:

      - #12, for \`side\`: No problems
      - #13, for \`main\`: Waiting for Editor (demo-lena)
      - and 1 more that nobody has looked at

      Close those that nobody needs, and the check is about the rest alone.

      What #13 wants:

      This is what 13 says."
    `);
  });

  test("with each remark once, what must be mended first", () => {
    const hint = { ...remark, level: "notice" as const, title: "vague-title" };
    const mistake = { ...remark, level: "failure" as const };
    const reports = [
      wants(1, "side", { ...neutral, annotations: [hint] }),
      wants(2, "main", { ...failure, annotations: [hint, mistake] }),
    ];
    expect(commitReport(reports, 0).annotations).toEqual([mistake, hint]);
  });
});

test.each<[string, string | null, { readonly pulls: readonly number[]; readonly key: string }]>([
  [
    "as it is written",
    writeCheckNote({ pulls: [12, 13], key: "success-0-abc" }),
    { pulls: [12, 13], key: "success-0-abc" },
  ],
  ["for one pull request, as it always was", "12 success-0-abc", { pulls: [12], key: "success-0-abc" }],
  ["of another program", "deploy", { pulls: [], key: "" }],
  ["with numbers that are none", "0,-1,1.5,x,7 key", { pulls: [7], key: "key" }],
  ["without one", null, { pulls: [], key: "" }],
])("the note of a check, %s", (_, note, read) => {
  expect(readCheckNote(note)).toEqual(read);
});
