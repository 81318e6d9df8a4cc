import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/** demo-jonas writes, demo-lena and demo-sofia approve, demo-lena answers for the process; demo-tom has no part in it. */
const files = articleHandbook(
  [
    "id: draft, title: Draft, role: author, due: -5d",
    "id: check, title: Check, kind: approval, approvers: [editor, lead], approves: draft, due: -3d",
    "id: publish, title: Publish, role: author, due: 0d",
  ],
  {
    "roles.yml": `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }
lead: { title: Lead, people: [demo-sofia] }
helper: { title: Helper, people: [demo-tom] }
`,
  },
);
let world: TestWorld;
let run: number;

const form = (others: Readonly<Record<string, string>> = {}) =>
  formBody({ Process: "article", "Publish date": "2026-12-18", People: "", ...others });
const start = (who: string, others: Readonly<Record<string, string>> = {}) =>
  world.as(who).open("An article", form(others), ["handrail:run"]);
const numberOf = async (title: string) =>
  (await world.issues()).find((issue) => issue.parent === run && issue.title.startsWith(title))?.number ?? 0;
const stateOf = async (title: string) => (await world.issue(await numberOf(title))).state;
const write = async (title: string, who: string, words: string) =>
  world.as(who).comment(title === "" ? run : await numberOf(title), words);
const lastWords = async (title: string) =>
  (await world.issue(title === "" ? run : await numberOf(title))).comments.at(-1) ?? "";
const give = (login: string, permission: "none" | "read" | "triage" | "write") =>
  world.sandbox.state.permissions.set(login, permission);
/** What the bot asks of GitHub meanwhile: requests, and GraphQL points. */
const pointsOf = async (act: () => Promise<void>) => {
  const before = world.sandbox.calls().length;
  await act();
  return world.sandbox
    .calls()
    .slice(before)
    .reduce((sum, { points }) => sum + 1 + points, 0);
};
const mails = () => world.sandbox.state.notifications.filter(({ actor }) => actor.type === "Bot").length;

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  run = await start("demo-jonas");
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});
const handIn = async () => world.as("demo-jonas").close(await numberOf("Draft"));

describe("A3-4: the author of judged work", () => {
  beforeEach(handIn);

  test.each([
    ["/skip takes too long", "only whoever answers for it can do that"],
    ["/hand-to @demo-tom for @demo-lena she is slow", "only the named approvers and whoever answers for it"],
    ["/hand-to @demo-tom for @demo-sofia she is slow", "only the named approvers and whoever answers for it"],
    ["/approve", "only demo-lena and demo-sofia can decide this one"],
  ])("writes %s, and nothing comes of it", async (command, words) => {
    await write("Check", "demo-jonas", command);
    expect(await lastWords("Check")).toContain(words);
    expect(await stateOf("Check")).toBe("open");
    expect((await world.issue(await numberOf("Check"))).assignees.toSorted()).toEqual([
      "demo-lena",
      "demo-sofia",
    ]);
  });

  test.each(["completed", "not_planned"] as const)(
    "closes the approval as %s, and it is opened again",
    async (reason) => {
      await world.as("demo-jonas").comment(await numberOf("Check"), "It takes too long.");
      await world.as("demo-jonas").close(await numberOf("Check"), reason);
      expect(await stateOf("Check")).toBe("open");
    },
  );

  test("changes the text after it was approved, and is asked about it again", async () => {
    await write("Check", "demo-lena", "/approve");
    await write("Check", "demo-sofia", "/approve");
    expect(await stateOf("Check")).toBe("closed");
    await world.as("demo-jonas").edit(await numberOf("Draft"), "Something else entirely.");
    expect(await stateOf("Check")).toBe("open");
    expect(await lastWords("Check")).toContain("demo-jonas has changed the text of **Draft**");
  });

  test("deletes the answer to an approval that came too early, and it is not followed later", async () => {
    await world.as("demo-jonas").reopen(await numberOf("Draft"));
    await write("Check", "demo-lena", "/approve");
    const issue = world.sandbox.state.issues.get(await numberOf("Check"));
    const answer = issue?.comments.findLast(({ author }) => author.type === "Bot");
    await world.as("demo-jonas").deleteComment(answer?.id ?? 0);
    await world.moveTo("2026-11-02T10:00:00Z");
    await handIn();
    await write("Check", "demo-sofia", "/approve");
    expect(await stateOf("Check")).toBe("open");
  });
});

