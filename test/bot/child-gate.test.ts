import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formBody, launchHandbook, openTestWorld, type TestWorld } from "./world.ts";

/** A launch whose article is a run of its own: Jonas writes it, Sofia approves it, Lena answers for articles, Sofia for launches. */
const files = (approvals: "locked" | "open") =>
  launchHandbook({
    launch: [
      "id: article, title: Publish the article, kind: process, process: article, role: editor, accountable: lead, due: 0d",
      "id: party, title: Celebrate, role: lead, due: +5d",
    ],
    article: [
      "id: draft, title: Write the draft, role: author, due: -5d",
      "id: judge, title: Approve the draft, kind: approval, approvers: [lead], approves: draft, due: -2d",
      "id: publish, title: Publish, role: author, due: 0d",
    ],
    others: {
      "handbook.yml": `title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: never\napprovals: ${approvals}\n`,
    },
  });

let world: TestWorld;
let run: number;
let child: number;

async function begin(approvals: "locked" | "open" = "locked"): Promise<void> {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: files(approvals) });
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
  child = await numberOf("Publish the article");
}
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});
const numberOf = (title: string) => world.numberOf(title);
const lastWords = async (issue: number) => (await world.issue(issue)).comments.at(-1) ?? "";
const drafted = async () => world.as("demo-jonas").close(await numberOf("Write the draft"));

describe("a step that is a run with an approval in it", () => {
  test("is ended neither in itself nor from above by whoever did the judged work, or has only taken it over", async () => {
    await begin();
    await drafted();
    const jonas = world.as("demo-jonas");
    await jonas.comment(run, "/hand-to article @demo-jonas I do it all");
    await jonas.comment(child, "/cancel it takes too long");
    expect(await lastWords(child)).toContain(
      "only whoever answers for it can do that. Please ask demo-lena.",
    );
    await jonas.comment(run, "/skip article it takes too long");
    expect(await lastWords(run)).toContain("only whoever answers for it can do that. Please ask demo-sofia.");
    await jonas.comment(child, "It takes too long.");
    await jonas.close(child, "not_planned");
    expect(await lastWords(child)).toContain("only whoever answers for it can end this run");
    expect((await world.issue(child)).state).toBe("open");
    expect(await world.status(run)).toContain("**Under way with steps of their own:**");
    expect(await world.status(run)).not.toContain("skipped");
  });

  test("is not ended by whoever answers for it when an approval of their own work waits there", async () => {
    await begin();
    await world
      .as("demo-lena")
      .comment(await numberOf("Write the draft"), "/hand-to @demo-lena I am quicker");
    await world.as("demo-lena").close(await numberOf("Write the draft"));
    await world.as("demo-lena").comment(child, "/cancel it is good as it is");
    expect(await lastWords(child)).toContain("An approval of your own work still waits in this run");
    await world.as("demo-lena").comment(child, "It is good as it is.");
    await world.as("demo-lena").close(child, "not_planned");
    expect(await lastWords(child)).toContain("an approval of your own work still waits in this run");
    expect((await world.issue(child)).state).toBe("open");
  });

  test("is ended by whoever answers for it, with a reason, and shown as not approved", async () => {
    await begin();
    await drafted();
    await world.as("demo-lena").comment(child, "/cancel");
    expect((await world.issue(child)).state).toBe("open");
    await world.as("demo-lena").comment(child, "/cancel the magazine writes it");
    expect((await world.issue(child)).stateReason).toBe("not_planned");
    expect(await world.status(run)).toContain("» skipped, **not approved**");
    expect(await world.status(run)).toContain(
      "**Publish the article** skipped by demo-lena, so it is **not approved**: “the magazine writes it”",
    );
    expect(await lastWords(await numberOf("Celebrate"))).toContain("was skipped: **not approved**");
    expect((await world.issue(child)).comments.join("\n")).toContain(
      "@demo-sofia, demo-lena has left **Publish the article** out, so it is **not approved**",
    );
  });

  test("is left out from above by whoever answers for the step there", async () => {
    await begin();
    await drafted();
    await world.as("demo-sofia").comment(run, "/skip article the magazine writes it");
    expect((await world.issue(child)).stateReason).toBe("not_planned");
    expect(await world.status(run)).toContain("» skipped, **not approved**");
  });

  test("is a run like any other once the approval is given", async () => {
    await begin();
    await drafted();
    await world.as("demo-sofia").comment(await numberOf("Approve the draft"), "/approve");
    await world.as("demo-jonas").comment(child, "/cancel the magazine writes it");
    expect((await world.issue(child)).stateReason).toBe("not_planned");
    expect(await world.status(run)).not.toContain("not approved");
  });

  test("is one with approvals: open too, and still shown as not approved", async () => {
    await begin("open");
    await drafted();
    await world.as("demo-jonas").comment(child, "/cancel it takes too long");
    expect((await world.issue(child)).stateReason).toBe("not_planned");
    expect(await world.status(run)).toContain("» skipped, **not approved**");
  });
});

