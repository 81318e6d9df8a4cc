import { afterEach, describe, expect, test } from "vitest";
import { openPullWorld, openReviewWorld, type PullWorld, readAgain } from "./pull-world.ts";

let world: PullWorld | undefined;
afterEach(async () => {
  expect(world?.opened.sandbox.defects() ?? []).toEqual([]);
  await world?.opened.close();
  world = undefined;
});

const note = /<!-- handrail:reading .*? -->/;
const plain = (words: unknown) =>
  `<!-- handrail:reading ${Buffer.from(JSON.stringify(words)).toString("base64")} -->`;
const ofChange = (reader: string) => plain({ kind: "change", pull: 1, reader });
const ofReview = (process: string, ...readers: string[]) =>
  plain({ kind: "review", process, dueDate: "2027-05-02", readers });

/** A world in which a change was merged that the writer, demo-jonas, and the editor, demo-lena, should read. */
async function withReadings() {
  world = await openPullWorld({ hears: true, settings: readAgain });
  const { opened, propose, merge } = world;
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"), undefined, "demo-sofia");
  await opened.sandbox.idle();
  await merge(number);
  await opened.sandbox.idle();
  return opened;
}
/** A world in which the people who look after the article are asked to look it through. */
async function withReview() {
  world = await openReviewWorld();
  return world.opened;
}
type Opened = Awaited<ReturnType<typeof withReadings>>;

const rawBody = ({ sandbox }: Opened, issue: number) => sandbox.state.issues.get(issue)?.body ?? "";
const readings = async (opened: Opened) =>
  (await opened.issues()).filter(({ title }) => title.startsWith("Please "));
const readingOf = async (opened: Opened, login: string) => {
  const found = (await readings(opened)).find(({ assignees }) => assignees.includes(login));
  if (!found) throw new Error(`Nobody has asked ${login} to read.`);
  return found;
};
const tickedWith = (body: string, forged: string) =>
  body.replace("- [ ]", "- [x]").replace(note, () => forged);
const edit = async (opened: Opened, issue: number, login: string, body: string) => {
  await opened.as(login).edit(issue, body);
  await opened.sandbox.idle();
};

describe("the note by which a reading is known, in the hands of somebody who was not asked", () => {
  test.each([
    ["made up", async () => ofChange("demo-jonas")],
    ["taken away", async () => ""],
    [
      "copied from the reading of their own",
      async (opened: Opened) => {
        const own = await readingOf(opened, "demo-jonas");
        return note.exec(rawBody(opened, own.number))?.[0] ?? "";
      },
    ],
    ["made up for a review", async () => ofReview("article", "demo-jonas")],
  ])("%s: the issue stays open, its text is put back, and a sentence says so", async (_, forge) => {
    const opened = await withReadings();
    const reading = await readingOf(opened, "demo-lena");
    const before = rawBody(opened, reading.number);
    await edit(opened, reading.number, "demo-jonas", tickedWith(before, await forge(opened)));
    expect(rawBody(opened, reading.number)).toBe(before);
    const { state, comments } = await opened.issue(reading.number);
    expect(state).toBe("open");
    expect(comments.at(-1)).toContain("this is for demo-lena to tick");
    await edit(opened, reading.number, "demo-jonas", tickedWith(before, await forge(opened)));
    expect((await opened.issue(reading.number)).comments).toEqual(comments);
    await edit(opened, reading.number, "demo-lena", before.replace("- [ ]", "- [x]"));
    expect(await opened.issue(reading.number)).toMatchObject({ state: "closed" });
  });

  test("with the words that should be read changed, too: whoever was asked ticks what the bot wrote", async () => {
    const opened = await withReadings();
    const { number } = await readingOf(opened, "demo-lena");
    const before = rawBody(opened, number);
    await edit(opened, number, "demo-jonas", before.replace(/^- “Write the draft”.*$/m, "- Nothing much."));
    expect(rawBody(opened, number)).toBe(before);
    expect((await opened.issue(number)).comments.at(-1)).toContain("I have put its text back");
  });

  test("while the bot hears nothing: a sweep finds out", async () => {
    const opened = await withReadings();
    const { number } = await readingOf(opened, "demo-lena");
    const before = rawBody(opened, number);
    opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 1 }]);
    await edit(opened, number, "demo-jonas", tickedWith(before, ofChange("demo-jonas")));
    await opened.sweep();
    await opened.sandbox.idle();
    expect(rawBody(opened, number)).toBe(before);
    expect(await opened.issue(number)).toMatchObject({ state: "open" });
  });

  test("with the history of the text deleted: it stays open, and says once that nobody can tell any more", async () => {
    const opened = await withReadings();
    const { number } = await readingOf(opened, "demo-lena");
    const own = await readingOf(opened, "demo-jonas");
    const stolen = note.exec(rawBody(opened, own.number))?.[0] ?? "";
    const before = rawBody(opened, number);
    for (const words of ["one", "two"]) {
      opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 1 }]);
      await edit(opened, number, "demo-jonas", `${tickedWith(before, stolen)}\n${words}`);
      const { edits = [] } = opened.sandbox.state.issues.get(number) ?? {};
      edits.splice(0, edits.length - 1);
      await opened.sweep();
      await opened.sandbox.idle();
    }
    const { state, comments } = await opened.issue(number);
    expect(state).toBe("open");
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain("no longer tell");
  });
});

describe("the note of a review", () => {
  test("names another process: nothing is confirmed", async () => {
    const opened = await withReview();
    const { number } = await readingOf(opened, "demo-lena");
    await edit(
      opened,
      number,
      "demo-jonas",
      tickedWith(rawBody(opened, number), ofReview("other", "demo-jonas")),
    );
    expect(await opened.issue(number)).toMatchObject({ state: "open" });
    expect((await opened.collectRuns()).activity?.confirmations).toEqual([]);
  });

  test("names another process when whoever was asked closes the issue: what they were asked about is confirmed", async () => {
    const opened = await withReview();
    const { number } = await readingOf(opened, "demo-lena");
    opened.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 2 }]);
    await edit(
      opened,
      number,
      "demo-lena",
      rawBody(opened, number).replace(note, () => ofReview("other", "demo-lena")),
    );
    await opened.as("demo-lena").close(number);
    expect((await opened.collectRuns()).activity?.confirmations).toEqual([
      { process: "article", at: "2027-06-07T09:00:00Z" },
    ]);
  });

  test("is changed after all is done: what was confirmed stays so", async () => {
    const opened = await withReview();
    const { number } = await readingOf(opened, "demo-lena");
    await edit(opened, number, "demo-lena", rawBody(opened, number).replace("- [ ]", "- [x]"));
    const done = (await opened.collectRuns()).activity?.confirmations;
    expect(done).toHaveLength(1);
    await edit(opened, number, "demo-jonas", "wiped");
    expect((await opened.collectRuns()).activity?.confirmations).toEqual(done);
    await opened.sweep();
    expect(await readings(opened)).toHaveLength(1);
  });
});