test("a colleague with no part in the run can neither take an approval nor give it", async () => {
  await handIn();
  await write("Check", "demo-tom", "/hand-to @demo-tom for @demo-lena I have time");
  await write("Check", "demo-tom", "/approve");
  expect(await stateOf("Check")).toBe("open");
});

test("a starter who names himself approver waits for whoever answers for the process", async () => {
  run = await start("demo-jonas", { People: "editor: @demo-jonas" });
  expect(await numberOf("Draft")).toBe(0);
  await write("", "demo-jonas", "/go");
  expect(await lastWords("")).toContain("demo-lena has to write this `/go`");
  await write("", "demo-lena", "/go");
  expect(await numberOf("Draft")).toBeGreaterThan(0);
});

test.each([
  ["who may only read", "read"],
  // GitHub lets the bot assign them.
  ["who may sort issues", "triage"],
] as const)(
  "A3-3: a visitor %s and opened the start steers nothing after a member wrote /go",
  async (_who, permission) => {
    give("visitor", permission);
    run = await start("visitor");
    await write("", "demo-lena", "/go");
    const before = await world.status(run);
    for (const command of [
      "/skip draft no",
      "/move 2027-01-15 later",
      "/cancel no",
      "/hand-to draft @visitor I can",
    ])
      await write("", "visitor", command);
    await write("Check", "visitor", "/approve");
    expect(await world.status(run)).toBe(before);
    expect((await world.issue(run)).state).toBe("open");
  },
);

test.each(["demo-jonas", "demo-lena"])(
  "A3-3: a comment that %s makes a command afterwards is not followed, and that is said",
  async (editor) => {
    world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    await write("Draft", "demo-jonas", "I begin tomorrow.");
    const comment = world.sandbox.state.issues.get(await numberOf("Draft"))?.comments.at(-1);
    await world.as(editor).editComment(comment?.id ?? 0, "/skip we have one from last year");
    await world.sweep();
    expect(await stateOf("Draft")).toBe("open");
    expect(await lastWords("Draft")).toContain("I only follow commands in new comments");
  },
);

test("A3b-31: five refused commands of a visitor are one answer", async () => {
  const before = mails();
  for (let count = 0; count < 5; count += 1) await write("Draft", "visitor", "/skip draft no");
  const answers = (await world.issue(await numberOf("Draft"))).comments.filter((text) =>
    text.includes("@visitor"),
  );
  expect(answers).toHaveLength(1);
  expect(mails() - before).toBeLessThanOrEqual(4);
  const refused = world.sandbox.state.issues
    .get(await numberOf("Draft"))
    ?.comments.filter(({ author }) => author.login === "visitor");
  expect(refused?.map(({ reactions }) => reactions.map(({ content }) => content))).toEqual(
    Array(5).fill(["EYES"]),
  );
  await world.sweep();
  expect(mails() - before).toBeLessThanOrEqual(4);
});

test("A3b-24: a comment of 11,000 names is bounded, and the run goes on", async () => {
  const names = Array.from({ length: 11_000 }, (_, index) => `@${index.toString(36)}`).join(" ");
  await write("Draft", "visitor", "/help");
  const asked = await pointsOf(() => write("Draft", "visitor", "/hand-to @somebody I can"));
  expect(await pointsOf(() => write("Draft", "visitor", `/help ${names}`))).toBeLessThanOrEqual(asked);
  expect(await pointsOf(() => write("Draft", "visitor", `/hand-to ${names}`))).toBeLessThanOrEqual(asked);
  await handIn();
  expect(await stateOf("Draft")).toBe("closed");
});

test.each([["an approver who lost all access", "demo-sofia", "none"]])(
  "%s does not approve",
  async (_what, who, permission) => {
    await handIn();
    give(who, permission as "none");
    await write("Check", who, "/approve").catch(() => undefined);
    await write("Check", "demo-lena", "/approve");
    expect(await stateOf("Check")).toBe("open");
  },
);

