import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, describeChanges } from "../../../core/change/index.ts";
import { defineProcess, type ProcessDefinition, parseProcess } from "../../../core/definition/index.ts";

const roleTitles: Readonly<Record<string, string>> = {
  author: "author",
  designer: "designer",
  editor: "editor",
  legal: "Legal",
};

const head = `title: Write an article
summary: From an idea to a text.
outcome: The text is finished.
trigger: Someone has an idea.
owner: editor
anchor: Publish date
`;
const idea = "- { id: idea, title: Settle the idea, role: editor, due: -10bd }";
const draft = "- { id: draft, title: Write the draft, role: author, due: -5bd, effort: 4h }";
const live = "- { id: live, title: Publish, role: author, due: 0d }";

interface Text {
  readonly head?: string;
  readonly steps?: readonly string[];
  readonly body?: string;
}

function article({
  head: facts = head,
  steps = [idea, draft, live],
  body = "",
}: Text = {}): ProcessDefinition {
  const text = `---\n${facts}steps:\n${steps.map((step) => `  ${step}\n`).join("")}---\n\n${body}`;
  return defineProcess(parseProcess({ path: "content/article.mdx", text }));
}

/** What the change from the usual article, or from another, to this one means. */
function meaning(after: Text, before: Text = {}): string[] {
  const now = article(after);
  return describeChanges(changesBetween(article(before), now), {
    roleTitle: (role) => roleTitles[role] ?? role,
    processTitle: (id) => id,
    after: now,
  });
}

const stepWith = (extra: string) => ({ steps: [idea, draft.replace(" }", `, ${extra} }`), live] });

describe("a change of a step says what it means", () => {
  test.each<[string, Text, string[]]>([
    [
      "an approval is put in",
      {
        steps: [
          idea,
          draft,
          "- { id: ok, title: Check the claims, kind: approval, approvers: [legal], due: -2bd }",
          live,
        ],
      },
      ["One more approval: “Check the claims”, given by Legal."],
    ],
    ["a step goes", { steps: [idea, live] }, ["One step less: “Write the draft”."]],
    [
      "the first step begins earlier",
      { steps: [idea.replace("-10bd", "-14bd"), draft, live] },
      [
        "Four business days longer: 15 instead of 11.",
        "“Settle the idea” is due 4 business days earlier: 14 business days before the publish date.",
      ],
    ],
    [
      "it has another role",
      { steps: [idea, draft.replace("role: author", "role: designer"), live] },
      ["“Write the draft” now belongs to designer."],
    ],
    [
      "it has another title",
      { steps: [idea, draft.replace("Write the draft", "Write it"), live] },
      ["“Write the draft” is now called “Write it”."],
    ],
    ["it has another id only", { steps: [idea, draft.replace("id: draft", "id: text"), live] }, []],
    [
      "it waits for something else",
      { steps: [idea, draft, live.replace("}", ", after: [idea] }")] },
      ["“Publish” now comes after “Settle the idea”, not after “Write the draft”."],
    ],
    [
      "it takes more work",
      { steps: [idea, draft.replace("4h", "8h"), live] },
      ["“Write the draft” is now 8 hours of work."],
    ],
    [
      "it needs something",
      stepWith("input: [{ what: A brief, from: idea }]"),
      ["“Write the draft” now needs “A brief”."],
    ],
    ["it leaves something", stepWith("output: [The text]"), ["“Write the draft” now leaves “The text”."]],
    ["somebody is told", stepWith("informed: [legal]"), ["Told after “Write the draft”: Legal."]],
    [
      "somebody else answers for it",
      stepWith("accountable: designer"),
      ["Designer now answers for “Write the draft”."],
    ],
    ["it may be skipped", stepWith("optional: true"), ["“Write the draft” may now be skipped."]],
    [
      "its date is counted otherwise",
      { steps: [idea, draft.replace("-5bd", "-1w"), live] },
      ["“Write the draft” is now due 1 week before the publish date."],
    ],
  ])("%s", (_what, after, sentences) => expect(meaning(after)).toEqual(sentences));

  test("another kind, without what goes without saying", () => {
    const approval = draft.replace("role: author", "kind: approval, approvers: [legal], approves: idea");
    const [task, judged] = [{ steps: [idea, draft, live] }, { steps: [idea, approval, live] }];
    expect(meaning(judged, task)).toEqual([
      "“Write the draft” was a step and is now an approval.",
      "“Write the draft” is now given by Legal.",
      "“Write the draft” now judges “Settle the idea”.",
    ]);
    expect(meaning(task, judged)).toEqual([
      "“Write the draft” was an approval and is now a step.",
      "“Write the draft” now belongs to author.",
    ]);
  });

  test("a branch", () => {
    const asked = `${head}ask:\n  - { id: channel, label: Channel, type: choice, options: [blog, press] }\n`;
    const steps = [idea, draft, live];
    const when = [idea, draft.replace(" }", ", when: { channel: press } }"), live];
    expect(meaning({ head: asked, steps: when }, { head: asked, steps })).toEqual([
      "“Write the draft” is now done only if “Channel” is press.",
    ]);
    expect(meaning({ head: asked, steps }, { head: asked, steps: when })).toEqual([
      "“Write the draft” is now always done.",
    ]);
  });

  test("its checklist, apart from its instructions", () => {
    const body = "## Write the draft\n\nWrite it.\n\n- [ ] Read it aloud\n";
    expect(meaning({ body: `${body}- [ ] Check the links.\n` }, { body })).toEqual([
      "New to check in “Write the draft”: “Check the links”.",
    ]);
  });
});

