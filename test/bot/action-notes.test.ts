import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runAction } from "../../bot/action.ts";
import { githubPolicy } from "../../bot/github/request-policy.ts";
import { sealOf } from "../../bot/seal.ts";
import { type Seal, sealNotes } from "../../core/run/index.ts";
import { readStoredLedger } from "../../core/run/ledger/read-ledger.ts";
import { storeLedger } from "../../core/run/ledger/store-ledger.ts";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/** The notes where jobs of Actions keep them, as the account that every workflow of the repository has: with a key, and without. */
const bot = "github-actions[bot]";
const key = "a-secret-of-the-repository";
let world: TestWorld;
let run: number;

async function job(setting: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-event-"));
  await writeFile(join(folder, "event.json"), "{}");
  const exitCode = await runAction({
    env: {
      GITHUB_EVENT_NAME: "schedule",
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_REPOSITORY: world.repository,
      GITHUB_TOKEN: world.sandbox.tokens[bot],
      GITHUB_API_URL: world.sandbox.links.api,
      GITHUB_GRAPHQL_URL: world.sandbox.links.graphql,
      HANDRAIL_KEY: setting,
    },
    now: () => world.now(),
    print: () => undefined,
    policy: { ...githubPolicy, writeSpacing: 0, sleep: async () => undefined, tries: 2 },
  }).finally(() => rm(folder, { recursive: true, force: true }));
  expect(exitCode).toBe(0);
}

const raw = (number: number) => {
  const issue = world.sandbox.state.issues.get(number);
  if (!issue) throw new Error(`There is no issue #${number}.`);
  return issue;
};
const statusOf = () => raw(run).comments.find(({ body }) => body.includes("<!-- handrail:status "));
const [draft, agree] = [() => run + 1, () => run + 2];
const said = (words: string) =>
  raw(run).comments.filter(({ author, body }) => author.login === bot && body.includes(words));

/** Nothing of a text is left, nor of what it was: GitHub lets people with write access delete revisions. */
function wipe(number: number): void {
  const issue = raw(number);
  const editor = world.sandbox.state.accounts.get("demo-sofia");
  const last = issue.edits.at(-1);
  if (!editor || !last) throw new Error("There is nobody to wipe anything, or nothing to wipe.");
  issue.body = "wiped";
  issue.edits.splice(0, issue.edits.length, { ...last, editor, body: "wiped" });
}

beforeEach(async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    quiet: true,
    files: articleHandbook([
      "id: draft, title: Write the draft, role: author, duration: 2bd",
      "id: agree, title: Agree on it, kind: approval, approvers: [editor], after: [draft], duration: 1bd",
      "id: publish, title: Publish it, role: author, after: [agree], duration: 1bd",
    ]),
  });
  // Only jobs act here.
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  run = await world
    .as("demo-jonas")
    .open("Write an article", formBody({ Process: "article", "Publish date": "2026-12-18", People: "" }), [
      "handrail:run",
    ]);
});
afterEach(() => world.close());

describe.each([
  ["with a key", key],
  ["without a key", ""],
])("%s", (_what, setting) => {
  beforeEach(async () => {
    await job(setting);
    await world.as("demo-jonas").close(draft());
    await job(setting);
  });

  test("both copies of the notes and their history are gone: it is said once, nothing is approved by that, and what was lost is asked for", async () => {
    await world.as("demo-lena").comment(agree(), "/approve");
    await job(setting);
    expect(raw(agree()).state).toBe("closed");
    wipe(draft());
    await world.as("demo-sofia").deleteComment(statusOf()?.id ?? 0);
    await job(setting);
    await job(setting);
    expect(said("Somebody has deleted my notes on this run, and their copy too")).toHaveLength(1);
    // Nothing on the wiped issue tells any more which step it was.
    expect(statusOf()?.body).toContain("0 of 3 steps done");
    expect(raw(agree()).state).toBe("open");
  });

  test("and the approver's comment too: it is asked for again, and that is said", async () => {
    await world.as("demo-lena").comment(agree(), "/approve");
    await job(setting);
    const comment = raw(agree()).comments.find(({ body }) => body === "/approve");
    wipe(draft());
    await world.as("demo-sofia").deleteComment(comment?.id ?? 0);
    await world.as("demo-sofia").deleteComment(statusOf()?.id ?? 0);
    await job(setting);
    expect(raw(agree()).state).toBe("open");
    expect(said("so I ask again")).toHaveLength(1);
  });

  test("a writer who edits an approval into the notes gets nothing, and it is said", async () => {
    await world.as("demo-sofia").editComment(statusOf()?.id ?? 0, forged());
    await job(setting);
    await job(setting);
    expect(raw(agree()).state).toBe("open");
    expect(said("has changed the comment that holds my notes")).toHaveLength(1);
  });

  test("another workflow that writes an approval into the notes as the same account: only the key tells", async () => {
    await world.as(bot).editComment(statusOf()?.id ?? 0, forged());
    await job(setting);
    expect(raw(agree()).state).toBe(setting === "" ? "closed" : "open");
  });

  test.skipIf(setting === "")("and it cannot sign with a key of its own", async () => {
    await world.as(bot).editComment(statusOf()?.id ?? 0, forged(sealOf("a-key-that-is-none-of-ours")));
    await job(setting);
    await job(setting);
    expect(raw(agree()).state).toBe("open");
  });
});

/** The notes as they are, with an approval in them that nobody gave. */
function forged(seal?: Seal): string {
  const body = statusOf()?.body ?? "";
  const reading = readStoredLedger(/<!-- handrail:status (\S+)/.exec(body)?.[1] ?? "");
  if (reading.kind !== "ledger") throw new Error(`The notes are ${reading.kind}.`);
  const { ledger } = reading;
  const given = {
    kind: "approved",
    step: "agree",
    at: world.now(),
    by: "demo-lena",
    byId: null,
    roles: ["editor"],
    texts: [],
    comment: 1,
  } as const;
  const stored = storeLedger({ ...ledger, entries: [...ledger.entries, given] });
  const place = { repository: world.sandbox.state.repository.id, issue: run };
  return sealNotes(`### Notes\n\n<!-- handrail:status ${stored} -->`, place, seal);
}

test("the page on what remains possible says the same", async () => {
  const page = await readFile("docs/threat-model.md", "utf8");
  expect(page).toContain("another workflow");
});
