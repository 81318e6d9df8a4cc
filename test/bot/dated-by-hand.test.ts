import { afterEach, beforeEach, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

async function begin(confirm: string) {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: new Map([
      ...articleHandbook([
        "id: write, title: Write, role: author, due: -5bd",
        "id: edit, title: Edit, role: editor, due: 0d",
      ]),
      ["handbook.yml", `title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: ${confirm}\n`],
    ]),
  });
  await world
    .as("demo-lena")
    .open("Write an article", formBody({ Process: "article", "Publish date": "2026-12-18", People: "" }), [
      "handrail:run",
    ]);
}

beforeEach(() => begin("never"));
afterEach(() => world.close());

/** The step is issue 2; its date on GitHub, in its text, and what was said last on it. */
async function step() {
  const { body, comments } = await world.issue(2);
  return {
    native: [...(world.sandbox.state.issues.get(2)?.fieldValues.values() ?? [])][0],
    due: /\*\*Due (.*?)\*\*/.exec(body)?.[1],
    said: comments.filter((comment) => comment.startsWith("handrail[bot]")).at(-1) ?? "",
  };
}

test("a native date set with a comment why is the same as /due", async () => {
  await world.as("demo-jonas").comment(2, "The interview is a day later.");
  await world.as("demo-jonas").date(2, "2026-12-14");
  await world.sweep();
  expect(await step()).toMatchObject({ native: "2026-12-14", due: "Monday 14 December 2026" });
  expect(await world.status(1)).toContain("The interview is a day later.");
});

/** What GitHub sends when somebody sets or takes off a native field; the local GitHub sends published events only. */
async function dated(action: "field_added" | "field_removed") {
  const { id, title, body } = world.sandbox.state.issues.get(2) ?? expect.unreachable();
  const [owner = "", name = ""] = world.repository.split("/");
  await world.bot.probot.receive({
    id: "1",
    name: "issues",
    payload: {
      action,
      issue: { id, number: 2, title, body, labels: [{ name: "handrail:step" }] },
      repository: { name, owner: { login: owner }, full_name: world.repository, default_branch: "main" },
      sender: { id: 1, login: "demo-jonas" },
      installation: { id: world.sandbox.app.installationId },
    },
  } as never);
  await world.sandbox.idle();
}

test("a native date is heard of at once, set or taken off", async () => {
  await world.as("demo-jonas").comment(2, "The interview is a day later.");
  await world.as("demo-jonas").date(2, "2026-12-14");
  await dated("field_added");
  expect(await step()).toMatchObject({ native: "2026-12-14", due: "Monday 14 December 2026" });
  await world.as("demo-jonas").date(2, null);
  await dated("field_removed");
  expect(await step()).toMatchObject({ native: "2026-12-14" });
});

test.each([
  [
    "without a word why",
    "demo-jonas",
    "2026-12-14",
    "moving a date needs a few words why, so I put it back to Friday 11 December 2026. Please write `/due 2026-12-14 why it moves`.",
  ],
  [
    "that is past",
    "demo-lena",
    "2026-10-01",
    "Thursday 1 October 2026 is past, so I put the date back to Friday 11 December 2026.",
  ],
  ["that cannot be meant", "demo-lena", "9999-12-31", "is too far away to be meant"],
  ["that is taken off", "demo-lena", null, "a step keeps its date, so I put back Friday 11 December 2026."],
])("a native date %s is put back, once", async (why, login, day, words) => {
  if (why !== "without a word why") await world.as(login).comment(2, "It is better so.");
  await world.as(login).date(2, day);
  await world.sweep();
  expect(await step()).toMatchObject({ native: "2026-12-11", due: "Friday 11 December 2026" });
  expect((await step()).said).toContain(words);
  const { length } = (await world.issue(2)).comments;
  await world.sweep();
  expect((await world.issue(2)).comments).toHaveLength(length);
});

test("what /due would ask to confirm is put back with the command", async () => {
  await world.close();
  await begin("on-warnings");
  await world.as("demo-jonas").comment(2, "The interview is later.");
  await world.as("demo-jonas").date(2, "2026-12-21");
  await world.sweep();
  expect((await step()).native).toBe("2026-12-11");
  expect((await step()).said).toContain(
    "I put the date back to Friday 11 December 2026 for now: a new one is confirmed here first. Please write `/due 2026-12-21 why it moves`.",
  );
});
