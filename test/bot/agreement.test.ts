import { afterEach, describe, expect, test } from "vitest";
import { openPullWorld, path } from "./pull-world.ts";
import type { TestWorld } from "./world.ts";

/** demo-lena looks after the article, demo-jonas writes it; one aim: that the check passes with a text that she has not seen. */
const settings = "changes: { ownerApproval: true }\n";
const passes = { conclusion: "success", title: "No problems" };
const waits = { conclusion: "action_required", title: "Waiting for Editor (demo-lena, demo-sofia)" };
let world: TestWorld | undefined;
afterEach(async () => {
  expect(world?.sandbox.defects()).toEqual([]);
  await world?.close();
  world = undefined;
});

/** A pull request that demo-lena has opened, and what people do with it. */
async function openedByTheOwner({ hears = true } = {}) {
  const pulls = await openPullWorld({ hears, settings });
  world = pulls.opened;
  const { opened } = pulls;
  const { branch, number } = await pulls.propose(
    (text) => text.replace("due: -5bd", "due: -8bd"),
    path,
    "demo-lena",
  );
  await opened.sandbox.idle();
  let minute = 10;
  return {
    ...pulls,
    branch,
    number,
    /** The newest check of the newest commit. */
    check: () => opened.sandbox.state.checkRuns.findLast(({ headSha }) => headSha === pulls.headOf(branch)),
    said: async () => (await pulls.comments(number))[0] ?? "",
    /** demo-jonas commits another date to the branch. */
    async push(due: string) {
      await pulls.commit(branch, path, (text) =>
        text.replace(
          /Write the draft, role: author, due: -\d+bd/,
          `Write the draft, role: author, due: ${due}`,
        ),
      );
      await opened.sandbox.idle();
    },
    async say(login: string, words: string) {
      minute += 1;
      await opened.moveTo(`2026-11-02T09:${minute}:00Z`);
      await opened.as(login).comment(number, words);
    },
    async putBackTo(sha: string) {
      minute += 1;
      await opened.moveTo(`2026-11-02T09:${minute}:00Z`);
      await pulls.putBack(branch, sha);
      await opened.sandbox.idle();
    },
  };
}

describe("whoever opens a pull request agrees to what they opened it with", () => {
  test("and to nothing that somebody else pushes after", async () => {
    const { check, push, say, said } = await openedByTheOwner();
    expect(check()).toMatchObject(passes);
    await push("-9bd");
    expect(check()).toMatchObject(waits);
    expect(await said()).toContain("demo-lena has opened this with other commits");
    await say("demo-lena", "/agree");
    expect(check()).toMatchObject(passes);
    await push("-10bd");
    expect(check()).toMatchObject(waits);
  });

  test("also when the bot first looks after the other commit", async () => {
    const { opened, number, branch, commit, check } = await openedByTheOwner({ hears: false });
    await commit(branch, path, (text) => text.replace("due: -8bd", "due: -9bd"));
    await opened.sweep();
    expect(check()).toMatchObject(waits);
    expect((await opened.issue(number)).comments.join()).toContain("not known");
  });

  test("and again once the branch is put back to it", async () => {
    const { check, push, putBackTo, headOf, branch } = await openedByTheOwner();
    const first = headOf(branch);
    await push("-9bd");
    await putBackTo(first);
    expect(check()).toMatchObject(passes);
  });

  test("whatever somebody writes into the comment of the bot", async () => {
    const { opened, number, check, push, headOf, branch, review } = await openedByTheOwner();
    const first = headOf(branch);
    await push("-9bd");
    const note = () => opened.sandbox.state.issues.get(number)?.comments[0];
    const as = opened.as("demo-jonas");
    for (const forged of [
      (text: string) => text.replaceAll(first, headOf(branch)),
      (text: string) =>
        text.replace(
          /<!-- handrail:head \S+/,
          `<!-- handrail:head ${Buffer.from(JSON.stringify({ opened: headOf(branch), head: headOf(branch), base: "main", after: 0 })).toString("base64")}`,
        ),
    ]) {
      const { id = 0, body = "" } = note() ?? {};
      await as.editComment(id, forged(body));
      await review(number);
      expect(check()).toMatchObject(waits);
    }
  });
});

test("an agreement to one commit is none to an older one that the branch is put back to", async () => {
  const { check, push, say, putBackTo, headOf, branch } = await openedByTheOwner();
  await push("-20bd");
  const bad = headOf(branch);
  await push("-9bd");
  await say("demo-lena", "/agree");
  expect(check()).toMatchObject(passes);
  await putBackTo(bad);
  expect(check()).toMatchObject(waits);
  await say("demo-lena", "/agree");
  expect(check()).toMatchObject(passes);
});

