import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sealOf } from "../../bot/seal.ts";
import { sealNotes } from "../../core/run/index.ts";
import { formBody, launchHandbook, notesKey, openTestWorld, type TestWorld } from "./world.ts";

/** A launch that starts an article and a press kit: the article's picture waits for the logo of the kit. */
const files = launchHandbook({
  launch: [
    "id: article, title: Publish the article, kind: process, process: article, role: editor, after: [], due: -1d",
    "id: kit, title: Make the press kit, kind: process, process: kit, role: editor, after: [], due: -3d",
    "id: party, title: Celebrate, role: lead, after: [article, kit], due: +5d",
  ],
  article: [
    "id: draft, title: Write the draft, role: author, due: -40d",
    "id: picture, title: Choose the picture, role: author, after: [draft, kit/logo]",
    "id: publish, title: Publish, role: author, due: 0d",
  ],
  others: {
    "content/kit.mdx": `---
title: Make a press kit
summary: All that the press asks for.
outcome: The kit is there.
trigger: A launch.
owner: lead
anchor: Sent on
steps:
  - { id: brief, title: Brief the printer, role: lead, due: -30d }
  - { id: logo, title: Draw the logo, role: lead, due: -20d }
  - { id: send, title: Send it, role: lead, due: 0d }
---
`,
  },
});

let world: TestWorld;
let run: number;
let article: number;
let kit: number;

const numberOf = (title: string) => world.numberOf(title);
const withoutFooter = (text: string) => text.slice(0, text.indexOf("<sub>"));
const bodyOf = async (title: string) => withoutFooter((await world.issue(await numberOf(title))).body);
const lastWords = async (issue: number) => (await world.issue(issue)).comments.at(-1) ?? "";
const closeAs = async (login: string, title: string) => world.as(login).close(await numberOf(title));

async function begin(): Promise<void> {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
  article = await numberOf("Publish the article");
  kit = await numberOf("Make the press kit");
}
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

