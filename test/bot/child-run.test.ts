import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formBody, launchHandbook, openTestWorld, type TestWorld } from "./world.ts";

const files = launchHandbook({
  launch: [
    "id: describe, title: Describe it, role: lead, due: -20d",
    "id: article, title: Publish the article, kind: process, process: article, role: editor, due: 0d, input: [{ what: The description, from: describe }]",
    "id: party, title: Celebrate, role: lead, due: +5d",
  ],
  article: [
    "id: draft, title: Write the draft, role: author, due: -5d",
    "id: publish, title: Publish, role: author, due: 0d",
  ],
  body: `
## Publish the article

Write it for people who have never heard of us.

### Process

- [ ] It names the price.
`,
});

let world: TestWorld;
let run: number;
let child: number;

const numberOf = (title: string) => world.numberOf(title);
const lastWords = async (issue: number) => (await world.issue(issue)).comments.at(-1) ?? "";

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
  child = await numberOf("Publish the article");
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

describe("a step that is a process", () => {
  test("says what the step asks for, and then what the run began with", async () => {
    const { body } = await world.issue(child);
    expect(body).toContain("- The description, from **Describe it**");
    expect(body).toContain("Write it for people who have never heard of us.");
    expect(body).toContain("- [ ] It names the price.");
    expect(body).toMatch(/### Process\n\narticle\n\n### Publish date\n\n2027-01-29/);
    expect(body.indexOf("It names the price")).toBeLessThan(body.indexOf("### Process\n\narticle"));
  });

  test("says when its steps begin, not when somebody's turn comes", async () => {
    expect((await world.issue(child)).body).toContain(
      "Waits for **Describe it**. Its first step begins after that.",
    );
    await world.as("demo-sofia").close(await numberOf("Describe it"));
    expect((await world.issue(child)).body).toContain("Its steps can begin: nothing before it is open.");
  });

  test("begins when the steps before it are over, and not earlier", async () => {
    expect(await world.status(child)).toContain(
      `**Waits for:** #${await numberOf("Describe it")} **Describe it`,
    );
    expect(await world.status(child)).not.toContain("Whose turn it is");
    const draft = await numberOf("Write the draft");
    expect((await world.issue(draft)).body).toContain("Waits for **Describe it: Rails**");
    await world.as("demo-sofia").close(await numberOf("Describe it"));
    expect(await world.status(child)).toContain(`**Whose turn it is:** #${draft} **Write the draft**`);
    expect(await lastWords(draft)).toContain("@demo-jonas, it is your turn: **Write the draft**");
    expect(await lastWords(draft)).toContain("- demo-sofia has finished **Describe it: Rails** (#2).");
    expect(await lastWords(draft)).toContain(
      `What is wanted, and what you have to work with, stands in #${child}.`,
    );
  });

  test("waits on when somebody takes the link to the step before it away", async () => {
    await world.as("demo-lena").unblock(child, await numberOf("Describe it"));
    const draft = await numberOf("Write the draft");
    await world.as("demo-jonas").comment(draft, "/help");
    expect(await world.status(child)).not.toContain("Whose turn it is");
    expect((await world.issue(draft)).comments.join()).not.toContain("it is your turn");
  });

  test("waits again when a step before it is opened again", async () => {
    const before = await numberOf("Describe it");
    await world.as("demo-sofia").close(before);
    await world.as("demo-sofia").reopen(before);
    expect(await world.status(child)).toContain("**Waits for:**");
  });

  test("is over when its own steps are", async () => {
    await world.as("demo-sofia").close(await numberOf("Describe it"));
    await world.as("demo-jonas").close(await numberOf("Write the draft"));
    await world.as("demo-jonas").close(await numberOf("Publish: "));
    expect((await world.issue(child)).state).toBe("closed");
    expect(await lastWords(await numberOf("Celebrate"))).toContain("- Finished: **Publish the article**");
  });

  test("is opened again when somebody closes it with steps to go", async () => {
    await world.as("demo-lena").close(child);
    expect((await world.issue(child)).state).toBe("open");
    expect(await world.status(run)).toContain("| planned |");
    expect((await world.issue(await numberOf("Celebrate"))).comments).toEqual([]);
  });
});

describe("commands on it are for its own run", () => {
  test.each([
    ["/due 2027-02-10 later", "To move the whole run, write `/move 2027-02-10 later`."],
    ["/skip no article this time", "To end the whole run, write `/cancel no article this time`."],
  ])("%s is no command for the run above", async (command, words) => {
    await world.as("demo-lena").comment(child, command);
    expect((await world.issue(child)).state).toBe("open");
    const answers = (await world.issue(child)).comments.filter((text) => text.includes("@demo-lena:"));
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain(words);
  });

  test("/cancel ends it, and skips the step of the run above for that reason", async () => {
    await world.as("demo-lena").comment(child, "/cancel the magazine writes it");
    expect((await world.issue(child)).stateReason).toBe("not_planned");
    expect((await world.issue(await numberOf("Write the draft"))).state).toBe("closed");
    expect(await world.status(run)).toContain(
      "**Publish the article** skipped by demo-lena: “the magazine writes it”",
    );
  });

  test("/move and /add change it, and the run above shows its new date", async () => {
    await world.as("demo-lena").comment(child, "/move 2027-02-05 the printer needs longer");
    await world.as("demo-lena").comment(child, "/add Ask the printer @demo-sofia 2027-01-20 he is new");
    expect(await world.status(child)).toContain("**Publish date:** Friday 5 February 2027");
    expect(await world.status(child)).toContain("Ask the printer");
    expect(await world.status(run)).toContain("| demo-lena | Fri 5 Feb 2027 (planned Fri 29 Jan) |");
    expect(await world.status(run)).toContain(
      "**Publish the article** moved to Fri 5 Feb 2027 by demo-lena: “the printer needs longer”",
    );
    expect((await world.issue(child)).body).toContain("**Due Friday 5 February 2027**");
    await world.sweep();
    expect(await world.status(child)).toContain("**Publish date:** Friday 5 February 2027");
    expect(await world.status(child)).toContain("2 departures from the plan");
  });

  test.each([
    ["2027-02-26", "Friday 26 February 2027"],
    ["2027-01-29", "Friday 29 January 2027"],
  ])("it moves with the run above to %s after that too", async (date, inWords) => {
    await world.as("demo-lena").comment(child, "/move 2027-02-05 the printer needs longer");
    await world.as("demo-lena").comment(run, "/move 2027-02-19 the product is late");
    await world.as("demo-lena").comment(run, `/move ${date} it is not`);
    expect(await world.status(child)).toContain(`**Publish date:** ${inWords}`);
    expect((await world.issue(child)).body).toContain(`### Publish date\n\n${date}`);
    const told = await lastWords(await numberOf("Write the draft"));
    expect(told).toContain(`demo-lena has moved #${run}, and with it the **publish date** of this run`);
    expect(told).toContain(`to **${inWords}**:\n\n> it is not`);
    expect(await world.status(child)).toContain("by demo-lena: “it is not”");
  });

  test("a step before it that is late is told nobody while there is time enough", async () => {
    await world.moveTo("2027-01-12T09:00:00Z");
    await world.as("demo-sofia").close(await numberOf("Describe it"));
    expect(await world.status(child)).toContain("**Publish date:** Friday 29 January 2027. On track.");
    expect(await world.status(child)).not.toContain("departure");
    expect(await world.status(run)).toContain(`**Under way with steps of their own:** #${child} **Publish`);
  });

  test("a step before it that is too late leaves its date as it is", async () => {
    await world.moveTo("2027-01-27T09:00:00Z");
    await world.as("demo-sofia").close(await numberOf("Describe it"));
    expect(await world.status(child)).toContain(
      "**Publish date:** Friday 29 January 2027. It holds, though 1 step is late.",
    );
    expect((await world.issue(child)).comments).toHaveLength(1);
    expect(await world.status(child)).not.toContain("departure");
  });

  test("it moves with the run above", async () => {
    await world.as("demo-lena").comment(run, "/move 2027-02-26 the product is late");
    expect(await world.status(child)).toContain("**Publish date:** Friday 26 February 2027");
  });
});

test("a child run that is closed by hand says itself why it goes on, also when only a sweep hears of it", async () => {
  const describe = await numberOf("Describe it");
  await world.as("demo-sofia").close(describe);
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 1 }]);
  await world.as("demo-lena").close(child);
  await world.sweep();
  expect((await world.issue(child)).state).toBe("open");
  expect((await world.issue(child)).comments.join("\n")).toContain(
    "2 steps of this run are still open, so I opened it again",
  );
});

