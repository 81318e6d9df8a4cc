import { describe, expect, test } from "vitest";
import type { CollectField } from "../../../core/definition/index.ts";
import { readCollected } from "../../../core/run/collect/index.ts";
import { readValue } from "../../../core/run/collect/read-value.ts";
import { recordOf } from "../../../core/run/index.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const field = (type: CollectField["type"], more: Partial<CollectField> = {}): CollectField => ({
  id: "value",
  label: "Value",
  type,
  options: [],
  required: true,
  ...more,
});

describe("what is typed, and what is noted", () => {
  test.each<[CollectField["type"], string, string | undefined]>([
    ["number", "1200", "1200"],
    ["number", "1'200", "1200"],
    ["number", "1’200.50", "1200.5"],
    ["number", "1 234 567", "1234567"],
    ["number", "1.234.567,8", "1234567.8"],
    ["number", "1,234,567.8", "1234567.8"],
    ["number", "12,5", "12.5"],
    ["number", "-3", "-3"],
    ["number", "-0", "0"],
    ["number", "007", "7"],
    ["number", "1.200", undefined],
    ["number", "1,200", undefined],
    ["number", "1e9", undefined],
    ["number", "NaN", undefined],
    ["number", "Infinity", undefined],
    ["number", "٣", undefined],
    ["number", "about 20", undefined],
    ["hours", "3", "3"],
    ["hours", "3.5 h", "3.5"],
    ["hours", "3,5", "3.5"],
    ["hours", "90 min", "1.5"],
    ["hours", "1 h 30 min", "1.5"],
    ["hours", "-2", undefined],
    ["hours", "90000", undefined],
    ["money", "1200 CHF", "1200 CHF"],
    ["money", "CHF 1'200.50", "1200.5 CHF"],
    ["money", "€ 99,90", "99.9 EUR"],
    ["money", "Fr. 50.-", "50 CHF"],
    ["money", "1200", undefined],
    ["money", "1.005 EUR", undefined],
    ["money", "12.345 and more CHF", undefined],
    ["money", "CHF 12 EUR", undefined],
    ["link", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["link", "javascript:alert(1)", undefined],
    ["link", "https://user:secret@example.org", undefined],
    ["link", "https://example.org/<script>", undefined],
    ["date", "2026-12-18", "2026-12-18"],
    ["date", "18.12.2026", "2026-12-18"],
    ["date", "2026-02-30", undefined],
    ["date", "03/04/2026", undefined],
    ["choice", "PRINT", "print"],
    ["choice", "radio", undefined],
    ["text", "  a\t b ", "a b"],
    ["text", "x".repeat(301), undefined],
  ])("%s: %s", (type, typed, noted) => {
    const read = readValue(field(type, { options: type === "choice" ? ["print", "web"] : [] }), typed);
    expect("value" in read ? read.value : undefined).toBe(noted);
  });

  test("an amount without a currency has the one of its field", () => {
    expect(readValue(field("money", { currency: "CHF" }), "1200")).toEqual({ value: "1200 CHF" });
    expect(readValue(field("money", { currency: "CHF" }), "1200 EUR")).toEqual({ value: "1200 EUR" });
  });

  test("ten thousand lines are a note, and the values among them are found", () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `line ${index}: something`);
    const read = readCollected([...lines, "- **Value**: 7"].join("\n"), [field("number")]);
    expect(read.values.get("value")).toBe("7");
    expect(read.note.split("\n")).toHaveLength(10_000);
  });
});

const publish =
  "id: publish, title: Publish, role: author, due: +2d, collect: [{ id: link, label: Link, type: link, required: true }, { id: hours, label: Hours, type: hours }, { id: constructor, label: Cost, type: money, currency: CHF }]";
const tell = "id: tell, title: Tell, role: editor, due: +3d, input: [{ what: The page, from: publish }]";
const check = 'id: check, title: Check the cost, role: lawyer, due: +4d, when: { constructor: ">= 1000" }';
const read = "id: read, title: Read why, role: lawyer, after: publish, due: +4d, when: { hours: filled }";

const started = (...steps: readonly string[]) => smallRun(smallHandbook(steps));
const textOf = (body: string) => body.replace(/<!--.*?-->/gs, "");

