import { afterEach, describe, expect, test } from "vitest";
import { reviewPullRequest } from "../../bot/pull-requests/review-pull-request.ts";
import { openPullWorld, type PullWorld, path } from "./pull-world.ts";
import type { TestWorld } from "./world.ts";

/** One aim: that the check of a commit is green while a pull request with that commit waits for somebody. */
const settings = "changes: { ownerApproval: true }\n";
const passes = { conclusion: "success", title: "No problems" };
const editor = "Waiting for Editor (demo-lena, demo-sofia)";
let world: TestWorld | undefined;
afterEach(async () => {
  expect(world?.sandbox.defects()).toEqual([]);
  await world?.close();
  world = undefined;
});

/** A date that nobody has agreed to stands in a branch beside main, and another branch changes a word on top of it. */
async function wordOnTopOfADate({ hears = true } = {}) {
  const pulls = await openPullWorld({ hears, settings });
  world = pulls.opened;
  const { sandbox } = pulls.opened;
  await pulls.branchOff("side");
  await pulls.commit("side", path, (text) => text.replace("due: -5bd", "due: -20bd"));
  await pulls.branchOff("word", "side");
  await pulls.commit("word", path, (text) => text.replace("Do it well.", "Do it very well."));
  let minute = 10;
  const at = async <T>(act: () => Promise<T>) => {
    minute += 1;
    await pulls.opened.moveTo(`2026-11-02T09:${minute}:00Z`);
    const result = await act();
    await sandbox.idle();
    return result;
  };
  return {
    ...pulls,
    at,
    openFor: (base: string, branch = "word") => at(() => pulls.open(branch, base)),
    checkOf: (branch: string) =>
      sandbox.state.checkRuns.findLast(({ headSha }) => headSha === pulls.headOf(branch)),
    loseEvents: () => sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]),
  };
}

describe("the check of a commit says the strictest of what its pull requests want", () => {
  test.each<[string, readonly string[]]>([
    ["the lighter one first", ["side", "main"]],
    ["the stricter one first", ["main", "side"]],
  ])("%s", async (_, bases) => {
    const { openFor, checkOf } = await wordOnTopOfADate();
    const numbers = new Map<string, number>();
    for (const base of bases) numbers.set(base, await openFor(base));
    expect(checkOf("word")).toMatchObject({
      conclusion: "action_required",
      title: `#${numbers.get("main")}: ${editor}`,
    });
    const summary = checkOf("word")?.summary ?? "";
    expect(summary).toContain(`- #${numbers.get("side")}, for \`side\`: No problems`);
    expect(summary).toContain(`- #${numbers.get("main")}, for \`main\`: ${editor}`);
  });

  test("until that one is agreed to", async () => {
    const { openFor, checkOf, at, opened } = await wordOnTopOfADate();
    const light = await openFor("side");
    const strict = await openFor("main");
    await at(() => opened.as("demo-lena").comment(light, "/agree"));
    expect(checkOf("word")).toMatchObject({ title: `#${strict}: ${editor}` });
    await at(() => opened.as("demo-lena").comment(strict, "/agree"));
    expect(checkOf("word")).toMatchObject(passes);
  });

  test("until that one is closed, and again once it is opened again", async () => {
    const { openFor, checkOf, at, opened } = await wordOnTopOfADate();
    await openFor("side");
    const strict = await openFor("main");
    await at(() => opened.as("demo-jonas").close(strict));
    expect(checkOf("word")).toMatchObject({ ...passes, summary: expect.not.stringContaining("#") });
    await at(() => opened.as("demo-jonas").reopen(strict));
    expect(checkOf("word")).toMatchObject({ title: `#${strict}: ${editor}` });
  });

  test("also when one that was light is pointed at a branch where it is not", async () => {
    const { openFor, checkOf, at, branchOff, pointAt } = await wordOnTopOfADate();
    await branchOff("other", "side");
    const first = await openFor("side");
    await openFor("other");
    expect(checkOf("word")).toMatchObject(passes);
    await at(() => pointAt(first, "main"));
    expect(checkOf("word")).toMatchObject({ title: `#${first}: ${editor}` });
    await at(() => pointAt(first, "side"));
    expect(checkOf("word")).toMatchObject(passes);
  });

  test("until the other branch with that commit moves on", async () => {
    const { openFor, checkOf, at, branchOff, commit } = await wordOnTopOfADate();
    await branchOff("twin", "word");
    await openFor("side");
    const strict = await openFor("main", "twin");
    expect(checkOf("word")).toMatchObject({ title: `#${strict}: ${editor}` });
    await at(() => commit("twin", path, (text) => text.replace("Do it very well.", "Do it best.")));
    expect(checkOf("word")).toMatchObject(passes);
    expect(checkOf("twin")).toMatchObject({ title: editor });
  });

  test("when somebody asks for it again, once for each of them", async () => {
    const { openFor, checkOf, opened } = await wordOnTopOfADate();
    const light = await openFor("side");
    const strict = await openFor("main");
    const check = checkOf("word");
    expect(check?.externalId.split(" ")[0]).toBe(`${light},${strict}`);
    await opened.bot.probot.receive({
      id: "1",
      name: "check_run",
      payload: {
        action: "rerequested",
        check_run: { external_id: check?.externalId, pull_requests: [] },
        repository: { name: "handbook", owner: { login: "acme" } },
        installation: { id: opened.sandbox.app.installationId },
      },
    } as never);
    await opened.sandbox.idle();
    expect(checkOf("word")?.id).not.toBe(check?.id);
    expect(checkOf("word")).toMatchObject({ title: `#${strict}: ${editor}` });
  });

  test("of more than five nobody reads what they want: until some are closed nothing passes", async () => {
    const { openFor, checkOf, at, opened, branchOff } = await wordOnTopOfADate();
    const numbers: number[] = [];
    for (let index = 1; index <= 6; index += 1) {
      await branchOff(`base-${index}`, "side");
      numbers.push(await openFor(`base-${index}`));
    }
    expect(checkOf("word")).toMatchObject({
      conclusion: "action_required",
      title: "1 more pull request with the same texts to be closed",
    });
    await at(() => opened.as("demo-jonas").close(numbers[3] ?? 0));
    expect(checkOf("word")).toMatchObject(passes);
  });
});

