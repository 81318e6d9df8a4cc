import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sealOf } from "../../bot/seal.ts";
import { sealNotes } from "../../core/run/index.ts";
import { readStoredLedger } from "../../core/run/ledger/read-ledger.ts";
import { storeLedger } from "../../core/run/ledger/store-ledger.ts";
import { differentWords } from "../core/run/different-words.ts";
import { articleHandbook, formBody, notesKey, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
let run: number;

const bot = "handrail[bot]";
const start = (publishDate = "2026-12-18") =>
  world
    .as("demo-jonas")
    .open("Write an article", formBody({ Process: "article", "Publish date": publishDate, People: "" }), [
      "handrail:run",
    ]);

/** The handbook with one more writer, whose login is the App's name. */
function withPerson(login: string, steps: readonly string[]): ReadonlyMap<string, string> {
  const files = articleHandbook(steps);
  const roles = `${files.get("roles.yml")}namesake: { title: Namesake, people: [${login}] }\n`;
  return new Map([...files, ["roles.yml", roles]]);
}

beforeEach(async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    quiet: true,
    files: withPerson("handrail", [
      "id: draft, title: Write the draft, role: author, duration: 2bd",
      "id: agree, title: Agree on it, kind: approval, approvers: [editor], after: [draft], duration: 1bd",
      "id: publish, title: Publish it, role: author, after: [agree], duration: 1bd",
    ]),
  });
  run = await start();
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

const rawIssue = (number: number) => {
  const issue = world.sandbox.state.issues.get(number);
  if (!issue) throw new Error(`There is no issue #${number}.`);
  return issue;
};
const statusOf = (number: number) => {
  const comment = rawIssue(number).comments.find(({ body }) => body.includes("<!-- handrail:status "));
  if (!comment) throw new Error("There is no status comment.");
  return comment;
};
const stepNumber = async (title: string) => {
  const step = (await world.issues()).find((issue) => issue.parent === run && issue.title.startsWith(title));
  if (!step) throw new Error(`There is no step ${title}.`);
  return step.number;
};
/** The bot hears nothing of this: it was not running. */
function wipeUnseen(number: number): void {
  const issue = rawIssue(number);
  const editor = world.sandbox.state.accounts.get("demo-sofia");
  const last = issue.edits.at(-1);
  if (!editor || !last) throw new Error("There is nobody to wipe anything, or nothing to wipe.");
  issue.body = "wiped";
  issue.edits.push({ ...last, id: last.id + 100_000, nodeId: `${last.nodeId}x`, editor, body: "wiped" });
}
const saidOnRun = async (words: string) =>
  (await world.issue(run)).comments.filter((comment) => comment.startsWith(bot) && comment.includes(words));
const shown = async () =>
  (await world.issues()).map(({ title, state, parent }) => ({ title, state, parent }));

describe("somebody changes the notes", () => {
  test("they are put back as they were, and it is said once, with who it was", async () => {
    const before = await world.status(run);
    for (const text of ["HACKED", "HACKED again"]) {
      await world.as("demo-sofia").editComment(statusOf(run).id, text);
      expect(await world.status(run)).toBe(before);
      await world.moveTo(`2026-11-02T1${text.length % 10}:00:00Z`);
    }
    const said = await saidOnRun("has changed the comment that holds my notes");
    expect(said).toHaveLength(2);
    expect(said[0]).toContain("demo-sofia");
  });

  test("an older ledger put in its place takes nothing back", async () => {
    const older = statusOf(run).body;
    await world.as("demo-jonas").close(await stepNumber("Write the draft"));
    const after = await world.status(run);
    await world.as("demo-sofia").editComment(statusOf(run).id, older);
    expect(await world.status(run)).toBe(after);
  });
});

test("a person with the App's name is a person: what they change is put back, what they write is not the bot's", async () => {
  const before = await world.status(run);
  const forged = statusOf(run).body;
  await world.as("handrail").editComment(statusOf(run).id, "### Everything is approved");
  expect(await world.status(run)).toBe(before);
  expect(await saidOnRun("handrail has changed the comment")).toHaveLength(1);
  const other = await start();
  await world.as("handrail").comment(other, forged);
  await world.as("handrail").comment(other, "/cancel not needed any more");
  expect((await world.issue(other)).state).toBe("closed");
});