test("a child run that is over and is opened again says itself what to do instead, also when only a sweep hears of it", async () => {
  await world.as("demo-sofia").close(await numberOf("Describe it"));
  await world.as("demo-jonas").close(await numberOf("Write the draft"));
  await world.as("demo-jonas").close(await numberOf("Publish: "));
  expect((await world.issue(child)).state).toBe("closed");
  await world.moveTo("2026-11-02T10:00:00Z");
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 1 }]);
  await world.as("demo-lena").reopen(child);
  await world.sweep();
  expect((await world.issue(child)).state).toBe("closed");
  expect((await world.issue(child)).comments.join("\n")).toContain(
    "every step of this run is done, so I have closed it again",
  );
});

test("a step before it that was closed when it may not be starts nothing, also when the run above hears of it later", async () => {
  const describe = await numberOf("Describe it");
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 1 }]);
  await world.as("demo-sofia").close(describe, "not_planned");
  await world.lookAlone(child);
  await world.sweep();
  expect((await world.issue(describe)).state).toBe("open");
  const draft = await numberOf("Write the draft");
  expect((await world.issue(draft)).comments).toEqual([]);
  await world.as("demo-sofia").close(describe);
  expect((await world.issue(draft)).comments).toHaveLength(1);
});

test("whom a move of the run above concerns hears of it, also when only another one did", async () => {
  await world
    .as("demo-lena")
    .comment(await numberOf("Publish: "), "/hand-to @demo-sofia she knows the press");
  await world.as("demo-lena").comment(run, "/move 2027-02-12 the product is late");
  const told = async () =>
    Promise.all(
      ["Write the draft", "Publish: "].map(async (title) => {
        const { comments } = world.sandbox.state.issues.get(await numberOf(title)) ?? { comments: [] };
        return comments.filter(({ body }) => body.includes("has moved"));
      }),
    );
  const [first, second] = await told();
  expect([first?.length, second?.length]).toEqual([1, 1]);
  await world.as("demo-lena").deleteComment(second?.[0]?.id ?? 0);
  await world.as("demo-jonas").comment(child, "/hand-to draft @demo-ines she has time");
  await world.lookAlone(child);
  expect((await told()).map((comments) => comments.length)).toEqual([1, 1]);
});

test.each(["is moved", "is moved, taken off the run above and looked at"])(
  "a run that %s was not edited after its start",
  async (life) => {
    await world.as("demo-lena").comment(run, "/move 2027-02-12 the product is late");
    if (life !== "is moved") {
      await world.as("demo-lena").removeSubIssue(run, child);
      await world.lookAlone(child);
    }
    expect(await world.status(child)).toContain("Friday 12 February 2027");
    expect(await world.status(child)).not.toContain("edited after the start");
    const { body } = await world.issue(child);
    await world.as("demo-lena").edit(child, `${body}\n\nA note.`);
    expect(await world.status(child)).not.toContain("edited after the start");
  },
);