describe("an agreement to what is new beside one branch is none to what is new beside another", () => {
  /** demo-jonas has put a bad date into a branch, and a harmless text on top of it is proposed for that branch. */
  async function proposedForASideBranch(login: string) {
    const pulls = await openPullWorld({ hears: true, settings });
    world = pulls.opened;
    await pulls.branchOff("side");
    await pulls.commit("side", path, (text) => text.replace("due: -5bd", "due: -20bd"));
    const { branch, number } = await pulls.propose(
      (text) => text.replace("due: -2bd", "due: -3bd"),
      path,
      login,
      "side",
    );
    await pulls.opened.sandbox.idle();
    let minute = 10;
    const at = async (act: () => Promise<unknown>) => {
      minute += 1;
      await pulls.opened.moveTo(`2026-11-02T09:${minute}:00Z`);
      await act();
      await pulls.opened.sandbox.idle();
    };
    return {
      check: () =>
        pulls.opened.sandbox.state.checkRuns.findLast(({ headSha }) => headSha === pulls.headOf(branch)),
      said: async () => (await pulls.comments(number))[0] ?? "",
      approve: () => at(() => pulls.approve(number, "demo-lena")),
      agree: () => at(() => pulls.opened.as("demo-lena").comment(number, "/agree")),
      pointAt: (base: string) => at(() => pulls.pointAt(number, base)),
      /** The branch itself is merged, with the owner's yes; gives the number of its pull request. */
      async mergeSide() {
        let side = 0;
        await at(async () => {
          side = await pulls.open("side");
        });
        await at(() => pulls.approve(side, "demo-lena"));
        await at(() => pulls.merge(side));
        return side;
      },
      async mergeAndDeleteSide() {
        const side = await pulls.open("side");
        await pulls.opened.sandbox.idle();
        pulls.opened.sandbox.addFaults([
          { kind: "webhook", operation: "pull_request.edited", effect: "lose", times: null },
          { kind: "webhook", operation: "pull_request.closed", effect: "delay", delayMs: 500 },
        ]);
        await at(async () => {
          await pulls.merge(side);
          await pulls.deleteBranch(side);
        });
      },
      dropSide: () => at(() => pulls.dropBranch("side")),
      review: () => pulls.review(number),
      deleteBranch: (number: number) => at(() => pulls.deleteBranch(number)),
      loseEvents: () => pulls.opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]),
      sweep: () => at(() => pulls.opened.sweep()),
    };
  }
  type Proposed = Awaited<ReturnType<typeof proposedForASideBranch>>;
  const nothing = async () => {};
  const why = "agreed before this pull request was pointed at `main`";

  test.each<[string, string, (pull: Proposed) => Promise<void>]>([
    ["an approval", "demo-jonas", ({ approve }) => approve()],
    ["an answer", "demo-jonas", ({ agree }) => agree()],
    ["opening it", "demo-lena", nothing],
  ])("%s", async (_, login, agreeFirst) => {
    const pull = await proposedForASideBranch(login);
    await agreeFirst(pull);
    expect(pull.check()).toMatchObject(passes);
    expect(await pull.said()).not.toContain(why);
    await pull.pointAt("main");
    expect(pull.check()).toMatchObject({ ...waits, summary: expect.stringContaining(why) });
    expect(await pull.said()).toContain(why);
    await pull.agree();
    expect(pull.check()).toMatchObject(passes);
    await pull.pointAt("side");
    await pull.pointAt("main");
    expect(pull.check()).toMatchObject(waits);
  });

  test.each<[string, string, (pull: Proposed) => Promise<void>]>([
    ["an approval", "demo-jonas", ({ approve }) => approve()],
    ["an answer", "demo-jonas", ({ agree }) => agree()],
    ["opening it", "demo-lena", nothing],
  ])(
    "%s, when GitHub points it there by itself since its branch is merged and gone",
    async (_, login, agreeFirst) => {
      const pull = await proposedForASideBranch(login);
      await agreeFirst(pull);
      const side = await pull.mergeSide();
      expect(pull.check()).toMatchObject(passes);
      await pull.deleteBranch(side);
      expect(pull.check()).toMatchObject({ ...waits, summary: expect.stringContaining(why) });
      expect(await pull.said()).toContain(why);
      await pull.agree();
      expect(pull.check()).toMatchObject(passes);
    },
  );

  test("also when nobody tells the bot that its branch is gone", async () => {
    const pull = await proposedForASideBranch("demo-jonas");
    await pull.approve();
    const side = await pull.mergeSide();
    pull.loseEvents();
    await pull.deleteBranch(side);
    expect(pull.check()).toMatchObject(passes);
    await pull.sweep();
    expect(pull.check()).toMatchObject(waits);
  });

  test("also when all that the bot hears is that the branch was merged, which then went at once", async () => {
    const pull = await proposedForASideBranch("demo-jonas");
    await pull.approve();
    await pull.mergeAndDeleteSide();
    expect(pull.check()).toMatchObject(waits);
  });

  test("and one whose branch goes without a merge is closed, and needs nothing more", async () => {
    const pull = await proposedForASideBranch("demo-jonas");
    const known = pull.check();
    await pull.dropSide();
    expect(await pull.review()).toMatchObject({ observed: { isOpen: false }, changes: [] });
    expect(pull.check()).toBe(known);
  });

  test("an approval after it counts", async () => {
    const pull = await proposedForASideBranch("demo-jonas");
    await pull.pointAt("main");
    await pull.approve();
    expect(pull.check()).toMatchObject(passes);
  });

  test("also when nobody tells the bot that it was pointed elsewhere", async () => {
    const pull = await proposedForASideBranch("demo-jonas");
    await pull.approve();
    pull.loseEvents();
    await pull.pointAt("main");
    expect(pull.check()).toMatchObject(passes);
    await pull.sweep();
    expect(pull.check()).toMatchObject(waits);
  });
});
