import { describe, expect, test } from "vitest";
import { parseDateRange } from "../../../core/calendar/index.ts";
import { date, planOf, processOf } from "../../builders.ts";

/** Roles that a process may name, so that the checker lets it pass; who has them is said in each plan. */
const rolesFile = ["author", "editor", "writer", "designer"].map((id) => `${id}: { title: Role }\n`).join("");

const planSteps = (
  steps: string,
  request: Parameters<typeof planOf>[1] = {},
  others: Record<string, string> = {},
) => planOf(processOf(`anchor: Day\nsteps:\n${steps}`, { roles: rolesFile, others }), request);
const assigneesOf = (steps: string, request?: Parameters<typeof planOf>[1]) =>
  planSteps(steps, request).tasks.map(({ assignees }) => assignees);

const people = (...logins: string[]) => logins;
const role = (id: string, ...logins: string[]) =>
  [id, { id, title: id, people: logins, deputies: [] }] as const;

describe("who gets a step", () => {
  test.each([
    ["a task: its roles, in their order", "role: [editor, author]", people("demo-lena", "demo-jonas")],
    ["an approval: its approvers", "kind: approval, approvers: editor", people("demo-lena")],
    [
      "a step that names nobody: who answers for it",
      "kind: checkpoint, accountable: author",
      people("demo-jonas"),
    ],
    ["a step that names nobody at all: the owner of the process", "kind: checkpoint", people("demo-lena")],
    ["a role that is not there", "role: designer", people()],
    ["one person with two roles, once", "role: [author, writer]", people("demo-jonas")],
  ])("%s", (_what, fields, assignees) => {
    const roles = new Map([
      role("author", "demo-jonas"),
      role("editor", "demo-lena"),
      role("writer", "demo-jonas"),
    ]);
    expect(assigneesOf(`  - { id: one, title: One, ${fields}, due: 0d }`, { roles })).toEqual([assignees]);
  });

  test("people named for a run have a role that roles.yml does not", () => {
    const peopleByRole = new Map([["designer", people("demo-guest")]]);
    const plan = planSteps("  - { id: one, title: One, role: designer, due: 0d }", { peopleByRole });
    expect(plan.tasks[0]?.assignees).toEqual(["demo-guest"]);
    expect(plan.warnings).toEqual([]);
  });

  test("a role that is not there is named by its id", () => {
    const { warnings } = planSteps("  - { id: one, title: One, role: designer, due: 0d }");
    expect(warnings).toEqual([
      {
        id: "role-without-people",
        step: "one",
        message: "“One” has nobody: the role designer has no people.",
      },
    ]);
  });

  test.each([
    [people("demo-lena"), "“One”: demo-lena is away then, so demo-sofia stands in."],
    [
      people("demo-lena", "demo-sofia"),
      "“One”: demo-lena and demo-sofia are away then, and nobody else has the role Editor.",
    ],
  ])("with %j away it is told who", (away, message) => {
    const range = parseDateRange("2026-06-01") ?? expect.unreachable();
    const absences = new Map(away.map((login) => [login, [range]]));
    const { warnings } = planSteps("  - { id: one, title: One, role: editor, due: 0d }", { absences });
    expect(warnings).toEqual([{ id: "absent", step: "one", message }]);
  });

  describe("an approval of several, where somebody is away,", () => {
    const held = (id: string, people: readonly string[], deputies: readonly string[] = []) =>
      [id, { id, title: id, people, deputies }] as const;
    test.each<[string, string, ReturnType<typeof held>[], string[], string[]]>([
      [
        "goes to no deputy who has another part",
        "all",
        [held("editor", ["ed"], ["law"]), held("author", ["law"])],
        ["ed"],
        ["ed", "law"],
      ],
      [
        "goes to the next who has none",
        "all",
        [held("editor", ["ed"], ["Law", "dee"]), held("author", ["law"])],
        ["ed"],
        ["dee", "law"],
      ],
      [
        "goes to nobody of the role who is first in line for another part",
        "2",
        [held("editor", ["ed", "law", "zoe"]), held("author", ["law"])],
        ["ed"],
        ["zoe", "law"],
      ],
      [
        "goes to one deputy only once",
        "all",
        [held("editor", ["ed"], ["dee"]), held("author", ["law"], ["dee", "zoe"])],
        ["ed", "law"],
        ["dee", "zoe"],
      ],
      [
        "goes to whoever stands in, where one is enough",
        "any",
        [held("editor", ["ed"], ["law"]), held("author", ["law"])],
        ["ed"],
        ["law"],
      ],
      [
        "goes to whoever is named for both",
        "all",
        [held("editor", ["ed"]), held("author", ["ed"])],
        [],
        ["ed"],
      ],
    ])("%s", (_what, policy, roles, away, assignees) => {
      const range = parseDateRange("2026-06-01") ?? expect.unreachable();
      const absences = new Map(away.map((login) => [login, [range]]));
      const step = `  - { id: one, title: One, kind: approval, approvers: [editor, author], policy: ${policy}, due: 0d }`;
      expect(assigneesOf(step, { absences, roles: new Map(roles) })).toEqual([assignees]);
    });
  });

  test("that nobody stands in, since whoever could has another part, is told", () => {
    const range = parseDateRange("2026-06-01") ?? expect.unreachable();
    const roles = new Map([
      ["editor", { id: "editor", title: "Editor", people: ["ed"], deputies: ["law"] }],
      ["author", { id: "author", title: "Author", people: ["law"], deputies: [] }],
    ]);
    const step = "  - { id: one, title: One, kind: approval, approvers: [editor, author], due: 0d }";
    const { warnings } = planSteps(step, { absences: new Map([["ed", [range]]]), roles });
    const message = "“One”: ed is away then, and law has another part of it.";
    expect(warnings).toEqual([{ id: "absent", step: "one", message }]);
  });

  test("too much on one day is about the run, not about a step", () => {
    const part = (index: number) =>
      `  - { id: p${index}, title: Part ${index}, role: author, after: [], due: 0d }`;
    const { warnings } = planSteps([0, 1, 2, 3, 4, 5].map(part).join("\n"));
    expect(warnings.map(({ id, step }) => [id, step])).toEqual([["overload", null]]);
  });
});

