import { describe, expect, test } from "vitest";
import { defineProcess, parseProcess } from "../../../core/definition/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { handbookOf, processOf } from "../../builders.ts";

describe("a process that says the least", () => {
  test("has every default", () => {
    const definition = processOf("steps:\n  - { id: draft, title: Write the draft, role: author }");
    expect(definition).toEqual({
      id: "example",
      area: "content",
      path: "content/example.mdx",
      title: "Write an article",
      summary: "From an idea to a text.",
      outcome: "The text is finished.",
      trigger: "Someone has an idea.",
      processOwner: "editor",
      anchor: "Start date",
      startsAtAnchor: true,
      participants: [],
      ask: [],
      repeats: undefined,
      except: [],
      onClosedDay: "before",
      reviewEvery: undefined,
      tools: [],
      tags: [],
      steps: [
        {
          id: "draft",
          title: "Write the draft",
          kind: "task",
          roles: ["author"],
          approvers: [],
          policy: "all",
          approves: undefined,
          options: [],
          process: undefined,
          dependsOn: [],
          when: [],
          dueOffset: undefined,
          durationBusinessDays: undefined,
          effortMinutes: undefined,
          inputs: [],
          outputs: [],
          tools: [],
          consulted: [],
          informed: [],
          accountable: "editor",
          collect: [],
          respondMinutes: undefined,
          optional: false,
          instructions: { markdown: "Do it well.", checklist: [] },
          line: 11,
        },
      ],
      introduction: "",
      sections: [],
    });
  });
});

describe("a process that says the most", () => {
  const text = `anchor: Publish date
participants: [author, editor]
repeats: FREQ=WEEKLY;BYDAY=MO
reviewEvery: 6mo
tools: [Editor, Camera]
tags: words
ask:
  - { id: topic, label: Topic, required: true, help: One word., default: 7 }
  - { id: loud, label: Loud, type: yes-no }
  - { id: channel, label: Channel, type: choice, options: [blog, 2, true] }
steps:
  - { id: draft, title: Write the draft, role: [author, editor], due: -5bd, duration: 2bd, effort: 2h, respond: 15m, output: A text, tools: [Pen], consulted: editor, informed: [editor], optional: true, when: { loud: yes } }
  - { id: sign, title: Sign the draft, kind: approval, approvers: [editor], policy: any, approves: draft, accountable: editor, input: [{ what: A text, from: draft }] }
  - { id: route, title: Blog or press, kind: decision, role: editor, options: [blog, press], after: [] }
  - { id: send, title: Send it, role: author, after: [sign, route], when: { route: blog } }`;
  const body =
    "Words before.\n\n## Write the draft\n\n- [ ] Look.\n- [x] Ask.\n\n## Sign the draft\n\nSign.\n\n## Blog or press\n\nSay.\n\n## Send it\n\nSend.\n\n## More to read\n\nA book.\n";

  test("keeps all of it, in plain values", () => {
    const definition = processOf(text, { body });
    const [draft, sign, route, send] = definition.steps;
    expect(definition).toMatchObject({
      anchor: "Publish date",
      startsAtAnchor: false,
      participants: ["author", "editor"],
      repeats: "FREQ=WEEKLY;BYDAY=MO",
      reviewEvery: { amount: 6, unit: "mo" },
      tools: ["Editor", "Camera"],
      tags: ["words"],
      introduction: "Words before.",
      sections: [{ title: "More to read", markdown: "A book." }],
    });
    expect(definition.ask).toEqual([
      {
        id: "topic",
        label: "Topic",
        type: "text",
        options: [],
        required: true,
        default: "7",
        help: "One word.",
      },
      {
        id: "loud",
        label: "Loud",
        type: "yes-no",
        options: [],
        required: false,
        default: undefined,
        help: undefined,
      },
      {
        id: "channel",
        label: "Channel",
        type: "choice",
        options: ["blog", "2", "yes"],
        required: false,
        default: undefined,
        help: undefined,
      },
    ]);
    expect(draft).toMatchObject({
      roles: ["author", "editor"],
      dueOffset: { amount: -5, unit: "bd" },
      durationBusinessDays: 2,
      effortMinutes: 120,
      respondMinutes: 15,
      outputs: ["A text"],
      tools: ["Pen"],
      consulted: ["editor"],
      informed: ["editor"],
      optional: true,
      dependsOn: [],
    });
    expect(draft?.instructions.checklist.map(({ text }) => text)).toEqual(["Look.", "Ask."]);
    expect(sign).toMatchObject({
      kind: "approval",
      approvers: ["editor"],
      policy: "any",
      approves: "draft",
      inputs: [{ what: "A text", from: "draft" }],
      dependsOn: ["draft"],
    });
    expect(route).toMatchObject({ options: ["blog", "press"], dependsOn: [] });
    expect(send).toMatchObject({
      dependsOn: ["sign", "route"],
      when: [{ subject: "route", test: { kind: "any-of", values: ["blog"] } }],
    });
  });
});

