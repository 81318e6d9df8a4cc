import { afterEach, describe, expect, test } from "vitest";
import { openPullWorld, type PullWorld } from "./pull-world.ts";

let world: PullWorld | undefined;
afterEach(async () => {
  expect(world?.defects() ?? []).toEqual([]);
  await world?.opened.close();
  world = undefined;
});

/** A pull request that concerns demo-lena, and the bot's comment on it. */
async function proposed(settings: string) {
  world = await openPullWorld({ hears: true, settings });
  const { opened, propose } = world;
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sandbox.idle();
  const comment = () => {
    const own = opened.sandbox.state.issues.get(number)?.comments ?? [];
    return own.filter(({ author }) => author.login === "handrail[bot]");
  };
  const change = async (edit: (body: string) => string) => {
    const [{ id, body } = { id: 0, body: "" }] = comment();
    await opened.as("demo-sofia").editComment(id, edit(body));
    await opened.sandbox.idle();
  };
  return { ...world, number, comment, change };
}
const readings = async ({ opened }: PullWorld) =>
  (await opened.issues()).filter(({ title }) => title.startsWith("Please read"));

describe("the comment that says what a change means, in somebody else's hands", () => {
  test.each([
    ["says that all is done after the merge", (body: string) => `${body}\n<!-- handrail:merged -->`],
    ["is wiped", () => "wiped"],
  ])("%s: people are asked to read all the same, and it is put back", async (_, edit) => {
    const pull = await proposed("changes: { readAgain: true }\n");
    await pull.change(edit);
    await pull.merge(pull.number);
    await pull.opened.sandbox.idle();
    expect(await readings(pull)).toHaveLength(1);
    expect(pull.comment()).toHaveLength(1);
    expect(pull.comment()[0]?.body).toContain("Who should have a look");
  });

  test("while the bot hears nothing: a sweep does what follows the merge, once", async () => {
    const pull = await proposed("changes: { readAgain: true }\n");
    pull.opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    await pull.change((body) => `${body}\n<!-- handrail:merged -->`);
    await pull.merge(pull.number);
    await pull.opened.sweep();
    await pull.opened.sandbox.idle();
    expect(await readings(pull)).toHaveLength(1);
    await pull.change(() => "wiped");
    await pull.opened.sweep();
    await pull.opened.sandbox.idle();
    expect(pull.comment()[0]?.body).toContain("Who should have a look");
    expect(await readings(pull)).toHaveLength(1);
  });

  test("names others who agreed, or nobody: pages show who did", async () => {
    const pull = await proposed("changes: { ownerApproval: true }\n");
    await pull.opened.moveTo("2026-11-02T10:00:00Z");
    await pull.opened.as("demo-lena").comment(pull.number, "/agree");
    await pull.opened.sandbox.idle();
    await pull.merge(pull.number);
    await pull.opened.sandbox.idle();
    const agreed = async () =>
      (await pull.opened.collectRuns()).activity?.agreements.map(({ people }) => people);
    expect(await agreed()).toEqual([["demo-lena"]]);
    pull.opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    const head = pull.opened.sandbox.state.issues.get(pull.number)?.pull?.headSha ?? "";
    const forged = Buffer.from(JSON.stringify({ headSha: head, people: ["demo-sofia"] })).toString("base64");
    await pull.change((body) => `${body}\n<!-- handrail:agreed ${forged} -->`);
    expect(await agreed()).toEqual([["demo-lena"]]);
    await pull.change(() => "wiped");
    expect(await agreed()).toEqual([["demo-lena"]]);
  });
});
