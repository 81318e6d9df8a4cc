import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/** demo-jonas writes and may write here, demo-lena and demo-sofia approve; one aim: that the approval ends without them. */
const files = articleHandbook([
  "id: draft, title: Draft, role: author, due: -5d",
  "id: check, title: Check, kind: approval, approvers: [editor, lead], approves: draft, due: -3d",
  "id: publish, title: Publish, role: author, due: 0d",
]);
let world: TestWorld;
let run: number;

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  const form = formBody({ Process: "article", "Publish date": "2026-12-18", People: "" });
  run = await world.as("demo-jonas").open("An article", form, ["handrail:run"]);
  await world.as("demo-jonas").close(await numberOf("Draft"));
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

const numberOf = async (title: string) =>
  (await world.issues()).findLast((issue) => issue.parent === run && issue.title.startsWith(title))?.number ??
  0;
const write = async (title: string, who: string, words: string) =>
  world.as(who).comment(await numberOf(title), words);
const isOpen = async () => (await world.issue(await numberOf("Check"))).state === "open";
const loseWebhooks = () => world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
const control = async (path: string, body: unknown) => {
  const response = await fetch(`${world.url}/sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as { token?: string };
};
/** The clock goes on between what two people do, and the bot does not look. */
const later = () => world.setClock(new Date(Date.parse(world.now()) + 60_000).toISOString());

describe("a login", () => {
  test("that another account has taken over since gives no approval", async () => {
    await write("Check", "demo-lena", "/approve");
    await control("rename", { login: "demo-sofia", to: "demo-sofie" });
    await control("accounts", { login: "demo-sofia", name: "Somebody else", permission: "write" });
    await write("Check", "demo-sofia", "/approve");
    expect(await isOpen()).toBe(true);
    await write("Check", "demo-sofie", "/approve");
    expect(await isOpen()).toBe(false);
  });

  test("of an approver that whoever did the work takes himself gives none", async () => {
    await write("Check", "demo-lena", "/approve");
    await control("rename", { login: "demo-sofia", to: "demo-sofie" });
    await control("rename", { login: "demo-jonas", to: "demo-sofia" });
    await write("Check", "demo-sofia", "/approve");
    await write("Check", "demo-sofia", "/skip she is ill");
    expect(await isOpen()).toBe(true);
  });
});

test("an approval of a text that was changed before the bot looked is asked for again", async () => {
  await loseWebhooks();
  await write("Check", "demo-lena", "/approve");
  await write("Check", "demo-sofia", "/approve");
  later();
  await loseWebhooks();
  await world.as("demo-jonas").edit(await numberOf("Draft"), "Something else entirely.");
  await world.sweep();
  expect(await isOpen()).toBe(true);
});

/** What approvers see beside what they judge: a title may be changed as unseen as a text, before their word or after it. */
describe("a title of the judged step", () => {
  const approveBoth = async () => {
    for (const who of ["demo-lena", "demo-sofia"]) {
      await loseWebhooks();
      await write("Check", who, "/approve");
    }
  };
  const rename = async (title: string) => {
    await loseWebhooks();
    await world.as("demo-jonas").rename(draft, title);
  };
  let draft: number;
  beforeEach(async () => {
    draft = await numberOf("Draft");
  });

  test("that was changed between the two is asked for again, and it is said who changed it", async () => {
    await world.as("demo-lena").edit(draft, `${(await world.issue(draft)).body}\n\nA thousand words.`);
    later();
    await write("Check", "demo-lena", "/approve");
    later();
    await rename("Draft: with a fee of a million");
    await world.sweep();
    await write("Check", "demo-sofia", "/approve");
    await world.sweep();
    expect(await isOpen()).toBe(true);
    const { comments } = await world.issue(await numberOf("Check"));
    expect(comments.join("\n")).toContain("demo-jonas has changed the text of **Draft**");
  });

  test("that was changed after both had approved, before the bot looked, is approved by nobody", async () => {
    await approveBoth();
    later();
    await rename("Draft: with a fee of a million");
    await world.sweep();
    expect(await isOpen()).toBe(true);
  });

  test("that both saw, and that was changed back before the bot looked, is approved by nobody", async () => {
    const { title } = await world.issue(draft);
    await rename("Draft: a harmless one");
    later();
    await approveBoth();
    later();
    await rename(title);
    await world.sweep();
    expect(await isOpen()).toBe(true);
  });

  test("that was changed before they looked is approved as they saw it", async () => {
    await rename("Draft: with a fee of a million");
    later();
    await approveBoth();
    await world.sweep();
    expect(await isOpen()).toBe(false);
  });
});

test("two bots at once, on two approvals and a change of the text, end nothing that was not approved", async () => {
  await write("Check", "demo-lena", "/approve");
  await loseWebhooks();
  await write("Check", "demo-sofia", "/approve");
  await world.as("demo-jonas").edit(await numberOf("Draft"), "Something else entirely.");
  await Promise.all([world.lookAlone(run), world.lookAlone(run), world.look(run)]);
  await world.sweep();
  expect(await isOpen()).toBe(true);
});

test("two bots at once, on one approval of two, end nothing", async () => {
  await loseWebhooks();
  await write("Check", "demo-lena", "/approve");
  await write("Check", "demo-jonas", "/approve");
  await Promise.all([world.lookAlone(run), world.lookAlone(run)]);
  await world.sweep();
  expect(await isOpen()).toBe(true);
});

test("taken off the run, the approval is made anew and still to be given", async () => {
  const before = await numberOf("Check");
  await world.as("demo-jonas").removeSubIssue(run, before);
  await world.sweep();
  expect(await numberOf("Check")).not.toBe(before);
  expect(await isOpen()).toBe(true);
  expect((await world.issue(await numberOf("Publish"))).comments.join("\n")).not.toContain("it is your turn");
});

test("deleted by an admin, the approval is made anew and still to be given, by both", async () => {
  await write("Check", "demo-lena", "/approve");
  const before = await numberOf("Check");
  const admin = await control("accounts", { login: "demo-root", name: "An admin", permission: "admin" });
  const query = "mutation($id: ID!) { deleteIssue(input: { issueId: $id }) { repository { name } } }";
  const deleted = await world.sandbox.fetch(world.sandbox.links.graphql, {
    method: "POST",
    headers: { authorization: `Bearer ${admin.token}`, "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { id: world.sandbox.state.issues.get(before)?.nodeId } }),
  });
  expect(await deleted.json()).not.toHaveProperty("errors");
  await world.sweep();
  expect(world.sandbox.state.issues.has(before)).toBe(false);
  expect(await numberOf("Check")).toBeGreaterThan(before);
  expect(await isOpen()).toBe(true);
  expect((await world.issue(await numberOf("Publish"))).comments.join("\n")).not.toContain("it is your turn");
  await write("Check", "demo-jonas", "/approve");
  await world.as("demo-jonas").close(await numberOf("Check"));
  expect(await isOpen()).toBe(true);
});

test("moved to another repository and back, the approval is still to be given", async () => {
  await write("Check", "demo-lena", "/approve");
  await control("transfer", { issue: await numberOf("Check") });
  await world.sweep();
  await world.sweep();
  expect(await isOpen()).toBe(true);
  await world.as("demo-jonas").close(await numberOf("Check"));
  expect(await isOpen()).toBe(true);
});

test("work that was moved to another repository and back is not approved, since nobody can tell what became of it", async () => {
  await write("Check", "demo-lena", "/approve");
  await control("transfer", { issue: await numberOf("Draft") });
  await world.sweep();
  await write("Check", "demo-sofia", "/approve");
  expect(await isOpen()).toBe(true);
  expect((await world.issue(await numberOf("Check"))).comments.join("\n")).toContain("taken it off this run");
});

test("an answer to a mail is no word on what the mail program repeats of it", async () => {
  await write("Check", "demo-jonas", "/approve");
  const mail = `From: Jonas ***@***.***>
Sent: Monday, November 2, 2026 10:12 AM
To: acme/handbook ***@***.***>
Subject: Re: [acme/handbook] Check (#3)

/approve

—
Reply to this email directly, view it on GitHub`;
  for (const who of ["demo-lena", "demo-sofia"]) await write("Check", who, `No, please wait.\n\n${mail}`);
  expect(await isOpen()).toBe(true);
  for (const who of ["demo-lena", "demo-sofia"]) await write("Check", who, `/approve\n\n${mail}`);
  expect(await isOpen()).toBe(false);
});

test("words in code that only look like a note are part of what is approved", async () => {
  const draft = await numberOf("Draft");
  const { body } = await world.issue(draft);
  await world.as("demo-jonas").edit(draft, `${body}\n\n    The price is 90`);
  await write("Check", "demo-lena", "/approve");
  await world
    .as("demo-jonas")
    .edit(draft, `${body}\n\n    The price is 90<!-- handrail:note thousand francs -->`);
  await write("Check", "demo-sofia", "/approve");
  expect(await isOpen()).toBe(true);
});

test("a copy of the status that says it was approved counts for nothing", async () => {
  const own = world.sandbox.state.issues
    .get(run)
    ?.comments.find(({ body }) => body.includes("handrail:status"));
  await world.as("demo-jonas").comment(run, own?.body ?? "");
  await world.as("demo-jonas").comment(await numberOf("Check"), own?.body ?? "");
  await world.as("demo-jonas").deleteComment(own?.id ?? 0);
  await world.sweep();
  expect(await isOpen()).toBe(true);
});

describe("a decision that the approval hangs on", () => {
  test("is neither decided, skipped, taken over nor closed by whoever did the judged work", async () => {
    await world.close();
    world = await openTestWorld({
      now: "2026-11-02T09:00:00Z",
      files: articleHandbook([
        "id: draft, title: Draft, role: author, due: -9d",
        "id: risky, title: Is it risky, kind: decision, role: editor, options: [yes, no], due: -6d",
        "id: check, title: Check, kind: approval, approvers: [lead], approves: draft, after: [risky], when: { risky: yes }, due: -3d",
        "id: publish, title: Publish, role: author, due: 0d",
      ]),
    });
    const form = formBody({ Process: "article", "Publish date": "2026-12-18", People: "" });
    run = await world.as("demo-jonas").open("An article", form, ["handrail:run"]);
    await world.as("demo-jonas").close(await numberOf("Draft"));
    const decision = await numberOf("Is it risky");
    for (const words of ["/decide no", "/skip not needed", "/hand-to @demo-jonas I know the case"])
      await write("Is it risky", "demo-jonas", words);
    for (const reason of ["completed", "not_planned", "duplicate"] as const)
      await world.as("demo-jonas").close(decision, reason);
    await world.as("demo-jonas").assign(decision, ["demo-jonas"]);
    await world.sweep();
    expect(await world.issue(decision)).toMatchObject({ state: "open", assignees: ["demo-lena"] });
    expect(await isOpen()).toBe(true);
    await write("Is it risky", "demo-lena", "/decide no");
    expect((await world.issue(decision)).state).toBe("closed");
    expect(await isOpen()).toBe(false);
  });
});
