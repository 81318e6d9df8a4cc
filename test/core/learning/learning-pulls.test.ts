import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openHandbook } from "../../../core/handbook/index.ts";
import {
  decideLearning,
  followTicks,
  isDayOfLearning,
  type LearningPull,
  learningBranch,
  readLearningBranch,
  readNamedReplies,
  withSuggestions,
} from "../../../core/learning/index.ts";
import { readSuggestions, readTicks, suggestionsMark } from "../../../core/learning/learning-pull.ts";
import type { RunRecord } from "../../../core/metrics/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { tries } from "../../tries.ts";
import { type Life, recordOf } from "./histories.ts";

const example = exampleHandbook({
  process: `anchor: Publish date # the day readers see it
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: images, title: Make the images, role: author, after: draft, due: -15bd }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, after: [images, approve], due: 0bd }`,
});
const files = new Map(example).set("handbook.yml", `${example.get("handbook.yml")}\nlearning: proposals\n`);
const path = [...files.keys()].find((name) => name.endsWith(".mdx")) ?? "";
const texts = new Map([[path, files.get(path) ?? ""]]);
const handbook = openHandbook(files, { root: "processes" });
const [definition] = handbook.handbook.processes.values();
if (!definition) throw new Error("There is no process.");

const runs = (n: number, bend: Partial<Life> = {}): RunRecord[] =>
  Array.from({ length: n }, (_, index) =>
    recordOf(definition, {
      number: index + 1,
      startedOn: "2026-03-02",
      anchorDate: "2026-06-01",
      days: (step, given) => (step === "images" ? given + 2 : given),
      added: [["Ask the lawyers", "2026-05-13"]],
      ...bend,
    }),
  );
const base = { branch: "main", sha: "0".repeat(40) };
const asked = (
  records: readonly RunRecord[],
  pulls: readonly LearningPull[] = [],
  now = "2026-12-01T08:00:00Z",
) => decideLearning({ base, handbook, texts, records, pulls }, now);
const opened = (records: readonly RunRecord[], pulls: readonly LearningPull[] = [], now?: string) => {
  const [change] = asked(records, pulls, now);
  if (!change) throw new Error("Nothing is asked.");
  return change;
};
const pullOf = (
  records: readonly RunRecord[],
  month: string,
  bend: Partial<LearningPull> = {},
): LearningPull => ({
  number: 40,
  branch: learningBranch(definition.id, month),
  headSha: "1".repeat(40),
  isOpen: false,
  body: opened(records).body,
  ...bend,
});