describe("a run whose work an approver of the run above wants changed", () => {
  const judged = launchHandbook({
    launch: [
      "id: article, title: Publish the article, kind: process, process: article, role: editor, due: -5d",
      "id: judge, title: Approve the article, kind: approval, approvers: [lead], due: 0d",
    ],
    article: ["id: draft, title: Write the draft, role: author, due: -5d"],
  });

  beforeEach(async () => {
    world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: judged });
    const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
    run = await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
    child = await numberOf("Publish the article");
    await drafted();
    await world.as("demo-sofia").comment(await numberOf("Approve"), "/changes The facts are wrong");
  });
  const stepOfChanges = () => numberOf("Make the changes");

  test("is open again, with a step for the changes", async () => {
    expect((await world.issue(child)).state).toBe("open");
    const { body, assignees } = await world.issue(await stepOfChanges());
    expect(body).toContain("Added by demo-sofia:\n\n> The facts are wrong");
    expect(assignees).toEqual(["demo-lena"]);
    expect((await world.issue(child)).comments.slice(1)).toEqual([
      expect.stringContaining("demo-sofia asks for changes to **Publish the article**"),
    ]);
    expect(await world.status(run)).not.toContain("**Whose turn it is:**");
  });

  test("is approved only after the changes are made", async () => {
    const approval = await numberOf("Approve");
    await world.as("demo-sofia").comment(approval, "/approve");
    expect((await world.issue(approval)).state).toBe("open");
    await world.as("demo-lena").close(await stepOfChanges());
    expect((await world.issue(child)).state).toBe("closed");
    expect(await world.status(run)).toContain(`**Whose turn it is:** #${approval}`);
    await world.as("demo-sofia").comment(approval, "/approve");
    expect((await world.issue(run)).state).toBe("closed");
  });

  test("is not approved by whoever made the changes", async () => {
    const changes = await stepOfChanges();
    await world.as("demo-lena").comment(changes, "/hand-to @demo-sofia you know best what you want");
    await world.as("demo-sofia").close(changes);
    const approval = await numberOf("Approve");
    await world.as("demo-sofia").comment(approval, "/approve");
    expect((await world.issue(approval)).state).toBe("open");
    expect(await lastWords(approval)).toContain("your own work");
  });

  test("has nothing to change any more when that is taken back", async () => {
    await world.as("demo-sofia").comment(await numberOf("Approve"), "/undo");
    expect((await world.issue(await stepOfChanges())).state).toBe("closed");
    expect((await world.issue(child)).state).toBe("closed");
    expect(await world.status(run)).toContain(`**Whose turn it is:** #${await numberOf("Approve")}`);
  });

  test("is taken up again where it was cancelled", async () => {
    await world.as("demo-lena").comment(child, "/cancel we do without");
    await world.as("demo-sofia").comment(await numberOf("Approve"), "/changes I want one");
    expect((await world.issue(child)).state).toBe("open");
    expect((await world.issue(await stepOfChanges())).state).toBe("open");
    expect(await world.status(child)).toContain("**Whose turn it is:**");
    expect(await world.status(run)).not.toContain("**Whose turn it is:**");
  });

  test("gets a step for each time, and none for a look more", async () => {
    await world.as("demo-lena").close(await stepOfChanges());
    await world.as("demo-sofia").comment(await numberOf("Approve"), "/changes And the names");
    await world.sweep();
    await world.lookAlone(child);
    const made = (await world.issues()).filter(({ title }) => title.startsWith("Make the changes"));
    expect(made.map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  test("goes on after whoever makes the changes has left them out", async () => {
    await world.as("demo-lena").comment(await stepOfChanges(), "/skip the facts are right after all");
    expect((await world.issue(child)).state).toBe("closed");
    expect(await world.status(run)).toContain(`**Whose turn it is:** #${await numberOf("Approve")}`);
  });
});
