import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWithBlogPost, type TestWorld } from "./world.ts";

let world: TestWorld;
let run: number;

beforeEach(async () => {
  ({ world, run } = await openWithBlogPost());
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

const stepOf = async (title: string) => {
  const found = (await world.issues()).find((issue) => issue.parent === run && issue.title.startsWith(title));
  if (!found) throw new Error(`There is no step ${title}.`);
  return found;
};

describe("a run from start to end", () => {
  test("hands on, collects approvals, and closes with a retrospective", async () => {
    const [idea, keywords, outline, approval] = await Promise.all(
      ["Settle", "Choose", "Write the outline", "Approve"].map(async (title) => (await stepOf(title)).number),
    );
    await world.as("demo-lena").close(idea ?? 0);
    expect((await world.issue(keywords ?? 0)).comments).toEqual([
      "handrail[bot]: @demo-ines, it is your turn: **Choose the keywords**, due **Monday 23 November 2026**.\n\n- demo-lena has finished **Settle the idea** (#2), and left you: *A brief of half a page*.\n\nWhen it is done, close this issue.",
    ]);
    await world.as("demo-ines").close(keywords ?? 0);
    await world.as("demo-jonas").close(outline ?? 0);
    await world.as("demo-jonas").close(approval ?? 0);
    expect((await world.issue(approval ?? 0)).state).toBe("open");
    expect((await world.issue(approval ?? 0)).comments.at(-1)).toContain(
      "closing this issue does not approve it",
    );
    await world.as("demo-sofia").comment(approval ?? 0, "/changes Which of our customers is this for?");
    expect((await world.issue(outline ?? 0)).state).toBe("open");
    await world.as("demo-jonas").close(outline ?? 0);
    await world.as("demo-sofia").comment(approval ?? 0, "/approve");
    expect((await world.issue(approval ?? 0)).state).toBe("open");
    await world.as("demo-ines").comment(approval ?? 0, "/approve");
    expect((await world.issue(approval ?? 0)).state).toBe("closed");
    await world.as("demo-jonas").close((await stepOf("Write the draft")).number);
    await world.as("demo-mira").close((await stepOf("Make")).number);
    await world.as("demo-paul").close((await stepOf("Prepare")).number);
    await world.as("demo-jonas").close((await stepOf("Publish")).number);
    const end = await world.issue(run);
    expect({ state: end.state, reason: end.stateReason }).toEqual({ state: "closed", reason: "completed" });
    expect(await world.status(run)).toContain("### Publish a blog post: finished, and how it went");
    expect(end.comments).toHaveLength(1);
  });
});

describe("an idle sweep", () => {
  test("reads a few requests and writes nothing", async () => {
    await world.sweep();
    world.sandbox.resetCalls();
    const swept = await world.sweep();
    expect(swept).toEqual({
      runs: 1,
      changed: 0,
      leftAlone: [],
      proposals: [],
      ticked: [],
      learning: "off",
      failures: [],
    });
    const calls = world.sandbox.calls();
    expect(calls.filter((call) => call.write)).toEqual([]);
    expect(calls.length).toBeLessThanOrEqual(10);
  });
});

describe("the schedule", () => {
  test("reminds on business days, marks what is late, and then goes up the ladder", async () => {
    await world.as("demo-lena").close((await stepOf("Settle")).number);
    const keywords = (await stepOf("Choose")).number;
    const said = async (moment: string) => {
      const before = (await world.issue(keywords)).comments.length;
      await world.moveTo(moment);
      const words = (await world.issue(keywords)).comments.slice(before);
      return words.map(
        (comment) => /a reminder: .* is due [a-z0-9 ]+|not done yet/.exec(comment)?.[0] ?? comment,
      );
    };
    const reminder = "a reminder: **Choose the keywords** is due";
    expect(await said("2026-11-19T08:00:00Z")).toEqual([`${reminder} in 4 days`]);
    expect(await said("2026-11-19T18:00:00Z")).toEqual([]);
    expect(await said("2026-11-21T17:00:00Z")).toEqual([]);
    expect(await said("2026-11-23T09:00:00Z")).toEqual([`${reminder} today`]);
    expect(await said("2026-11-24T07:00:00Z")).toEqual([]);
    expect((await world.issue(keywords)).labels).toContain("handrail:overdue");
    expect(await said("2026-11-24T09:00:00Z")).toEqual(["not done yet"]);
    expect(await said("2026-11-25T18:00:00Z")).toEqual([]);
    expect(await said("2026-11-26T09:00:00Z")).toEqual(["not done yet"]);
  });
});

describe("commands", () => {
  test.each([
    ["demo-tom", "/move 2027-01-15 the fair was moved", /The whole run moved to Fri 15 Jan 2027 by demo-tom/],
    [
      "demo-lena",
      "/add Ask the lawyer @demo-tom 2026-11-27 new rules",
      /\| #10 Ask the lawyer \| demo-tom \| Fri 27 Nov 2026 \|/,
    ],
    ["demo-lena", "/skip images last year's still fit", /» skipped/],
    [
      "demo-lena",
      "/hand-to #4 @demo-tom Jonas is ill",
      /\*\*Write the outline\*\* handed over to demo-tom by demo-lena: “Jonas is ill”/,
    ],
    [
      "demo-lena",
      "/due keywords 2026-11-25 holiday",
      /\| #3 Choose the keywords \| demo-ines \| Wed 25 Nov 2026 \(planned Mon 23 Nov\)/,
    ],
  ])("%s writes %s", async (author, command, expected) => {
    await world.as(author).comment(run, command);
    expect(await world.status(run)).toMatch(expected);
    const state = world.sandbox.state.issues.get(run);
    const written = state?.comments.findLast(({ body }) => body === command);
    expect(written?.reactions.map(({ content }) => content)).toEqual(["THUMBS_UP"]);
  });

  test("/cancel closes what is open, and says why", async () => {
    await world.as("demo-lena").comment(run, "/cancel The product is not coming.");
    const all = await world.issues();
    expect(all.map(({ state, stateReason }) => `${state} ${stateReason}`)).toEqual(
      Array(9).fill("closed not_planned"),
    );
    expect((await world.issue(run)).comments.at(-1)).toContain("> The product is not coming.");
  });

  test("a refused command is answered once", async () => {
    await world.as("demo-jonas").comment(run, "/move next week");
    await world.sweep();
    const answers = (await world.issue(run)).comments.filter((comment) =>
      comment.startsWith("handrail[bot]: @demo-jonas"),
    );
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain("`next` is not a date I can read");
  });
});

describe("what people do by hand", () => {
  test("a sub-issue added to the run is a step of it", async () => {
    const extra = await world.as("demo-tom").open("Check the figures", "Please.");
    await world.as("demo-tom").addSubIssue(run, extra);
    expect(await world.status(run)).toContain(`| #${extra} Check the figures | demo-tom |`);
  });

  test("an edit of the start form is shown and not obeyed", async () => {
    const body = world.sandbox.state.issues.get(run)?.body ?? "";
    await world.as("demo-tom").edit(run, body.replace("2026-12-18", "2026-12-30"));
    expect(await world.status(run)).toContain("**Publish date**: `2026-12-18` → `2026-12-30`");
    expect((await stepOf("Publish")).body).toContain("Due Friday 18 December 2026");
  });

  test("a ticked box stays when the due date moves", async () => {
    const outline = await stepOf("Write the outline");
    const body = world.sandbox.state.issues.get(outline.number)?.body ?? "";
    await world
      .as("demo-jonas")
      .edit(outline.number, body.replace("- [ ] One heading", "- [x] One heading").replaceAll("\n", "\r\n"));
    await world.as("demo-lena").comment(run, "/due outline 2026-12-01 fair");
    const after = await stepOf("Write the outline");
    expect(after.body).toContain("- [x] One heading");
    expect(after.body).toContain("**Due Tuesday 1 December 2026**");
  });
});

describe("the status comment", () => {
  const statusOf = () =>
    world.sandbox.state.issues.get(run)?.comments.find(({ body }) => body.startsWith("### "));

  test("is mended when somebody changes it, and nothing in it is believed", async () => {
    const before = statusOf()?.body ?? "";
    await world
      .as("demo-tom")
      .editComment(
        statusOf()?.id ?? 0,
        before.replaceAll("demo-lena", "demo-tom").replace(/handrail:status \S+/, "handrail:status bnVsbA=="),
      );
    await world.sweep();
    // The notes now say, too, that they were restored.
    const shown = (text = "") => text.replace(/<!-- handrail:status .*? -->/, "");
    expect(shown(statusOf()?.body)).toBe(shown(before));
    expect(shown(before)).toContain("demo-lena");
  });

  test("is written anew when somebody deletes it, with all that happened", async () => {
    const close = async (title: string, person: string) =>
      world.as(person).close((await stepOf(title)).number);
    await close("Settle", "demo-lena");
    await close("Choose", "demo-ines");
    await close("Write the outline", "demo-jonas");
    const approval = (await stepOf("Approve")).number;
    await world.as("demo-ines").comment(approval, "/approve");
    await world.as("demo-sofia").comment(approval, "/approve");
    const before = (await world.status(run)).replace(/<sub>.*/s, "");
    await world.as("demo-tom").deleteComment(statusOf()?.id ?? 0);
    await world.sweep();
    expect((await world.status(run)).replace(/<sub>.*/s, "")).toBe(before);
    expect((await world.issues()).filter((issue) => issue.parent === run)).toHaveLength(8);
  });
});
