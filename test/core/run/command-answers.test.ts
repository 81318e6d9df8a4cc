import { beforeEach, describe, expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/ledger/ledger-of.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const handbook = smallHandbook([
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [lawyer], approves: draft, due: +8d",
  'id: route, title: Route, kind: decision, role: editor, options: ["Speak now", "Stay silent"], due: +9d',
  "id: speak, title: Speak, role: editor, when: { route: Speak now }, due: +10d",
  "id: silent, title: Stay silent, role: author, after: route, when: { route: Stay silent }, due: +10d",
  "id: last, title: Last, role: author, after: [speak, silent], due: +11d",
]);
let run: SimulatedRun;
beforeEach(() => {
  run = smallRun(handbook);
});

const numberOf = (title: string) => (title === "" ? 1 : run.step(title).number);
const write = (title: string, author: string, text: string) =>
  happens(run, () => run.comment(numberOf(title), author, text));
const answer = (title: string) => run.said(numberOf(title)).at(-1) ?? "";
const status = () => run.said(1)[0] ?? "";
const decideUpTo = () => {
  happens(run, () => run.close(numberOf("Draft"), "ann"));
  write("Judge", "law", "/approve");
};

describe("an example can be copied", () => {
  test.each([
    ["", "/skip draft", "For example: `/skip #2 what we have from last year still fits`"],
    ["", "/skip #2", "For example: `/skip #2 what we have from last year still fits`"],
    ["Draft", "/skip", "For example: `/skip what we have from last year still fits`"],
    ["", "/due draft", "for example: `/due #2 2026-03-09 the expert is away`"],
    ["Draft", "/due", "for example: `/due 2026-03-09 the expert is away`"],
    ["", "/hand-to draft", "For example: `/hand-to #2 @login I am away that week`"],
    ["", "/move", "for example: `/move 2026-03-09 the fair was moved`"],
    ["", "/add", '`/add "Check the legal text" @login 2026-03-09 why it is needed`'],
    ["", "/approve", "Please say which step you mean: `/approve #3 …`, for **Judge**."],
    ["", "/decide", "Please say which step you mean: `/decide #4 …`, for **Route**."],
    [
      "",
      "/skip drat it",
      "Did you mean `draft`? Please put its number or its name after the command, such as `/skip draft …`",
    ],
    ["", "/due 2026-05-01 later", "To move the whole run, write `/move 2026-05-01 later`."],
    ["", "/skip", "- `#2` or `draft`: Draft\n- `#3` or `judge`: Judge"],
  ])("%s %s", (title, text, words) => {
    write(title, "stan", text);
    expect(answer(title)).toContain(words);
  });
});

describe("/help says what is of use there and then", () => {
  test.each([
    [
      "Draft",
      "stan",
      ["When it is done, close this issue.", "`/due 2026-03-09 why it moves`"],
      ["/approve", "/decide", "/go"],
    ],
    [
      "Judge",
      "law",
      ["Please look at **Draft**", "`/approve`", "`/changes what should change`"],
      ["/decide", "/go"],
    ],
    ["Judge", "stan", ["`/due 2026-03-09 why it moves`"], ["`/approve`", "/changes", "/skip", "/hand-to"]],
    ["Judge", "lea", ["`/skip why", "`/hand-to @login why`"], ["/changes"]],
    ["Route", "ed", ["`/decide Speak now` or `/decide Stay silent`"], ["/approve", "/go"]],
    ["", "law", ["`/approve step`", "such as `#2` or `draft`"], ["/go", "/move", "/cancel", "/skip"]],
    ["", "stan", ["`/skip step why", "`/move ", "`/cancel why`"], ["- `/go", "/approve"]],
  ])("%s, to %s", (title, reader, present, absent) => {
    write(title, reader, "/help");
    for (const words of present) expect(answer(title)).toContain(words);
    for (const words of absent) expect(answer(title)).not.toContain(words);
  });

  test("on a step that is over", () => {
    happens(run, () => run.close(2, "ann"));
    write("Draft", "stan", "/help");
    expect(answer("Draft")).toContain("**Draft** is over.");
    expect(answer("Draft")).not.toContain("/skip");
  });
});

test("skipped steps are not counted as done", () => {
  happens(run, () => run.close(2, "ann"));
  expect(status()).toContain("### Work: 1 of 6 steps done");
  write("Judge", "lea", "/skip our lawyer is away");
  expect(status()).toContain("### Work: 1 done, 1 skipped of 6 steps");
  write("", "stan", "/status");
  expect(answer("")).toContain("@stan: **Work**: 1 done, 1 skipped of 6 steps. It is the turn of:");
});

test("a step handed on is with its new people in the issues of the steps before it too", () => {
  expect(run.step("Draft").body).toContain("**Waiting for it:** **Judge** (law)");
  write("Judge", "lea", "/hand-to @stan our lawyer is away");
  expect(run.step("Draft").body).toContain("**Waiting for it:** **Judge** (stan)");
});

describe("a decision", () => {
  test("that comes too early says what it waits for", () => {
    write("Route", "ed", "/decide Speak now");
    expect(answer("Route")).toContain("It is not time for **Route** yet: it waits for **Judge**.");
  });

  test.each([
    ["/decide speak", "Did you mean `/decide Speak now`?"],
    ["/decide stay silently", "Did you mean `/decide Stay silent`?"],
    ["/decide s", "Please write `/decide Speak now` or `/decide Stay silent`."],
  ])("%s is asked about", (text, words) => {
    decideUpTo();
    write("Route", "ed", text);
    expect(answer("Route")).toContain(words);
  });

  test.each([
    ["/decide stay silent because the client asked for it", "because the client asked for it"],
    ["/decide Stay silent: *the client* asked for it", "*the client* asked for it"],
    ["/decide stay silent", undefined],
  ])("%s is taken with its reason, which whoever is next reads", (line, reason) => {
    decideUpTo();
    write("Route", "ed", line);
    const decided = ledgerOf(run.observed)?.entries.at(-1);
    expect(decided).toMatchObject({ kind: "decided", outcome: "Stay silent" });
    expect(decided?.kind === "decided" && decided.reason).toBe(reason);
    expect(run.step("Speak").body).toContain(
      `is **Stay silent**${reason === undefined ? "." : ` (“${reason.replaceAll("*", "\\*")}”).`}`,
    );
    const handoff = run.said(run.step("Stay silent").number).at(-1) ?? "";
    expect(handoff).toContain("**Route** (#4) was decided: **Stay silent**.");
    expect(handoff.includes("> ")).toBe(reason !== undefined);
  });

  test("stands in the status table, with who took it, and is told to whoever comes too late", () => {
    decideUpTo();
    write("Route", "ed", "/decide Speak now");
    expect(status()).toMatch(/#4 Route \| ed \| .* \| ✓ done Mon 2 Mar: \*\*Speak now\*\*, by ed \|/);
    write("Route", "ed", "/decide Stay silent");
    expect(answer("Route")).toContain("**Route** has been decided already: **Speak now**, by ed.");
  });

  test("says in the body of what it rules out why, and in no comment", () => {
    decideUpTo();
    write("Route", "ed", "/decide Speak now");
    const silent = run.step("Stay silent");
    expect(silent.state).toBe("closed");
    expect(silent.comments).toEqual([]);
    expect(silent.body).toContain("**Not needed this time**: the answer to “Route” is **Speak now**.");
    happens(run, () => run.reopen(numberOf("Route"), "ed"));
    expect(run.step("Stay silent").body).not.toContain("Not needed");
  });
});

describe("a day on which nobody works", () => {
  test.each([
    [
      "Draft",
      "/due 2026-03-07 a Saturday",
      "Saturday 7 March 2026 is not a business day; the next one is Monday 9 March 2026",
    ],
    ["", "/move 2026-03-08 a Sunday", "Sunday 8 March 2026 is not a business day"],
    ["", "/add Ask @tim 2026-03-08 we forgot", "Sunday 8 March 2026 is not a business day"],
  ])("%s %s is taken, with a word", (title, text, words) => {
    write(title, "stan", text);
    expect(answer(title)).toContain(words);
    expect(status()).toContain("1 departure from the plan");
  });
});
