import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { type Change, ledgerOf, type RunIssues } from "../../core/run/index.ts";
import { promisedDays } from "../../core/run/state/promised-days.ts";
import { type History, readHistory } from "../../scripts/histories/history.ts";
import { replay } from "../../scripts/histories/replay.ts";

const paths = globSync("test/cases/histories/*/*.json").sort();

/** The promised dates of a run that has begun, by step; a start that waits is planned anew, and has promised nothing. */
function promisedOf(observed: RunIssues): readonly (readonly [string, string])[] {
  const ledger = ledgerOf(observed);
  return ledger && ledger.startedAt !== null
    ? [...promisedDays(ledger)].map(([step, [, due]]) => [step, due] as const)
    : [];
}

/** The run as its status comment, written anew, tells of it. */
function after(observed: RunIssues, changes: readonly Change[]): RunIssues {
  const bodyOf = (id: string) =>
    changes
      .flatMap((change) => (change.kind === "edit-comment" && change.comment === id ? [change.body] : []))
      .at(-1);
  const comments = observed.run.comments.map((comment) => ({
    ...comment,
    body: bodyOf(comment.id) ?? comment.body,
  }));
  return { ...observed, run: { ...observed.run, comments } };
}

/** The history with another calendar in its handbook, as newer holiday data or a newer program would read it. */
function withCalendar(history: History, calendar: object): History {
  const settings = parse(history.files.get("handbook.yml") ?? "") as object;
  return {
    ...history,
    files: new Map([...history.files, ["handbook.yml", stringify({ ...settings, calendar })]]),
  };
}

test.each(paths)("%s keeps every promised date under other holidays and with its due days closed", (path) => {
  const history = readHistory(readFileSync(path, "utf8"));
  const observed = history.observed as RunIssues;
  const promised = promisedOf(observed);
  const closed = [...new Set(promised.map(([, due]) => due))];
  for (const calendar of [{ country: "JP" }, { country: "US", closed }, { workweek: ["mon", "wed"] }]) {
    const changes = replay(withCalendar(history, calendar));
    expect(changes.filter(({ kind }) => kind === "set-due-date")).toEqual([]);
    expect(promisedOf(after(observed, changes))).toEqual(promised);
  }
});