test("a step is found at its section, and without one at its place among the steps", () => {
  const steps =
    "steps:\n  - { id: draft, title: Write the draft, role: author }\n  - { id: send, title: Send the draft, role: author }";
  const { steps: found } = processOf(steps, { body: "## Send  the draft\n\nSend it.\n" });
  expect(found.map(({ line, instructions }) => [line, instructions])).toEqual([
    [3, { markdown: "", checklist: [] }],
    [12, { markdown: "Send it.", checklist: [] }],
  ]);
});

const whole = "title: T\nsummary: S\noutcome: O\ntrigger: T\nowner: o\nsteps: [{ id: a, title: A }]";

test.each([
  ["owner", "owner: o\n", ""],
  ["steps", "steps: [{ id: a, title: A }]", ""],
  ["title", "title: T\n", ""],
  ["summary", "summary: S\n", ""],
  ["outcome", "outcome: O\n", ""],
  ["trigger", "trigger: T\n", ""],
  ["step id", "id: a, ", ""],
  ["step title", ", title: A", ""],
  ["input what", "title: A", "title: A, input: [{ from: o }]"],
  ["input from", "title: A", "title: A, input: [{ what: w }]"],
])("a process without %s cannot be used, which is the caller's mistake", (what, was, is) => {
  const define = (text: string) => () =>
    defineProcess(parseProcess({ path: "a/b.mdx", text: `---\n${text}\n---\n` }));
  expect(define(whole)).not.toThrow();
  expect(define(whole.replace(was, is))).toThrow("This is a mistake in Handrail, not in your handbook");
  expect(define(whole.replace(was, is))).toThrow(`A process without ${what} was defined`);
});

describe("a handbook", () => {
  test("that says the least has every default", () => {
    const { config, roles, absences } = handbookOf(exampleHandbook({}));
    expect(config).toMatchObject({
      title: "Handbook",
      language: "en",
      timeZone: "UTC",
      repository: undefined,
      site: undefined,
      country: undefined,
      region: undefined,
      workweek: [1, 2, 3, 4, 5],
      closed: [],
      dueTime: "17:00",
      dayStart: "09:00",
      reminders: [
        { amount: 2, unit: "bd" },
        { amount: 1, unit: "bd" },
      ],
      escalateAfter: [
        { amount: 1, unit: "bd" },
        { amount: 3, unit: "bd" },
      ],
      confirm: "on-warnings",
      approvals: "locked",
      starterApproves: true,
      areas: new Map(),
      glossary: new Map(),
      synonyms: new Map(),
    });
    expect(roles.get("author")).toEqual({
      id: "author",
      title: "Author",
      summary: undefined,
      people: ["demo-jonas"],
      deputies: ["demo-ben"],
      department: undefined,
    });
    expect(absences).toEqual(new Map());
  });

  test("that says the most keeps it, with logins in lower case", () => {
    const { config, absences } = handbookOf(
      exampleHandbook({
        handbook: `title: Ours
timeZone: Europe/Zurich
repository: acme/handbook
site: https://example.org
calendar: { country: CH, region: ZH, workweek: [mon, sat, sun], closed: 2026-12-24 }
dueTime: "09:30"
dayStart: "07:30"
reminders: 2d
escalateAfter: 3h
confirm: always
approvals: open
starterApproves: false
areas: { content: Content }
glossary: { brief: What is wanted. }
synonyms: { newsletter: [customer letter, Kundenbrief], stand: booth }
`,
        absences: "Demo-Jonas: [2026-12-01, 2026-12-07..2026-12-11]\n",
      }),
    );
    expect(config).toMatchObject({
      title: "Ours",
      timeZone: "Europe/Zurich",
      repository: "acme/handbook",
      site: "https://example.org",
      country: "CH",
      region: "ZH",
      workweek: [1, 6, 7],
      closed: [{ from: "2026-12-24", to: "2026-12-24" }],
      dueTime: "09:30",
      dayStart: "07:30",
      reminders: [{ amount: 2, unit: "d" }],
      escalateAfter: [{ amount: 3, unit: "h" }],
      confirm: "always",
      approvals: "open",
      starterApproves: false,
      areas: new Map([["content", "Content"]]),
      glossary: new Map([["brief", "What is wanted."]]),
      synonyms: new Map([
        ["newsletter", ["customer letter", "Kundenbrief"]],
        ["stand", ["booth"]],
      ]),
    });
    expect(absences).toEqual(
      new Map([
        [
          "demo-jonas",
          [
            { from: "2026-12-01", to: "2026-12-01" },
            { from: "2026-12-07", to: "2026-12-11" },
          ],
        ],
      ]),
    );
  });
});