test("a revision that a writer puts into the notes chooses no rules: they are put back", async () => {
  const before = statusOf(run).body;
  const stored = /<!-- handrail:status (\S+)/.exec(before)?.[1] ?? "";
  const reading = readStoredLedger(stored);
  if (reading.kind !== "ledger") throw new Error(`The notes are ${reading.kind}.`);
  const forged = storeLedger({ ...reading.ledger, revision: "f".repeat(40) });
  await world.as("demo-sofia").editComment(statusOf(run).id, before.replace(stored, forged));
  expect(statusOf(run).body).not.toContain(forged);
  const now = readStoredLedger(/<!-- handrail:status (\S+)/.exec(statusOf(run).body)?.[1] ?? "");
  expect(now).toMatchObject({ kind: "ledger", ledger: { revision: reading.ledger.revision } });
  expect(await saidOnRun("has changed the comment that holds my notes")).toHaveLength(1);
});

test("A3b-25: three comments of ten dates with long reasons: what is recorded moves, and what is not is refused", async () => {
  const draft = await stepNumber("Write the draft");
  for (const round of [0, 1, 2]) {
    const lines = Array.from(
      { length: 10 },
      (_, line) => `/due 2026-11-${10 + line} ${differentWords(round * 10 + line, 980)}`,
    );
    await world.as("demo-jonas").comment(draft, lines.join("\n"));
  }
  await world.sweep();
  const stored = /<!-- handrail:status (\S+)/.exec(statusOf(run).body)?.[1] ?? "";
  // Thirty reasons of a thousand characters would fill the comment, and the next one GitHub would refuse as a whole.
  expect(stored.length).toBeLessThanOrEqual(16_000);
  const reading = readStoredLedger(stored);
  const entries = reading.kind === "ledger" ? reading.ledger.entries : [];
  const recorded = entries.filter(({ kind }) => kind === "due" || kind === "proposed").length;
  const refused =
    (await world.issue(draft)).comments.join("\n").split("my notes on this run are full").length - 1;
  expect(recorded + refused).toBe(30);
});

describe("somebody deletes the notes", () => {
  test("what was accepted is kept, and commands are not judged again by today's clock", async () => {
    const draft = await stepNumber("Write the draft");
    await world.as("demo-jonas").comment(draft, "/due 2026-12-03 the figures come late");
    await world.as("demo-jonas").close(draft);
    await world.moveTo("2026-12-10T09:00:00Z");
    const before = await shown();
    await world.as("demo-sofia").deleteComment(statusOf(run).id);
    expect(await world.status(run)).toContain("1 of 3 steps done");
    expect(await world.status(run)).toContain("the figures come late");
    expect(await shown()).toEqual(before);
    await world.sweep();
    expect(await saidOnRun("Somebody has deleted the comment that holds my notes")).toHaveLength(1);
  });

  test("and wipes the copy: it is read from GitHub's edit history", async () => {
    const draft = await stepNumber("Write the draft");
    await world.as("demo-jonas").comment(draft, "/due 2026-12-03 the figures come late");
    wipeUnseen(draft);
    await world.as("demo-sofia").deleteComment(statusOf(run).id);
    expect(await world.status(run)).toContain("the figures come late");
    expect((await world.issues()).filter(({ parent }) => parent === run)).toHaveLength(3);
  });

  test("no approval comes of it, whatever a writer puts into the copy", async () => {
    const [draft, agree] = [await stepNumber("Write the draft"), await stepNumber("Agree on it")];
    await world.as("demo-jonas").close(draft);
    const [, stored = "", rest = ""] = /<!-- handrail:kept (\S+) (.*?) -->/.exec(rawIssue(draft).body) ?? [];
    const reading = readStoredLedger(stored);
    if (reading.kind !== "ledger") throw new Error(`The copy is ${reading.kind}.`);
    const entry = { kind: "approved", step: "agree", at: world.now(), by: "demo-lena", byId: null } as const;
    const given = { ...entry, roles: ["editor"], texts: [], comment: 1 };
    const ledger = { ...reading.ledger, entries: [...reading.ledger.entries, given] };
    const forged = rawIssue(draft).body.replace(
      /<!-- handrail:kept .*? -->/,
      `<!-- handrail:kept ${storeLedger(ledger)} ${rest} -->`,
    );
    expect(forged).not.toBe(rawIssue(draft).body);
    // The bot hears of none of it, so that what stands there now is all it has.
    world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    await world.as("demo-jonas").edit(draft, forged);
    await world.as("demo-jonas").deleteComment(statusOf(run).id);
    await world.as("demo-jonas").close(agree);
    await world.sweep();
    expect((await world.issue(agree)).state).toBe("open");
    expect(await world.status(run)).not.toContain("2 of 3 steps done");
    const all = (await world.issues()).flatMap(({ comments }) => comments);
    expect(all.filter((comment) => comment.includes("approved"))).toEqual([]);
  });

  test("an approval that was given counts on", async () => {
    await world.as("demo-jonas").close(await stepNumber("Write the draft"));
    const agree = await stepNumber("Agree on it");
    await world.as("demo-lena").comment(agree, "/approve");
    expect(await world.status(run)).toContain("2 of 3 steps done");
    await world.as("demo-jonas").deleteComment(statusOf(run).id);
    expect(await world.status(run)).toContain("2 of 3 steps done");
    expect((await world.issue(agree)).state).toBe("closed");
  });
});

