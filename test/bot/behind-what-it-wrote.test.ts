import { describe, expect, test } from "vitest";
import { type ConfirmedWrites, createConfirmedWrites } from "../../bot/confirmed-writes.ts";
import type { RunObservation, RunRepository } from "../../bot/ports/run-repository.ts";
import { reconcile } from "../../bot/reconcile.ts";
import type { Change, ObservedRun, PeopleOfConcern } from "../../core/run/index.ts";
import type { SimulatedRun } from "../core/run/simulated-run.ts";
import { happens, smallHandbook, smallRun } from "../core/run/small-handbook.ts";

/*
 * A process knows what it wrote itself and puts it into a read that does not show it. What another one wrote before, or the same
 * before it was killed, is missing there all the same, so such a read is no ground to write anything.
 */

/** A forge that shows these runs one read after the other and from then on how the run is, and what was written to it. */
function showing(run: SimulatedRun, reads: readonly ObservedRun[]) {
  const left = [...reads];
  const written: Change[] = [];
  const repository: Partial<RunRepository> = {
    observe: async () => ({
      observed: left.shift() ?? run.observed,
      parent: null,
      newestRevision: undefined,
    }),
    readHandbook: async () => run.handbook,
    readPeople: async (_observation: RunObservation, { assignable, permissions }: PeopleOfConcern) => ({
      isAssignable: new Map(assignable.map((login) => [login, true])),
      permissions: new Map(permissions.map((login) => [login, "write"])),
      accounts: new Map(assignable.map((login) => [login, run.idOf(login)])),
    }),
    readReactions: async () => undefined,
    reactionsTo: () => new Map(),
    otherRuns: async () => [],
    act: async (changes) => {
      written.push(...changes);
      run.carryOut(changes);
      // Without the id of a comment there is no answer to go on by; what was made shows when it is read.
      return changes.some(({ kind }) => kind === "post-comment") ? [] : changes.map((change) => ({ change }));
    },
  };
  return { repository: repository as RunRepository, written };
}

describe("a run that was closed by this process, and is shown as it was before its last step was closed", () => {
  const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +1d"]));
  const earlier = run.observed;
  let beforeClosing = earlier;
  happens(run, () => {
    run.close(2, "ann");
    run.carryOut(run.decide().filter(({ kind }) => kind !== "close-issue"));
    beforeClosing = run.observed;
  });
  const closing: Change = { kind: "close-issue", issue: 1, reason: "completed" };
  expect(run.observed.run).toMatchObject({ state: "closed", isClosedByUs: true });

  test("is not opened again by a later look", async () => {
    const confirmed = createConfirmedWrites(() => 0);
    confirmed.add(1, [{ change: closing }], beforeClosing);
    const { repository, written } = showing(run, [earlier]);
    await reconcile(repository, 1, () => run.now, confirmed);
    expect(written).toEqual([]);
  });

  test("is not opened again by the look that closed it, which had to read it twice before that", async () => {
    const { repository, written } = showing(run, [beforeClosing, beforeClosing, earlier]);
    await reconcile(
      repository,
      1,
      () => run.now,
      createConfirmedWrites(() => 0),
    );
    expect(written).toEqual([closing]);
  });
});

test("a second read that shows less than the first one is not what is decided by", async () => {
  const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +1d"]));
  run.now = "2026-03-02T09:00:00Z";
  run.assign(2, "stan", ["zoe"]);
  const earlier = run.observed;
  run.close(2, "zoe");
  const { repository, written } = showing(run, [run.observed, earlier]);
  await reconcile(
    repository,
    1,
    () => run.now,
    createConfirmedWrites(() => 0),
  );
  expect(run.observed.run.state).toBe("closed");
  expect(JSON.stringify(written)).not.toContain("handing a step on needs a few words why");
});

describe("a run whose last step of its own is over, while a step that somebody has just put there does not show in its list", () => {
  function added() {
    const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +1d"]));
    run.now = "2026-03-02T09:00:00Z";
    run.close(2, "ann");
    const before = { ...run.observed, joined: [{ number: 9, at: run.now }] };
    const flowers = {
      title: "Buy flowers",
      body: "Red ones.",
      writtenBody: "",
      isOurs: false,
      addedBy: "wim",
    };
    const asMade = { state: "open", closedAt: null, closedBy: null, labels: [], comments: [] } as const;
    const step = { ...run.step("Draft"), ...asMade, ...flowers, number: 9, id: "issue-9" };
    run.observed = { ...before, steps: [...before.steps, step] };
    return { run, behind: before };
  }

  test.each([1, 2, 3])("goes on after %i such reads, and never says that it is over", async (reads) => {
    const { run, behind } = added();
    const { repository, written } = showing(run, Array<ObservedRun>(reads).fill(behind));
    await reconcile(
      repository,
      1,
      () => run.now,
      createConfirmedWrites(() => 0),
    );
    expect(run.observed.run.state).toBe("open");
    expect(written.map(({ kind }) => kind)).not.toContain("close-issue");
    expect(JSON.stringify(run.observed.run.comments)).not.toContain("How it went");
  });

  test("goes on where neither lists nor events show it, and its webhook alone has named it", async () => {
    const { run, behind } = added();
    const { joined: _, ...hiding } = behind;
    const confirmed = createConfirmedWrites(() => 0);
    confirmed.expectStep(1, 9, run.now);
    const hidden = showing(run, Array<ObservedRun>(20).fill(hiding));
    await reconcile(hidden.repository, 1, () => run.now, confirmed);
    expect(hidden.written).toEqual([]);
    await reconcile(showing(run, []).repository, 1, () => run.now, confirmed);
    expect(run.observed.run.state).toBe("open");
  });

  test.each<readonly [string, (confirmed: ConfirmedWrites, run: SimulatedRun) => void]>([
    ["it was taken off again", (confirmed) => confirmed.expectNoStep(1, 9)],
    [
      "nothing has shown it for a while",
      (_, run) => {
        run.now = "2026-03-02T09:02:00Z";
      },
    ],
  ])("ends where a webhook has named it and %s", async (_name, bend) => {
    const { run, behind } = added();
    const { joined: _joined, ...gone } = behind;
    const confirmed = createConfirmedWrites(() => Date.parse(run.now));
    confirmed.expectStep(1, 9, run.now);
    bend(confirmed, run);
    const { repository, written } = showing(run, Array<ObservedRun>(20).fill(gone));
    await reconcile(repository, 1, () => run.now, confirmed).catch(() => undefined);
    expect(written.map(({ kind }) => kind)).toContain("close-issue");
  });

  test("is left as it is where no read shows it, and goes on at the next look", async () => {
    const { run, behind } = added();
    const hidden = showing(run, Array<ObservedRun>(20).fill(behind));
    const look = ({ repository }: typeof hidden) =>
      reconcile(
        repository,
        1,
        () => run.now,
        createConfirmedWrites(() => 0),
      );
    await look(hidden);
    expect(hidden.written).toEqual([]);
    await look(showing(run, []));
    expect(run.observed.run.state).toBe("open");
  });

  test("ends when that was a while ago: then it is gone", async () => {
    const { run, behind } = added();
    run.now = "2026-03-09T09:00:00Z";
    const { repository, written } = showing(run, Array<ObservedRun>(20).fill(behind));
    await reconcile(
      repository,
      1,
      () => run.now,
      createConfirmedWrites(() => 0),
    ).catch(() => undefined);
    expect(written.map(({ kind }) => kind)).toContain("close-issue");
  });
});
