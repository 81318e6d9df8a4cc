import { expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const speakers = ["ask: [{ id: speakers, label: Speakers, type: list, required: true }]"];
const invite = 'id: invite, title: "Invite {item}", role: author, due: +3d, each: speakers, after: []';
const programme = "id: programme, title: Print the programme, role: editor, due: +9d";

function webinar(answer: string) {
  return smallRun(smallHandbook([invite, programme], { head: speakers }), {
    answers: { speakers: answer },
    permissions: { stan: "write" },
  });
}

test("a step for each item of a list, and what follows waits for all", () => {
  const run = webinar("- Ada Lovelace\n\n  - Grace Hopper\n");
  expect(run.observed.steps.map(({ title }) => title)).toEqual([
    "Invite Ada Lovelace: A run",
    "Invite Grace Hopper: A run",
    "Print the programme: A run",
  ]);
  const [ada, grace] = run.observed.steps;
  expect(run.step("Print the programme").blockedBy).toEqual([ada?.number, grace?.number]);
  happens(run, () => run.close(ada?.number ?? 0, "ann"));
  expect(run.step("Print").body).toContain("Waits for **Invite Grace Hopper**");
  happens(run, () => run.comment(grace?.number ?? 0, "stan", "/skip She cannot come."));
  expect(run.said(run.step("Print").number).at(-1)).toContain("it is your turn: **Print the programme**");
});

test("one item is opened again, one is added, and the others stay", () => {
  const run = webinar("Ada\nGrace");
  const [ada, grace] = run.observed.steps;
  happens(run, () => run.close(ada?.number ?? 0, "ann"));
  happens(run, () => run.close(grace?.number ?? 0, "ann"));
  happens(run, () => run.reopen(ada?.number ?? 0, "ann"));
  expect(run.step("Print").body).toContain("Waits for **Invite Ada**");
  happens(run, () =>
    run.comment(1, "stan", '/add "Invite Katherine" @ann 2026-03-06 before programme We forgot her.'),
  );
  expect(run.step("Print").body).toContain("Waits for **Invite Ada** and **Invite Katherine**");
  happens(run, () =>
    run.comment(1, "stan", '/add "Call Grace" @ann 2026-03-06 after invite.2 She wants to talk.'),
  );
  expect(run.step("Call Grace").state).toBe("open");
});

test("the list is frozen at the start: an edit of the issue changes no step", () => {
  const run = webinar("Ada\nGrace");
  const titles = run.observed.steps.map(({ title }) => title);
  happens(run, () => run.edit(1, "stan", run.observed.run.body.replace("Ada\nGrace", "Zoe\nAda\nGrace")));
  expect(run.observed.steps.map(({ title }) => title)).toEqual(titles);
  expect(run.said(1)[0]).toContain("the issue was edited after the start");
});

test("an empty list leaves its step out", () => {
  const handbook = smallHandbook(
    [
      "id: draft, title: Draft, role: author, due: +1d",
      invite.replace("after: []", "after: draft"),
      programme,
    ],
    { head: ["ask: [{ id: speakers, label: Speakers, type: list }]"] },
  );
  const run = smallRun(handbook, {});
  expect(run.observed.steps.map(({ title }) => title)).toEqual([
    "Draft: A run",
    "Print the programme: A run",
  ]);
  expect(run.step("Print").blockedBy).toEqual([run.step("Draft").number]);
});

test.each([
  ["too many", Array.from({ length: 10_000 }, (_, index) => `S${index}`).join("\n"), "has 10000 lines"],
  ["twice", "Ada\nada", "names `ada` twice"],
  ["too long", "A".repeat(101), "has a line of 101 characters"],
  [
    "one more than a run holds",
    Array.from({ length: 100 }, (_, index) => `S${index}`).join("\n"),
    "would have 101 steps, 100 of them from “Invite S0” to “Invite S99”, one for each of a list or again and again",
  ],
])("a list that cannot be taken (%s) is told, and nothing is created", (_what, answer, words) => {
  const run = webinar(answer);
  expect(run.observed.steps).toEqual([]);
  expect(run.said(1)).toHaveLength(1);
  expect(run.said(1)[0]).toContain(words);
});

test("markup in an item is text, everywhere it stands", () => {
  const run = webinar("<img src=x> @stan #1 [a](javascript:b) closes #2");
  const shown = [run.said(1)[0], ...run.observed.steps.map(({ body }) => body)].join("\n");
  const words = shown.replace(/```mermaid.*?```/gs, "").replace(/<!-- .*? -->/gs, "");
  expect(words).not.toMatch(/(?<!\\)<img|@stan|[^\\]\]\(javascript|#2\*\*|closes #2/);
  expect(words).toContain("Invite \\<img");
});

test("an approval of what was done for each judges all of it", () => {
  const run = smallRun(
    smallHandbook(
      [invite, "id: judge, title: Judge, kind: approval, approvers: [editor], approves: invite, due: +9d"],
      { head: speakers },
    ),
    { answers: { speakers: "Ada\nGrace" } },
  );
  const [ada, grace] = run.observed.steps;
  happens(run, () => run.close(ada?.number ?? 0, "ann"));
  happens(run, () => run.close(grace?.number ?? 0, "ann"));
  happens(run, () => run.comment(run.step("Judge").number, "ed", "/changes The tone is wrong."));
  expect(run.observed.steps.slice(0, 2).map(({ state }) => state)).toEqual(["open", "open"]);
});

test("a step again and again in its window, one after the other", () => {
  const run = smallRun(
    smallHandbook([
      "id: post, title: Post it, role: author, due: -2w..0d, every: 1w, after: []",
      "id: thank, title: Thank, role: editor, due: +1d",
    ]),
    { anchorDate: "2026-03-23" },
  );
  expect(run.observed.steps.map(({ title }) => title)).toEqual([
    "Post it (1/3): A run",
    "Post it (2/3): A run",
    "Post it (3/3): A run",
    "Thank: A run",
  ]);
  expect(run.observed.steps.map(({ body }) => /Due \w+ (\d+ \w+)/.exec(body)?.[1])).toEqual([
    "9 March",
    "16 March",
    "23 March",
    "24 March",
  ]);
  const [first, second, third] = run.observed.steps;
  expect(run.step("Thank").blockedBy).toEqual([third?.number]);
  expect(run.said(second?.number ?? 0)).toEqual([]);
  happens(run, () => run.close(first?.number ?? 0, "ann"));
  expect(run.said(second?.number ?? 0).at(-1)).toContain("it is your turn: **Post it (2/3)**");
});

test("phases are headings in the status and in its chart, and stand on each step", () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d, phase: Before the day",
      "id: speak, title: Speak, role: editor, due: +5d, phase: On the day",
      "id: thank, title: Thank, role: editor, due: +6d, phase: On the day",
    ]),
  );
  const status = run.said(1)[0] ?? "";
  expect(status.split("\n").filter((line) => line.startsWith("| **") && line.includes("day**"))).toEqual([
    "| **Before the day** |  |  |  |",
    "| **On the day** |  |  |  |",
  ]);
  expect(status).toContain("section Before the day");
  expect(run.step("Speak").body).toContain("Step 2 of 3 of Work, #1 · On the day");
});

test("a step of somebody outside is theirs in the status, not nobody's", () => {
  const handbook = smallHandbook(["id: print, title: Print it, role: shop, due: +1d"], {
    files: {
      "roles.yml": "lead: { title: Lead, people: [lea] }\nshop: { title: Print shop, outside: true }\n",
    },
  });
  expect(smallRun(handbook).said(1)[0]).toContain("| #2 Print it | Print shop (outside) |");
});

test("a step at an hour and only in its turn says so in the status", () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      'id: send, title: Send, role: editor, due: +5d, at: "10:30", strict: true',
    ]),
  );
  const status = run.said(1)[0] ?? "";
  expect(status).toContain(", 10:30 | planned, only in its turn |");
  expect(status).toContain("10∶30 Send :");
});