describe("a step that waits for one of a run beside its own", () => {
  beforeEach(begin);

  test("is dated after it, and says what it waits for and who has that", async () => {
    expect(await bodyOf("Choose the picture")).toMatchSnapshot();
    expect(withoutFooter(await world.status(article))).toMatchSnapshot();
  });

  test("is named, with who has it, where it is waited for, as long as it is not over", async () => {
    const waits = "**Choose the picture (Publish the article)** (demo-jonas)";
    expect(await bodyOf("Draw the logo")).toContain(
      `**Waiting for it:** **Send it** (demo-sofia) and ${waits}`,
    );
    expect(await bodyOf("Brief the printer")).not.toContain("Choose the picture");
    await world
      .as("demo-jonas")
      .comment(await numberOf("Choose the picture"), "/hand-to @demo-lena I am away");
    expect(await bodyOf("Draw the logo")).toContain(waits.replace("demo-jonas", "demo-lena"));
    await world.as("demo-lena").comment(await numberOf("Choose the picture"), "/skip we have one");
    expect(await bodyOf("Draw the logo")).toContain("**Waiting for it:** **Send it** (demo-sofia)\n");
  });

  test("has its turn once both are over, and not before", async () => {
    const picture = await numberOf("Choose the picture");
    await closeAs("demo-jonas", "Write the draft");
    expect(await world.status(article)).not.toContain("Whose turn it is");
    expect((await world.issue(picture)).comments).toEqual([]);
    await closeAs("demo-sofia", "Brief the printer");
    await closeAs("demo-sofia", "Draw the logo");
    expect(await world.status(article)).toContain(`**Whose turn it is:** #${picture} **Choose the picture`);
    expect(await lastWords(picture)).toMatchSnapshot();
    expect(await bodyOf("Choose the picture")).toContain("You can begin: nothing before it is open.");
  });

  test("is held again when that is opened again, and released once more", async () => {
    const picture = await numberOf("Choose the picture");
    for (const title of ["Brief the printer", "Draw the logo"]) await closeAs("demo-sofia", title);
    await closeAs("demo-jonas", "Write the draft");
    expect(await world.status(article)).toContain("Whose turn it is");
    await world.as("demo-sofia").reopen(await numberOf("Draw the logo"));
    expect(await world.status(article)).not.toContain("Whose turn it is");
    expect(await bodyOf("Choose the picture")).toContain("Waits for **Draw the logo");
    await closeAs("demo-sofia", "Draw the logo");
    expect(await world.status(article)).toContain(`**Whose turn it is:** #${picture}`);
  });

  test("does not wait for what is skipped, or for a run that is cancelled", async () => {
    await closeAs("demo-jonas", "Write the draft");
    await world.as("demo-sofia").comment(await numberOf("Draw the logo"), "/skip we have one");
    expect(await world.status(article)).toContain("**Whose turn it is:**");
    await world.as("demo-sofia").reopen(await numberOf("Draw the logo"));
    expect(await world.status(article)).not.toContain("**Whose turn it is:**");
    expect(await lastWords(await numberOf("Choose the picture"))).toContain("** (#9) was skipped.");
    await world.moveTo("2026-11-04T09:00:00Z");
    await world.as("demo-sofia").comment(kit, "/cancel no press this time");
    expect(await world.status(article)).toContain("**Whose turn it is:**");
    expect(await bodyOf("Choose the picture")).toContain("that is left out of its run");
    expect(await lastWords(await numberOf("Choose the picture"))).toContain(
      "Draw the logo (Make the press kit)** was skipped.",
    );
  });

  test("hears whom it waits for anew when that is handed over or dated anew", async () => {
    const logo = await numberOf("Draw the logo");
    await world.as("demo-sofia").comment(logo, "/hand-to @demo-jonas I am away");
    await world.as("demo-sofia").comment(logo, "/due 2027-01-22 the artist is ill");
    const body = await bodyOf("Choose the picture");
    expect(body).toContain(`#${logo}, promised for Fri 22 Jan, with demo-jonas`);
  });

  test("hears of it at the next look where every event was lost", async () => {
    await closeAs("demo-jonas", "Write the draft");
    world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    await closeAs("demo-sofia", "Draw the logo");
    expect(await world.status(article)).not.toContain("**Whose turn it is:**");
    await world.moveTo("2026-11-03T09:00:00Z");
    expect(await world.status(article)).toContain("**Whose turn it is:**");
    expect((await world.issue(await numberOf("Choose the picture"))).comments).toHaveLength(1);
  });

  test("moves with what it waits for when the run above both is moved", async () => {
    await world.as("demo-sofia").comment(run, "/move 2027-02-12 the hall is taken");
    expect(await bodyOf("Draw the logo")).toContain("**Due Wednesday 20 January 2027**");
    expect(await bodyOf("Choose the picture")).toContain("**Due Thursday 21 January 2027**");
    expect(await bodyOf("Choose the picture")).toContain("promised for Wed 20 Jan");
    await world.as("demo-sofia").comment(run, "/move 2027-01-29 it is free again");
    expect(await bodyOf("Choose the picture")).toContain("**Due Thursday 7 January 2027**");
  });

  test("is held, and says so, while the notes of the other run cannot be read", async () => {
    await closeAs("demo-jonas", "Write the draft");
    const { id: repository } = world.sandbox.state.repository;
    const status = world.sandbox.state.issues
      .get(kit)
      ?.comments.find(({ body }) => body.includes("<!-- handrail:status "));
    if (!status) throw new Error("There is no status comment.");
    const place = { repository, issue: kit };
    const newer = sealNotes("### Newer\n\n<!-- handrail:status 9.AAAA -->", place, sealOf(notesKey));
    await world.as("handrail[bot]").editComment(status.id, newer);
    await world.moveTo("2026-11-03T09:00:00Z");
    expect(await bodyOf("Choose the picture")).toContain("and I cannot read how it stands");
    expect(await world.status(article)).not.toContain("**Whose turn it is:**");
    expect(await world.status(article)).toContain("**Waits for other runs:**");
  });

  test("closed before its turn is a departure, as any other", async () => {
    await closeAs("demo-jonas", "Write the draft");
    await closeAs("demo-jonas", "Choose the picture");
    expect(await world.status(article)).toContain("before its turn");
  });

  test("waits no longer when its run is taken off the one above, and says so", async () => {
    await closeAs("demo-jonas", "Write the draft");
    await world.as("demo-lena").removeSubIssue(run, article);
    await world.moveTo("2026-11-03T09:00:00Z");
    expect(await world.status(article)).toContain("this run is not part of another one");
    expect(await world.status(article)).toContain("**Whose turn it is:**");
  });
});

test("a run that is started alone waits for none beside it, and says so", async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  const body = formBody({ Process: "article", "Publish date": "2027-01-29", People: "" });
  const alone = await world.as("demo-lena").open("Article: Rails", body, ["handrail:run"]);
  await closeAs("demo-jonas", "Write the draft");
  expect(await world.status(alone)).toContain(
    "**Choose the picture** does not wait for `kit/logo`: this run is not part of another one.",
  );
  expect(await world.status(alone)).toContain("**Whose turn it is:**");
});