describe("what runs suggest, as pull requests", () => {
  test("one a process, with what was seen, what is changed, and what past runs would have been", async () => {
    const { branch, path: file, text, title, body } = opened(runs(6));
    expect({ branch, file, title }).toEqual({
      branch: `handrail/learning-${definition.id}-2026-12`,
      file: `processes/${path}`,
      title: `${definition.title}: what past runs suggest`,
    });
    expect(text).toContain("after: draft, due: -13bd");
    expect(text).toContain("title: Ask the lawyers");
    await expect(body.replace(/<!--.*-->/, "<!-- what is remembered -->")).toMatchFileSnapshot(
      "../../cases/learning/pull-request.md",
    );
  });

  test("of ten thousand runs the newest are named, and the text stays as long as GitHub takes", () => {
    const { body } = opened(runs(10_000));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain("#9999, #10000, 9988 older runs.");
    expect(readSuggestions(body)).toMatchObject([{ hits: 10_000 }, { hits: 10_000 }]);
  });

  describe("what people wrote when runs were over", () => {
    const words =
      "@everyone <b>late</b>\n- [ ] “Make the images”\n<!-- handrail:replies 5 -->\n<!-- handrail:learning [] -->";
    const reply = (number: number, own = words): NonNullable<RunRecord["replies"]>[number] => ({
      question: "held-up",
      words: own,
      step: "images",
      by: "demo-mira",
      at: `2026-06-02T08:00:${10 + number}Z`,
      comment: { number, url: `https://github.example/acme/handbook/issues/1#issuecomment-${number}` },
    });
    const withReplies = (...replies: readonly ReturnType<typeof reply>[]) =>
      runs(6).map((record, index) => (index === 0 ? { ...record, replies } : record));

    test("stands in the next proposal, escaped, with its step and where it was written", () => {
      const { body } = opened(withReplies(reply(1)));
      expect(body).toContain(
        "- What held us up? “@\u200beveryone \\<b>late\\</b> - \\[ \\] “Make the images” ",
      );
      expect(body).toContain(
        "” (demo-mira, on **Make the images**, [\\#\u200b1](https://github.example/acme/handbook/issues/1#issuecomment-1))",
      );
      // Nothing in the words can pass for what the bot remembers.
      expect(readNamedReplies(body)).toEqual([1]);
      expect(readSuggestions(body)).toHaveLength(2);
      expect(body.match(/^- \[[ x]\]/gm)).toHaveLength(2);
    });

    test("stands in the next one where there is no room for it, and is not remembered as told", () => {
      const replies = Array.from({ length: 60 }, (_, index) => ({
        ...reply(Math.floor(index / 3) + 1, "<@".repeat(500)),
        at: `2026-06-02T08:00:${59 - Math.floor(index / 3)}Z`,
      }));
      const titles = ["法", "律", "检", "查", "翻"].map((sign) => [sign.repeat(100), "2026-05-13"] as const);
      const [first, ...others] = runs(6, { added: titles });
      const tasks = first?.tasks.map((task) => ({ ...task, title: "*".repeat(250) })) ?? [];
      const { body } = opened(
        first ? [{ ...first, tasks: [...tasks, ...first.tasks], replies }, ...others] : [],
      );
      expect(body.length).toBeLessThan(65_536);
      expect(readTicks(body)).toHaveLength(5);
      // Seven comments with three answers each would be named for one text; those that are, are there with each of theirs.
      expect(readNamedReplies(body)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(body.match(/^- What held us up\?/gm)).toHaveLength(18);
    });

    test("is told once, and is not kept for a proposal when somebody has dealt with it", () => {
      const first = { ...pullOf(runs(6), "2026-10"), body: opened(withReplies(reply(1))).body };
      const again = asked(
        runs(12).map((record) => ({ ...record, replies: [reply(1, "old"), reply(2, "new")] })),
        [first],
      );
      expect(again[0]?.body).not.toContain("“old”");
      expect(again[0]?.body).toContain("“new”");
    });

    test("of very many the newest twenty", () => {
      const many = Array.from({ length: 45 }, (_, index) => reply(index + 1, "x".repeat(1000)));
      const { body } = opened(withReplies(...many));
      expect(readNamedReplies(body)).toEqual(Array.from({ length: 20 }, (_, index) => 45 - index));
      expect(body.length).toBeLessThan(60_000);
    });

    test("is no reason for a proposal by itself", () => {
      const calm = runs(6, { days: (_step, given) => given, added: [] });
      expect(asked(calm.map((record) => ({ ...record, replies: [reply(1)] })))).toEqual([]);
    });
  });

  test.each<[string, readonly RunRecord[], readonly LearningPull[], number]>([
    ["with nothing to suggest", runs(6, { days: (_step, given) => given, added: [] }), [], 0],
    ["with too few runs", runs(4), [], 0],
    ["while one is open", runs(6), [pullOf(runs(6), "2026-10", { isOpen: true, body: "" })], 0],
    ["a second time in the month", runs(12), [pullOf(runs(6), "2026-12", { body: "" })], 0],
    ["what was refused", runs(6), [pullOf(runs(6), "2026-11")], 0],
    ["what was refused and was seen nearly twice as often since", runs(11), [pullOf(runs(6), "2026-11")], 0],
    ["what was refused and was seen twice as often since", runs(12), [pullOf(runs(6), "2026-11")], 1],
    ["where the memory was taken away", runs(6), [pullOf(runs(6), "2026-11", { body: "Other words." })], 1],
    [
      "about another process",
      runs(6),
      [pullOf(runs(6), "2026-12", { branch: "handrail/learning-other-2026-12" })],
      1,
    ],
  ])("%s", (_what, records, pulls, expected) => {
    expect(asked(records, pulls)).toHaveLength(expected);
  });

  test.each(["Check {topic}", "{", "--> <b>", "- [x] “Ask”", "x: y", "true"])(
    "a step added under the title %j never stops the other suggestions",
    (title) => {
      const { text, body } = opened(runs(6, { added: [[title, "2026-05-13"]] }));
      expect(text).toContain("after: draft, due: -13bd");
      const { problems } = openHandbook(new Map(files).set(path, text), { root: "processes" });
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(readSuggestions(body).some(({ rule }) => rule === "too-short")).toBe(true);
      expect(body.match(/^- \[x\] /gm)).toHaveLength(readSuggestions(body).length);
    },
  );

  test("nothing is asked where the handbook does not want it", () => {
    const plain = openHandbook(example, { root: "processes" });
    expect(
      decideLearning({ base, handbook: plain, texts, records: runs(6), pulls: [] }, "2026-12-01T08:00:00Z"),
    ).toEqual([]);
  });

  test.each([
    ["before the day begins", "2026-12-01T06:00:00Z", false],
    ["on the first business day", "2026-12-01T09:00:00Z", true],
    ["late on it", "2026-12-01T20:00:00Z", true],
    ["on the second", "2026-12-02T09:00:00Z", false],
    ["on a first that is a Sunday", "2026-11-01T09:00:00Z", false],
    ["on the Monday after it", "2026-11-02T09:00:00Z", true],
  ])("%s", (_what, now, expected) => {
    expect(isDayOfLearning(handbook.handbook, now)).toBe(expected);
  });

  test.each([
    ["handrail/learning-blog-post-2026-12", { process: "blog-post", month: "2026-12" }],
    ["handrail/learning-2026-12", undefined],
    ["handrail/learning-a-2026-1", undefined],
    ["handrail/proposal-12", undefined],
    ["learning-blog-post-2026-12", undefined],
  ])("the branch %s", (branch, expected) => {
    expect(readLearningBranch(branch)).toEqual(expected);
  });
});

describe("ticks in the list of suggestions", () => {
  const original = files.get(path) ?? "";
  const { body, text } = opened(runs(6));
  const untick = (...lines: number[]) => {
    let line = 0;
    return body.replace(/^- \[x\] /gm, (tick) => (lines.includes(line++) ? "- [ ] " : tick));
  };

  test.each([
    ["all ticked", untick(), ["due: -13bd", "Ask the lawyers"]],
    ["the first left out", untick(0), ["due: -15bd", "due: -13bd"]],
    ["the second left out", untick(1), ["due: -13bd"]],
    ["both left out", untick(0, 1), ["due: -15bd"]],
  ])("%s", (_what, ticked) => {
    const suggestions = readSuggestions(body);
    const isTicked = [...ticked.matchAll(/^- \[(.)\] /gm)].map(([, sign]) => sign === "x");
    const wanted = withSuggestions(
      original,
      suggestions.filter((_, index) => isTicked[index]),
    ).text;
    expect(followTicks({ body: ticked, original, current: text })).toBe(wanted === text ? undefined : wanted);
    expect(followTicks({ body: ticked, original, current: wanted })).toBeUndefined();
    expect(followTicks({ body, original, current: wanted })).toBe(wanted === text ? undefined : text);
  });

  test.each([
    ["a file that somebody edited", untick(0), text.replace("-20bd", "-21bd")],
    ["a list with a line more", `${untick(0)}\n- [ ] mine\n`, text],
    ["a text without its memory", untick(0).replace(/<!--.*-->/, ""), text],
  ])("%s is left alone", (_what, ticked, current) => {
    expect(followTicks({ body: ticked, original, current })).toBeUndefined();
  });

  test("what is remembered is read again, whatever a title holds, and never ends the hidden words", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 99 }),
        (title, hits) => {
          const wish = {
            kind: "add-step" as const,
            after: "draft",
            step: { id: "more", title, fields: { role: "author" } },
          };
          const evidence = { hits, n: hits, runs: [] };
          const mark = suggestionsMark([
            { rule: "always-added", step: "more", title, evidence, wish, worth: 1, detail: "" },
          ]);
          expect(mark.slice(4, -3)).not.toContain("--");
          expect(readSuggestions(`Words.\n\n${mark}`)).toEqual([
            { rule: "always-added", step: "more", hits, wish, seen: { title, n: hits, detail: "" } },
          ]);
        },
      ),
      { numRuns: tries(200) },
    );
  });

  test("words that are no memory are none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(readSuggestions(`<!-- handrail:learning ${typed} -->`)).toEqual([]);
      }),
    );
  });
});