describe("whatever is lost or comes at once", () => {
  test("a sweep finds that one was closed without the bot", async () => {
    const { openFor, checkOf, at, opened, loseEvents } = await wordOnTopOfADate();
    await openFor("side");
    const strict = await openFor("main");
    await at(() => opened.sweep());
    loseEvents();
    await at(() => opened.as("demo-jonas").close(strict));
    expect(checkOf("word")).toMatchObject({ title: `#${strict}: ${editor}` });
    await at(() => opened.sweep());
    expect(checkOf("word")).toMatchObject(passes);
    const settled = opened.sandbox.state.checkRuns.length;
    await at(() => opened.sweep());
    expect(opened.sandbox.state.checkRuns).toHaveLength(settled);
  });

  test("a look that began before the other was opened does not have the last word", async () => {
    const { open, review, checkOf, opened, repository } = await wordOnTopOfADate({ hears: false });
    const light = await open("word", "side");
    let strict = 0;
    await reviewPullRequest(
      {
        ...repository,
        async observe(...asked) {
          const observed = await repository.observe(...asked);
          strict = await open("word", "main");
          await review(strict);
          return observed;
        },
      },
      light,
      { now: opened.now },
    );
    expect(checkOf("word")).toMatchObject({ title: `#${strict}: ${editor}` });
    expect((await review(light)).changes).not.toContainEqual(
      expect.objectContaining({ kind: "write-check" }),
    );
  });
});

describe("who has to agree is said by the branch that a change is for, as it stands", () => {
  const dated = (text: string) => text.replace("due: -5bd", "due: -8bd");
  const roles = "processes/roles.yml";

  test.each<[string, string, (text: string) => string, (text: string) => string, string]>([
    [
      "where the switch came after the branch had parted",
      "processes/handbook.yml",
      (text) => text.replace(settings, ""),
      (text) => text + settings,
      editor,
    ],
    [
      "where somebody lost the role after the branch had parted",
      roles,
      (text) => text.replace("people: [demo-lena]", "people: [demo-jonas]"),
      (text) =>
        text.replace(
          "editor: { title: Editor, people: [demo-jonas]",
          "editor: { title: Editor, people: [demo-lena]",
        ),
      editor,
    ],
    [
      "where another role looks after the process since",
      path,
      (text) => text.replace("owner: editor", "owner: author"),
      (text) => text.replace("owner: author", "owner: editor"),
      editor,
    ],
  ])("%s", async (_, file, asItWas, asItIs, title) => {
    const pulls = await openPullWorld({ hears: true, settings });
    world = pulls.opened;
    const { sandbox } = pulls.opened;
    await pulls.commit("main", file, asItWas);
    await pulls.branchOff("old");
    await pulls.commit("old", path, dated);
    await pulls.commit("main", file, asItIs);
    await pulls.open("old");
    await sandbox.idle();
    expect(sandbox.state.checkRuns.at(-1)).toMatchObject({ conclusion: "action_required", title });
  });

  test.each<[string, (world: PullWorld) => Promise<unknown>]>([
    [
      "by a merge",
      async ({ propose, merge, opened: { sandbox } }) => {
        const { number } = await propose((text) => text + settings, "processes/handbook.yml");
        await sandbox.idle();
        await merge(number);
        await sandbox.idle();
      },
    ],
    [
      "by a commit that nobody tells of",
      async ({ commit, opened }) => {
        await commit("main", "processes/handbook.yml", (text) => text + settings);
        await opened.moveTo("2026-11-30T09:00:00Z");
        await opened.sweep();
      },
    ],
  ])("also when it is said otherwise after the check was written, %s", async (_, switchOn) => {
    const pulls = await openPullWorld({ hears: true });
    world = pulls.opened;
    const { sandbox, sweep } = pulls.opened;
    const { branch } = await pulls.propose(dated);
    await sandbox.idle();
    const check = () => sandbox.state.checkRuns.findLast(({ headSha }) => headSha === pulls.headOf(branch));
    expect(check()).toMatchObject(passes);
    await switchOn(pulls);
    expect(check()).toMatchObject({ conclusion: "action_required", title: editor });
    const settled = sandbox.state.checkRuns.length;
    await sweep();
    expect(sandbox.state.checkRuns).toHaveLength(settled);
  });
});