describe("people who would approve their own work", () => {
  const steps = (approval: string) => `  - { id: plan, title: Plan it, role: editor, due: -9d }
  - { id: draft, title: Write it, role: author, due: -5d }
  - { id: ok, title: Approve it, kind: approval, due: 0d, ${approval} }`;
  const warningsOf = (approval: string, request: Parameters<typeof planOf>[1] = {}) =>
    planSteps(steps(approval), request).warnings.map(({ id, step, message }) => `${id} ${step}: ${message}`);
  const told = (person: string) =>
    `own-approval ok: “Approve it”: ${person} does the work that is judged there, so somebody else has to approve it.`;

  test.each([
    ["the step before it", "approvers: author", [told("demo-jonas")]],
    ["somebody else's work", "approvers: editor", []],
    ["the step it names", "approvers: editor, approves: plan", [told("demo-lena")]],
    ["not the step before, when it names another", "approvers: author, approves: plan", []],
    ["one of all who have to", "approvers: [editor, author]", [told("demo-jonas")]],
    ["one of several of whom one is enough", "approvers: [editor, author], policy: any", []],
    ["the only one of whom one is enough", "approvers: author, policy: any", [told("demo-jonas")]],
  ])("%s", (_what, approval, warnings) => {
    expect(warningsOf(approval)).toEqual(warnings);
  });

  test("whatever the case of their name", () => {
    const roles = new Map([role("author", "demo-Jonas"), role("editor", "Demo-jonas")]);
    expect(warningsOf("approvers: editor", { roles })).toEqual([told("Demo-jonas")]);
  });

  test("in a child process, the step named is the child's own", () => {
    const text = `anchor: Day\nsteps:\n${steps("approvers: editor, approves: plan")}`;
    const child = processOf(text, { roles: rolesFile });
    const { warnings } = planSteps(
      "  - { id: plan, title: Plan all, role: author, due: -20d }\n  - { id: post, title: Post, kind: process, process: post, due: 0d }",
      { processes: new Map([["post", child]]) },
      { "content/post.mdx": text },
    );
    expect(warnings.map(({ id, step }) => `${id} ${step}`)).toEqual(["own-approval post/ok"]);
  });
});

test("a person is away for a step on its due date, not on another", () => {
  const absences = new Map([["demo-jonas", [parseDateRange("2026-05-29") ?? expect.unreachable()]]]);
  expect(
    assigneesOf("  - { id: one, title: One, role: author, due: 0d }", {
      absences,
      anchorDate: date("2026-06-01"),
    }),
  ).toEqual([["demo-jonas"]]);
});