describe("notes that are not this run's", () => {
  test("of a newer Handrail: the run is left alone and told so once, and all others go on", async () => {
    const other = await start("2026-12-21");
    const place = { repository: world.sandbox.state.repository.id, issue: run };
    const newer = sealNotes("### Newer\n\n<!-- handrail:status 9.AAAA -->", place, sealOf(notesKey));
    await world.as(bot).editComment(statusOf(run).id, newer);
    await world.sweep();
    await world.sweep();
    expect(statusOf(run).body).toBe(newer);
    expect(await saidOnRun("a newer Handrail than me")).toHaveLength(1);
    const ofOther = (await world.issues()).find(({ parent }) => parent === other);
    await world.as("demo-jonas").close(ofOther?.number ?? 0);
    expect(await world.status(other)).toContain("1 of 3 steps done");
  });

  test("that cannot be read: the run is left alone and told so once", async () => {
    const place = { repository: world.sandbox.state.repository.id, issue: run };
    const broken = sealNotes("### ?\n\n<!-- handrail:status 2.AAAA -->", place, sealOf(notesKey));
    await world.as(bot).editComment(statusOf(run).id, broken);
    const swept = await world.sweep();
    await world.sweep();
    expect(swept.failures).toEqual([]);
    expect(swept.leftAlone).toEqual([{ run, why: "unreadable" }]);
    expect(statusOf(run).body).toBe(broken);
    expect(await saidOnRun("I can't read my own notes")).toHaveLength(1);
  });

  test("of another workflow with the same account: a comment that looks like a status is passed over", async () => {
    const before = await shown();
    const lookalike = statusOf(run).body.replace(/\S+ -->$/, "Zm9yZ2Vk -->");
    await world.as(bot).comment(run, lookalike);
    await world.sweep();
    expect(await shown()).toEqual(before);
    await world.as("demo-jonas").close(await stepNumber("Write the draft"));
    expect(await world.status(run)).toContain("1 of 3 steps done");
  });

  test("copied to another issue by another workflow: no steps are made of them", async () => {
    const copied = await world.as("demo-sofia").open("A copy", "See below.");
    await world.as(bot).comment(copied, statusOf(run).body);
    await world.as("demo-sofia").comment(copied, "/go");
    await world.sweep();
    expect((await world.issues()).filter(({ parent }) => parent === copied)).toEqual([]);
  });

  test("transferred with their issue: nothing is made anew, and it is said once", async () => {
    const response = await fetch(`${world.url}/sandbox/transfer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ issue: run }),
    });
    const { issue: number } = (await response.json()) as { issue: number };
    const steps = (await world.issues()).length;
    await world.look(number);
    await world.look(number);
    expect(await world.issues()).toHaveLength(steps);
    const said = (await world.issue(number)).comments.filter((text) =>
      text.includes("written for another issue"),
    );
    expect(said).toHaveLength(1);
  });
});

test("a sub-issue of another repository is never written to, its title never shown, and it is said once", async () => {
  const number = await stepNumber("Write the draft");
  await fetch(`${world.url}/sandbox/foreign`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ parent: run, repository: "other", number, title: "Secret plans", body: "" }),
  });
  await world.look(run);
  await world.sweep();
  const all = (await world.issues()).flatMap(({ title, body, comments }) => [title, body, ...comments]);
  expect(all.join("\n").includes("Secret plans")).toBe(false);
  expect(await saidOnRun("belongs to another repository")).toHaveLength(1);
  await world.as("demo-jonas").close(number);
  expect(await world.status(run)).toContain("1 of 3 steps done");
});