describe("a change of the process says what it means", () => {
  test.each<[string, string, string[]]>([
    ["owner", head.replace("owner: editor", "owner: legal"), ["The process now belongs to Legal."]],
    [
      "anchor",
      head.replace("Publish date", "Launch date"),
      ["Dates now count from the launch date, not from the publish date."],
    ],
    ["participants", `${head}participants: [legal]\n`, ["Legal now takes part."]],
    ["summary", head.replace("an idea to", "one idea to"), ["Only the wording changed in the summary."]],
    ["review", `${head}reviewEvery: 6mo\n`, ["It is now reviewed every 6 months."]],
  ])("%s", (_what, facts, sentences) => expect(meaning({ head: facts })).toEqual(sentences));
});

describe("words alone", () => {
  const body = "Why we write.\n\n## Write the draft\n\nBegin with the *end*.\n\n- First this\n- Then that\n";
  test.each<[string, string, string[]]>([
    ["white space", body.replace("Begin with the", "Begin  with\nthe"), []],
    ["the sign of a list", body.replace(/^- /gm, "* "), []],
    ["other words", body.replace("Begin", "Start"), ["Only the wording changed in “Write the draft”."]],
    [
      "the introduction",
      body.replace("Why we", "Why all"),
      ["Only the wording changed in the introduction."],
    ],
  ])("%s", (_what, text, sentences) => expect(meaning({ body: text }, { body })).toEqual(sentences));
});

const roles = ["author", "editor", "designer", "legal"];
const anySteps = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    role: fc.constantFrom(...roles),
    due: fc.constantFrom("-20bd", "-10d", "-2w", "0d"),
    kind: fc.constantFrom("task", "checkpoint"),
    waits: fc.boolean(),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);

const anyArticle = anySteps.map((steps) =>
  article({
    steps: steps.map(
      ({ id, role, due, kind, waits }) =>
        `- { id: ${id}, title: Step ${id}, role: ${role}, due: ${due}, kind: ${kind}${waits ? "" : ", after: []"} }`,
    ),
  }),
);

test("a definition does not differ from itself", () => {
  fc.assert(fc.property(anyArticle, (definition) => changesBetween(definition, definition).length === 0));
});

test("the order in which steps are written is no change while they wait for the same", () => {
  fc.assert(
    fc.property(anyArticle, fc.infiniteStream(fc.nat()), (definition, numbers) => {
      const keyed = definition.steps.map((step) => ({ step, key: numbers.next().value }));
      const steps = keyed.toSorted((a, b) => a.key - b.key).map(({ step }) => step);
      expect(changesBetween(definition, { ...definition, steps })).toEqual([]);
    }),
  );
});

test("there and back again: what came one way goes the other", () => {
  const kindsOf = (a: ProcessDefinition, b: ProcessDefinition) =>
    changesBetween(a, b)
      .filter(({ kind }) => kind !== "step-added" && kind !== "step-removed")
      .map((change) => `${change.kind} ${"step" in change ? change.step : ""}`)
      .sort();
  const idsOf = (a: ProcessDefinition, b: ProcessDefinition, kind: string) =>
    changesBetween(a, b)
      .flatMap((change) => (change.kind === kind && "step" in change ? [change.step] : []))
      .sort();
  fc.assert(
    fc.property(anyArticle, anyArticle, (a, b) => {
      expect(kindsOf(a, b)).toEqual(kindsOf(b, a));
      expect(idsOf(a, b, "step-added")).toEqual(idsOf(b, a, "step-removed"));
    }),
  );
});

test("two definitions that differ in what runs are never called equal", () => {
  fc.assert(
    fc.property(anyArticle, anyArticle, (a, b) => {
      const facts = ({ steps }: ProcessDefinition) =>
        JSON.stringify(
          steps
            .map(({ id, roles, dueOffset, kind, dependsOn }) => [
              id,
              roles,
              dueOffset,
              kind,
              dependsOn.toSorted(),
            ])
            .sort(),
        );
      fc.pre(facts(a) !== facts(b));
      expect(changesBetween(a, b)).not.toEqual([]);
    }),
  );
});
