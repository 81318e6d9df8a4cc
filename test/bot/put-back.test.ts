import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/**
 * Each thing that GitHub's own pages let people change by hand on a step, by each kind of person: GitHub refuses it, it is put back, or
 * it counts as the command it stands for. Jonas has the step and no access of his own, Tom may write, Ines may triage and has no part,
 * Sofia started the run.
 */
const files = articleHandbook(
  [
    "id: draft, title: Draft, role: author, due: -5d",
    "id: check, title: Check, role: editor, due: -3d",
    "id: publish, title: Publish, role: author, due: 0d",
  ],
  {
    "roles.yml": `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena] }
lead: { title: Lead, people: [demo-sofia] }
helper: { title: Helper, people: [demo-tom] }
`,
  },
);
let world: TestWorld;
let run: number;
let draft: number;
let check: number;
let other: number;

beforeAll(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  await fetch(`${world.url}/sandbox/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: "ines", name: "Ines", permission: "triage" }),
  });
  world.sandbox.state.permissions.set("demo-jonas", "triage");
});
afterAll(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});
beforeEach(async () => {
  const body = formBody({ Process: "article", "Publish date": "2026-12-18", People: "" });
  run = await world.as("demo-sofia").open("An article", body, ["handrail:run"]);
  const steps = (await world.issues()).filter(({ parent }) => parent === run);
  [draft = 0, check = 0] = steps.map(({ number }) => number);
  other = await world.as("demo-lena").open("Something else", "By the way.");
});

// A start like a run under way waits, and every open run is read with the others.
afterEach(() => world.as("demo-sofia").comment(run, "/cancel The next test begins its own."));

const people = {
  visitor: "visitor",
  triager: "ines",
  doer: "demo-jonas",
  writer: "demo-tom",
  starter: "demo-sofia",
};
type Who = keyof typeof people;
const everybody = Object.keys(people) as Who[];

/** What is done, as whom. */
const acts: Readonly<Record<string, (login: string) => Promise<void>>> = {
  title: (login) => world.as(login).rename(draft, "Something shorter"),
  body: (login) => world.as(login).edit(draft, "See the wiki."),
  label: (login) => world.as(login).unlabel(draft, "handrail:step"),
  link: (login) => world.as(login).unblock(check, draft),
  "sub-issue off": (login) => world.as(login).removeSubIssue(run, draft),
  "sub-issue on": (login) => world.as(login).addSubIssue(run, other),
  assignees: (login) => world.as(login).assign(draft, ["demo-tom"]),
  nobody: (login) => world.as(login).assign(draft, []),
  date: (login) => world.as(login).date(draft, "2026-12-14"),
  closed: (login) => world.as(login).close(draft),
  "not planned": (login) => world.as(login).close(draft, "not_planned"),
};
const why = "We have talked about it.";

/** What the step and the run look like, apart from what is said. */
async function seen() {
  const { comments: _comments, stateReason: _reason, ...step } = await world.issue(draft);
  const { blockedBy } = await world.issue(check);
  const native = [...(world.sandbox.state.issues.get(draft)?.fieldValues.values() ?? [])];
  const steps = (await world.issues()).filter(({ parent }) => parent === run).map(({ title }) => title);
  return { step, blockedBy, native, steps: steps.toSorted() };
}
const said = async () =>
  (await world.issues()).flatMap(({ number, comments }) =>
    comments
      .filter((text) => text.startsWith("handrail[bot]") && !text.includes("### "))
      .map((text) => `#${number} ${text}`),
  );

/** `refused` and `ignored` by GitHub itself: it drops assignees that somebody without write access sends. */
type Outcome = "ignored" | "refused" | "put back" | "silently" | "obeyed" | "anew";
const table: Readonly<Record<string, Readonly<Record<Who, Outcome>>>> = {
  title: { visitor: "refused", triager: "refused", doer: "refused", writer: "put back", starter: "put back" },
  body: { visitor: "refused", triager: "refused", doer: "refused", writer: "silently", starter: "silently" },
  label: {
    visitor: "refused",
    triager: "silently",
    doer: "silently",
    writer: "silently",
    starter: "silently",
  },
  link: {
    visitor: "refused",
    triager: "silently",
    doer: "silently",
    writer: "silently",
    starter: "silently",
  },
  "sub-issue off": { visitor: "refused", triager: "anew", doer: "anew", writer: "anew", starter: "anew" },
  "sub-issue on": {
    visitor: "refused",
    triager: "put back",
    doer: "put back",
    writer: "obeyed",
    starter: "obeyed",
  },
  assignees: {
    visitor: "ignored",
    triager: "ignored",
    doer: "ignored",
    writer: "put back",
    starter: "put back",
  },
  "assignees, with why": {
    visitor: "ignored",
    triager: "ignored",
    doer: "ignored",
    writer: "obeyed",
    starter: "obeyed",
  },
  "nobody, with why": {
    visitor: "ignored",
    triager: "ignored",
    doer: "ignored",
    writer: "put back",
    starter: "put back",
  },
  date: { visitor: "refused", triager: "refused", doer: "refused", writer: "put back", starter: "put back" },
  "date, with why": {
    visitor: "refused",
    triager: "refused",
    doer: "refused",
    writer: "obeyed",
    starter: "obeyed",
  },
  closed: { visitor: "refused", triager: "put back", doer: "obeyed", writer: "obeyed", starter: "obeyed" },
  "not planned": {
    visitor: "refused",
    triager: "put back",
    doer: "put back",
    writer: "put back",
    starter: "put back",
  },
  "not planned, with why": {
    visitor: "refused",
    triager: "put back",
    doer: "obeyed",
    writer: "obeyed",
    starter: "obeyed",
  },
};
const rows = Object.entries(table).flatMap(([act, outcomes]) =>
  everybody.map((who) => [act, who, outcomes[who]] as const),
);

test.each(rows)("%s, by a %s: %s", async (row, who, outcome) => {
  const [act = "", withWhy] = row.split(", ");
  const [login, place] = [people[who], act === "sub-issue on" ? other : draft];
  if (withWhy) await world.as(login).comment(place, why);
  const before = await seen();
  const silent = await said();
  const done = await acts[act]?.(login).then(
    () => "done",
    () => "refused",
  );
  await world.sweep();
  const after = await seen();
  const words = (await said()).filter((text) => !silent.includes(text));
  expect(done).toBe(outcome === "refused" ? "refused" : "done");
  if (outcome === "refused" || outcome === "ignored" || outcome === "put back" || outcome === "silently")
    expect(act === "body" ? { ...after, step: null } : after).toEqual(
      act === "body" ? { ...before, step: null } : before,
    );
  if (act === "body" && outcome === "silently")
    expect(after.step.body).toContain("**Due Friday 11 December 2026**");
  if (outcome === "put back") {
    expect(words).toHaveLength(1);
    // Who changed a title is not read.
    if (act !== "title") expect(words[0]).toContain(`handrail[bot]: @${login}, `);
  } else if (outcome !== "obeyed") expect(words).toEqual([]);
  if (outcome === "obeyed") expect(after).not.toEqual(before);
  if (outcome === "anew") {
    expect(after.steps).toEqual(before.steps);
    const made = (await world.issues()).find(
      ({ parent, title }) => parent === run && title.startsWith("Draft"),
    );
    expect(made?.body).toContain(`takes the place of #${draft}`);
  }
  await world.sweep();
  expect(await seen()).toEqual(after);
  expect((await said()).filter((text) => !silent.includes(text))).toEqual(words);
});

test.each([
  ["triager", "put back"],
  ["doer", "obeyed"],
  ["writer", "obeyed"],
  ["starter", "obeyed"],
] as const)("opened again, by a %s: %s", async (who, outcome) => {
  await world.as("demo-jonas").close(draft);
  const silent = await said();
  await world.as(people[who]).reopen(draft);
  await world.sweep();
  expect((await world.issue(draft)).state).toBe(outcome === "obeyed" ? "open" : "closed");
  const words = (await said()).filter((text) => text.startsWith(`#${draft} `) && !silent.includes(text));
  expect(words).toHaveLength(outcome === "obeyed" ? 0 : 1);
});

test("closed with a comment that a list does not show yet: the step is left out, and nobody is asked why", async () => {
  const lag = { kind: "graphql", write: false, effect: "lag-lists", writes: 2 } as const;
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }, lag]);
  await world.as("demo-jonas").comment(draft, "Last year's draft still fits.");
  await world.as("demo-jonas").close(draft, "not_planned");
  await world.lookAlone(run);
  world.sandbox.clearFaults();
  const { state, stateReason, comments } = await world.issue(draft);
  expect({ state, stateReason }).toEqual({ state: "closed", stateReason: "not_planned" });
  expect(comments.join("\n")).not.toContain("needs a few words why");
});
