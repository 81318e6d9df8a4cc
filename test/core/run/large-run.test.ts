import { describe, expect, test } from "vitest";
import type { LedgerEntry } from "../../../core/run/ledger/ledger.ts";
import { ledgerOf } from "../../../core/run/ledger/ledger-of.ts";
import { readStoredLedger } from "../../../core/run/ledger/read-ledger.ts";
import { addEntry } from "../../../core/run/ledger/room.ts";
import { isStatusComment, writeStatusMarker } from "../../../core/run/ledger/status-marker.ts";
import { storeLedger } from "../../../core/run/ledger/store-ledger.ts";
import { differentWords } from "./different-words.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** GitHub refuses longer texts; a seal of about 70 characters comes to each note in them. */
const longest = 65_536 - 400;

const isWithinLimits = (run: SimulatedRun) => {
  for (const change of run.changes)
    if ("body" in change && change.body !== undefined) expect(change.body.length).toBeLessThan(longest);
};

const chain = (count: number, titleLength = 60) =>
  Array.from({ length: count }, (_, index) => {
    const title = `Step ${index} ${"of a long campaign with many hands in it ".repeat(3)}`
      .slice(0, titleLength)
      .trim();
    return `id: step-${index}, title: ${title}, role: author, duration: 1bd${index > 0 ? `, after: [step-${index - 1}]` : ""}`;
  });

/** The next minute, at which somebody writes ten commands into one comment. */
function write(run: SimulatedRun, issue: number, lines: readonly string[]): void {
  run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
  run.comment(issue, "stan", lines.join("\n\n"));
  run.settle();
}

describe("a run of 98 steps with 200 departures and reasons of 1,000 characters", () => {
  const run = smallRun(smallHandbook(chain(98)), {});
  for (let comment = 0; comment < 20; comment += 1) {
    const lines = Array.from({ length: 10 }, (_, index) => {
      const at = comment * 10 + index;
      return `/due step-${50 + (at % 48)} 2026-0${6 + (comment % 3)}-${String(10 + index).padStart(2, "0")} ${differentWords(at, 980)}`;
    });
    write(run, 1, lines);
  }

  test("keeps all of them", () => {
    expect(ledgerOf(run.observed)?.entries.filter(({ kind }) => kind === "due")).toHaveLength(200);
    isWithinLimits(run);
  });

  test("leads from each reason that was cut to the comment it was given in", () => {
    const { url, comments } = run.observed.run;
    const [first] = comments.filter(({ author }) => author === "stan");
    const status = comments.filter(({ isOurs }) => isOurs).map(({ body }) => body);
    expect(status.join("\n")).toContain(`${url}#issuecomment-${first?.number}`);
  });

  test("lives to its retrospective", () => {
    for (let index = 0; index < 98; index += 1) {
      run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
      run.close(run.step(`Step ${index} `).number, "ann");
      if (index % 10 === 9) run.settle();
    }
    run.settle();
    expect(run.observed.run.state).toBe("closed");
    expect(run.said(1).filter((text) => text.includes("how it went"))).toHaveLength(1);
    isWithinLimits(run);
  });
}, 120_000);

const noted = { at: "2026-03-02T08:00:00Z", by: "stan" };

/** Fills the notes of a run with large facts first and then with smaller ones, until not even those go in. */
function fillNotes(
  run: SimulatedRun,
  sizes: readonly number[],
  entryOf: (size: number, index: number) => LedgerEntry,
): void {
  let full = ledgerOf(run.observed);
  for (const size of sizes)
    for (let index = 0, next = full; next !== undefined; index += 1) {
      full = next;
      next = addEntry(full, entryOf(size, index));
    }
  const body = full && writeStatusMarker(full);
  if (body === undefined) throw new Error("There is no ledger.");
  run.update(1, (issue) => ({
    ...issue,
    comments: issue.comments.map((comment) => (isStatusComment(comment) ? { ...comment, body } : comment)),
  }));
}

test("what has no room any more is refused in words, and what ends a step still goes", () => {
  const run = smallRun(smallHandbook(chain(3)), {});
  fillNotes(run, [10, 1, 0], (people, index) => {
    const to = Array.from({ length: people }, (_, person) => differentWords(index * 10 + person, 90));
    return {
      ...noted,
      kind: "handed",
      step: "step-2",
      to,
      reason: differentWords(index, 1000),
      comment: null,
    };
  });
  happens(run, () => run.comment(1, "stan", `/due step-2 2026-06-10 ${differentWords(1, 400)}`));
  expect(run.said(1).at(-1)).toContain("I can't take this in: my notes on this run are full");
  expect(run.said(1).filter((text) => text.includes("are nearly full"))).toHaveLength(1);
  happens(run, () => run.close(run.step("Step 0 ").number, "ann"));
  expect(ledgerOf(run.observed)?.entries.at(-1)).toMatchObject({ kind: "closed", step: "step-0" });
  isWithinLimits(run);
});

test("what is done by hand and has no room either is put back in words, once, and so are values that are too long", () => {
  const run = smallRun(
    smallHandbook([
      ...chain(2),
      "id: sums, title: Sums, role: author, after: [], collect: [{ id: text, label: Text }]",
    ]),
    {},
  );
  fillNotes(run, [1900, 40, 2], (length, index) => ({
    ...noted,
    kind: "decided",
    step: "step-1",
    outcome: differentWords(index, length),
    comment: 1,
  }));
  happens(run, () => run.close(run.step("Step 0 ").number, "ann"));
  expect(run.step("Step 0 ").state).toBe("open");
  const said = run.said(run.step("Step 0 ").number);
  expect(said.filter((words) => words.startsWith("@ann, I can't take this in: my notes"))).toHaveLength(1);
  happens(run, () => run.comment(run.step("Sums").number, "ann", `/done\ntext: ${differentWords(5, 250)}`));
  expect(run.said(run.step("Sums").number).at(-1)).toContain("I can't take these values in");
  isWithinLimits(run);
});

test("a ledger of 100 tasks and 200 departures is stored in less than half of a comment, and read back as it was", () => {
  const run = smallRun(smallHandbook(chain(98)), {});
  const ledger = ledgerOf(run.observed);
  if (!ledger) throw new Error("There is no ledger.");
  const stored = storeLedger(ledger);
  expect(stored.length).toBeLessThan(32_000);
  expect(readStoredLedger(stored)).toEqual({ kind: "ledger", ledger });
});