test.each([
  ["1,200 EUR", undefined, "1200 EUR", "1.2 EUR"],
  ["1.200", "CHF", "1200 CHF", "1.2 CHF"],
  ["1.200", undefined, "1200", "1.2"],
])(
  "an amount that may be read in two ways is asked for with its currency: %s",
  (typed, currency, either, or) => {
    const reading = readValue(field("money", { currency }), typed);
    expect(reading).toEqual({ problem: { why: "two-ways", either, or } });
  },
);

describe("a step that collects values", () => {
  test("says what to write, and asks for what is missing or cannot be read", () => {
    const run = started(publish, tell);
    const { number, body } = run.step("Publish");
    expect(body).toContain(
      "When it is done, write this in a comment, with your own values:\n\n```text\n/done\nlink: https://…\nhours: 3.5\nconstructor: 1200 CHF\n```\n\nThat closes this issue. You may leave out `hours` and `constructor`.",
    );
    happens(run, () => run.comment(number, "ann", "/done all well\nhours: a few"));
    expect(run.step("Publish").state).toBe("open");
    const [said] = run.said(number).slice(-1);
    expect(said).toContain("Before this is done I need **Link**.");
    expect(said).toContain("**Hours** says `a few`, which are no hours I can read.");
  });

  test("notes them, hands them on, and shows them", () => {
    const run = started(publish, tell, check, read);
    const { number } = run.step("Publish");
    happens(run, () =>
      run.comment(
        number,
        "ann",
        "/done\nLink: https://example.org/p\nHours: 3,5\nIt went well.\nCost: 1'500",
      ),
    );
    expect(run.step("Publish").state).toBe("closed");
    const link = "[https\u200b://example.org/p](https://example.org/p)";
    expect(textOf(run.step("Tell").body)).toContain(
      `**Handed over**\n\n- Link: ${link} (from **Publish**)\n- Hours: 3\\.5 h (from **Publish**)\n- Cost: 1500 CHF (from **Publish**)`,
    );
    expect(run.said(run.step("Tell").number).join("\n")).toContain(`  - Link: ${link}`);
    expect(run.said(run.step("Tell").number).join("\n")).toContain("> It went well.");
    expect(run.said(1)[0]).toContain(`**Entered so far**\n\n- Link: ${link} (Publish)`);
    expect(run.step("Check the cost").state).toBe("open");
    expect(run.step("Read why").state).toBe("open");
  });

  test("decides what comes later: a small cost leaves the step out, and so does nothing", () => {
    const run = started(publish, tell, check, read);
    happens(run, () =>
      run.comment(run.step("Publish").number, "ann", "/done\nlink: https://example.org\ncost: 999.99 CHF"),
    );
    expect(run.step("Check the cost").state).toBe("closed");
    expect(run.step("Read why").state).toBe("closed");
  });

  test("closed by hand it takes what stands in the comment, and else is opened again", () => {
    const run = started(publish, tell);
    const { number } = run.step("Publish");
    happens(run, () => run.close(number, "ann"));
    expect(run.step("Publish").state).toBe("open");
    expect(run.said(number).at(-1)).toContain(
      "this step is not quite done, so I opened it again. Before this is done I need **Link**.",
    );
    happens(run, () => {
      run.comment(number, "ann", "link: https://example.org/q");
      run.close(number, "ann");
    });
    expect(run.step("Publish").state).toBe("closed");
    expect(run.said(1)[0]).toContain("https://example.org/q");
  });

  test("what was entered is asked for anew once the step is opened again", () => {
    const run = started(publish, tell, check);
    const { number } = run.step("Publish");
    happens(run, () => run.comment(number, "ann", "/done\nlink: https://example.org\ncost: 5000"));
    happens(run, () => run.reopen(number, "ann"));
    expect(run.said(1)[0]).not.toContain("Entered so far");
    happens(run, () => run.comment(number, "ann", "/done\nlink: https://example.org/2\ncost: 5"));
    expect(run.said(1)[0]).toContain("Cost: 5 CHF");
    expect(run.step("Check the cost").state).toBe("closed");
  });

  test("the record and the retrospective have it, with sums", () => {
    const run = started(publish, tell);
    happens(run, () =>
      run.comment(
        run.step("Publish").number,
        "ann",
        "/done\nlink: https://example.org\nhours: 2\ncost: 10.10",
      ),
    );
    happens(run, () => run.close(run.step("Tell").number, "ed"));
    const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
    expect(record?.tasks[0]?.collected).toEqual([
      { id: "link", label: "Link", type: "link", value: "https://example.org" },
      { id: "hours", label: "Hours", type: "hours", value: "2" },
      { id: "constructor", label: "Cost", type: "money", value: "10.1 CHF" },
    ]);
    expect(run.said(1).join("\n")).toContain("All together: Hours **2 h** and Cost **10\\.10 CHF**.");
  });

  test("nothing that was entered is live", () => {
    const step =
      "id: publish, title: Publish, role: author, due: +2d, collect: [{ id: words, label: Words, required: true }]";
    const run = started(step, tell);
    happens(run, () =>
      run.comment(
        run.step("Publish").number,
        "ann",
        "/done\nwords: @lea closes #7 <img src=x> [a](https://evil.example)",
      ),
    );
    const all = [run.said(1)[0], textOf(run.step("Tell").body), ...run.said(run.step("Tell").number)].join(
      "\n",
    );
    expect(all).not.toMatch(/@lea|(?<!\\)#7|(?<!\\)<img|https:\/\/evil/);
  });
});

describe("a value that several steps say under one id", () => {
  const each = "{ id: guests, label: Guests, type: list }";
  const invite =
    "id: invite, title: 'Invite {item}', role: author, each: guests, due: +2d, collect: [{ id: fee, label: Fee, type: money }, { id: words, label: Words }]";
  const board = 'id: board, title: Ask the board, role: lawyer, due: +4d, when: { fee: ">= 1000" }';
  const begun = (last = board) =>
    smallRun(smallHandbook([invite, last], { head: [`ask: [${each}]`] }), {
      answers: { guests: "Ada\nBo" },
    });
  const say = (run: ReturnType<typeof begun>, title: string, lines: string) =>
    happens(run, () => run.comment(run.step(title).number, "ann", `/done\n${lines}`));
  const stateOf = (run: ReturnType<typeof begun>) => {
    const { observed, handbook, now } = run;
    return recordOf({ observed, handbook, now })?.tasks.find(({ step }) => step === "board")?.status;
  };

  test.each([
    ["adds up", ["fee: 600 CHF", "fee: 400 CHF"], "ready"],
    ["adds up in any order", ["fee: 1200 CHF", "fee: 50 CHF"], "ready"],
    ["adds up to cents", ["fee: 999.90 CHF", "fee: 0.10 CHF"], "ready"],
    ["adds up to less", ["fee: 600 CHF", "fee: 300 CHF"], "cancelled"],
    ["is what one of them says where the others say nothing", ["fee: 1200 CHF", "words: none"], "ready"],
    ["is what was said last where currencies differ", ["fee: 1200 CHF", "fee: 50 EUR"], "cancelled"],
  ])("%s", (_what, [ada = "", bo = ""], status) => {
    const run = begun();
    say(run, "Invite Ada", ada);
    say(run, "Invite Bo", bo);
    expect(stateOf(run)).toBe(status);
    expect(run.settle()).toEqual([]);
  });

  test.each([
    ["an amount that is not reached yet", '{ fee: ">= 1000" }', "fee: 600 CHF", "fee: 600 CHF", "ready"],
    ["an amount that is never reached", '{ fee: ">= 1000" }', "fee: 600 CHF", "fee: 300 CHF", "cancelled"],
    ["an amount that may be exceeded", '{ fee: "< 1000" }', "fee: 600 CHF", "fee: 600 CHF", "cancelled"],
    [
      "an amount that is exceeded, and then given back",
      '{ fee: "< 500" }',
      "fee: 600 CHF",
      "fee: -200 CHF",
      "ready",
    ],
    ["words that another may replace", "{ words: none }", "words: some", "words: none", "ready"],
    ["what one leaves out, and another says", "{ fee: filled }", "words: none", "fee: 5 CHF", "ready"],
    ["what both leave out", "{ fee: filled }", "words: none", "words: none", "cancelled"],
  ])("does not rule a step out while it can still be said: %s", (_what, when, ada, bo, status) => {
    const run = begun(`id: board, title: Ask the board, role: lawyer, due: +4d, when: ${when}`);
    say(run, "Invite Ada", ada);
    expect(stateOf(run)).toBe("planned");
    expect(run.step("Ask the board").state).toBe("open");
    say(run, "Invite Bo", bo);
    expect(stateOf(run)).toBe(status);
    expect(run.settle()).toEqual([]);
  });

  test("rules a step out once nobody it waits for can say more, skipped or not needed themselves", () => {
    const skipped = begun();
    say(skipped, "Invite Ada", "fee: 600 CHF");
    happens(skipped, () => skipped.comment(skipped.step("Invite Bo").number, "ann", "/skip Bo is away"));
    expect(stateOf(skipped)).toBe("cancelled");
    expect(skipped.step("Ask the board").body).toContain("the answer to “Fee” is **600 CHF**");

    const more =
      "id: more, title: Ask for more, role: author, due: +3d, when: { vip: yes }, collect: [{ id: fee, label: Fee, type: money }]";
    const run = smallRun(
      smallHandbook([invite, more, board], {
        head: [`ask: [${each}, { id: vip, label: VIP, type: yes-no }]`],
      }),
      { answers: { guests: "Ada\nBo", vip: "no" } },
    );
    say(run, "Invite Ada", "fee: 600 CHF");
    expect(stateOf(run)).toBe("planned");
    say(run, "Invite Bo", "fee: 300 CHF");
    expect(stateOf(run)).toBe("cancelled");
  });

  test("is asked for where nobody has said it, also when one of them is not needed", () => {
    const more =
      "id: more, title: Ask for more, role: author, due: +1d, when: { vip: yes }, collect: [{ id: fee, label: Fee, type: money }]";
    const run = smallRun(
      smallHandbook([more, invite, board], {
        head: [`ask: [${each}, { id: vip, label: VIP, type: yes-no }]`],
      }),
      { answers: { guests: "Ada\nBo", vip: "no" } },
    );
    say(run, "Invite Ada", "words: none");
    say(run, "Invite Bo", "words: none");
    const { number } = run.step("Ask the board");
    expect(run.said(number).at(-1)).toContain("Fee");
    happens(run, () => run.comment(number, "stan", "/decide 2000"));
    expect(stateOf(run)).toBe("ready");
  });

  test("does not keep a step waiting for one that comes after it", () => {
    const pay =
      "id: pay, title: Pay, role: author, due: +5d, collect: [{ id: fee, label: Fee, type: money }]";
    const run = smallRun(
      smallHandbook([`${pay}, after: board`, `${invite}, after: []`, board], { head: [`ask: [${each}]`] }),
      {
        answers: { guests: "Ada\nBo" },
      },
    );
    say(run, "Invite Ada", "fee: 600 CHF");
    say(run, "Invite Bo", "fee: 300 CHF");
    expect(stateOf(run)).toBe("cancelled");
    expect(run.settle()).toEqual([]);
  });

  test("counts no longer where an approver asks for changes", () => {
    const check = "id: check, title: Check, kind: approval, approves: write, approvers: editor, due: +3d";
    const write =
      "id: write, title: Write, role: author, due: +2d, collect: [{ id: fee, label: Fee, type: money }]";
    const run = smallRun(smallHandbook([write, check, board]));
    say(run, "Write", "fee: 300 CHF");
    expect(stateOf(run)).toBe("cancelled");
    happens(run, () => run.comment(run.step("Check").number, "ed", "/changes longer"));
    expect(stateOf(run)).toBe("planned");
    say(run, "Write", "fee: 1200 CHF");
    happens(run, () => run.comment(run.step("Check").number, "ed", "/approve"));
    expect(stateOf(run)).toBe("ready");
  });

  test("counts no longer where the step is opened again, and once where it is said anew", () => {
    const run = begun();
    say(run, "Invite Ada", "fee: 600 CHF");
    say(run, "Invite Bo", "fee: 500 CHF");
    expect(stateOf(run)).toBe("ready");
    happens(run, () => run.reopen(run.step("Invite Bo").number, "ann"));
    expect(stateOf(run)).not.toBe("ready");
    say(run, "Invite Bo", "fee: 300 CHF");
    expect(stateOf(run)).toBe("cancelled");
  });
});