test("a removed person who is named in a role starts nothing without /go", async () => {
  give("demo-lena", "none");
  run = await start("demo-lena");
  expect(await numberOf("Draft")).toBe(0);
});

describe("closing by hand", () => {
  test("as not planned without a word is opened again", async () => {
    await world.as("demo-tom").close(await numberOf("Draft"), "not_planned");
    expect(await stateOf("Draft")).toBe("open");
    expect(await lastWords("Draft")).toContain("leaving a step out needs a few words why");
  });

  test("as not planned with a word is a skip with a reason", async () => {
    await world.as("demo-tom").comment(await numberOf("Draft"), "We have one from last year.");
    await world.as("demo-tom").close(await numberOf("Draft"), "not_planned");
    expect(await world.status(run)).toContain("**Draft** skipped by demo-tom: “We have one from last year.”");
  });
});

describe("words", () => {
  test("I would not /approve this yet approves nothing", async () => {
    await handIn();
    await write("Check", "demo-lena", "I would not\n/approve\nthis yet.");
    expect(await world.status(run)).not.toContain("has agreed");
  });

  test.each(["approve", "LGTM", "`/approve`", "/genehmigen"])("%s gets the line to write", async (words) => {
    await handIn();
    await write("Check", "demo-lena", words);
    expect(await lastWords("Check")).toContain("/approve`");
    expect(await stateOf("Check")).toBe("open");
  });

  test("/done on an approval is explained", async () => {
    await handIn();
    await write("Check", "demo-lena", "/done");
    expect(await lastWords("Check")).toContain("**Check** is an approval, so it takes a yes or a no");
  });

  test("/done ends a step and hands its note on, /undo takes it back", async () => {
    await write("Draft", "demo-jonas", "/done The text is in the shared folder.");
    expect(await lastWords("Check")).toContain("> The text is in the shared folder.");
    await write("Draft", "demo-jonas", "/undo");
    expect(await stateOf("Draft")).toBe("open");
    expect(await world.status(run)).toContain("0 of 3 steps done");
  });
});

describe("those concerned hear it", () => {
  test("of /hand-to the new person, with the date, and whoever had it", async () => {
    await write("Draft", "demo-lena", "/hand-to @demo-tom Jonas is ill");
    expect(await lastWords("Draft")).toContain(
      "@demo-tom, demo-lena has given you **Draft**, due **Friday 11 December 2026**",
    );
    expect(await lastWords("Draft")).toContain("@demo-jonas, there is nothing more for you to do here.");
  });

  test("of /move each person once, on a step of their own", async () => {
    await write("", "demo-lena", "/move 2027-01-15 the fair is later");
    const told = (await world.issues()).flatMap(({ comments }) =>
      comments.filter((text) => text.includes("has moved the")),
    );
    expect(told.map((text) => /bot\]: (.*?), demo-lena/.exec(text)?.[1]).toSorted()).toEqual([
      "@demo-jonas",
      "@demo-sofia",
    ]);
  });
});

describe("A3-4: an account with another name", () => {
  const rename = async (login: string, to: string) => {
    await fetch(`${world.sandbox.links.web}/sandbox/rename`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login, to }),
    });
  };

  test("whoever did the work cannot judge it under the new one", async () => {
    await world.as("demo-tom").close(await numberOf("Draft"));
    await rename("demo-tom", "demo-tomas");
    await write("Check", "demo-sofia", "/hand-to @demo-tomas for @demo-sofia I am away");
    await write("Check", "demo-tomas", "/approve");
    expect(await lastWords("Check")).not.toContain("has approved");
    await write("Check", "demo-lena", "/approve");
    expect(await stateOf("Check")).toBe("open");
  });

  test("whoever has a step can end it under the new one", async () => {
    give("demo-jonas", "read");
    await rename("demo-jonas", "demo-jon");
    await write("Draft", "demo-jon", "/done");
    expect(await stateOf("Draft")).toBe("closed");
  });
});
