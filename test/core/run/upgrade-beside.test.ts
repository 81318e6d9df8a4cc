import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/index.ts";
import { booksBeside, RunsBeside } from "./runs-beside.ts";
import { happens, smallHandbook, smallRun, writes } from "./small-handbook.ts";

const newer = "f".repeat(40);
const picture = "id: picture, title: Picture, role: author, after: [draft, kit/logo]";
const publish = "id: publish, title: Publish, role: author, due: 0d";

/** Somebody asks for another text in the run that waits for the one beside it, and agrees to it. */
function move(
  runs: RunsBeside,
  next: ReturnType<typeof booksBeside>,
  by: string,
  title: "" | "Article" = "Article",
): { readonly isMoved: boolean; readonly said: string } {
  const run = title === "" ? runs.above : runs.runOf("Draft");
  run.publish(next, newer);
  for (const words of ["/upgrade", "/go"]) {
    runs.pass(1);
    runs.comment(title, by, words);
    runs.settle();
  }
  const { number } = run.observed.run;
  return { isMoved: ledgerOf(run.observed)?.revision === newer, said: run.said(number).join("\n") };
}

describe("a text by which a step waits less for a run beside its own", () => {
  const freed: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "waits for it no more",
      "Picture",
      ["id: picture, title: Picture, role: author, after: [draft]", publish],
    ],
    ["does not wait for what waits for it", "Publish", [picture, `${publish}, after: [draft]`]],
    [
      "waits for another step there",
      "Picture",
      ["id: picture, title: Picture, role: author, after: [draft, kit/brief]", publish],
    ],
    [
      "gives way to a new one that does not wait for it",
      "Picture",
      ["id: photo, title: Photo, role: author, after: [draft]", publish],
    ],
  ];
  test.each(freed)("is for whoever answers for that: it %s", (_how, title, behind) => {
    const byStan = move(new RunsBeside(), booksBeside(behind), "stan");
    expect(byStan.isMoved).toBe(false);
    expect(byStan.said).toContain(`By the newest text **${title}** would wait less`);
    expect(byStan.said).toContain("lea");
    expect(move(new RunsBeside(), booksBeside(behind), "lea").isMoved).toBe(true);
  });

  test("is for whoever started it when nothing is waited for there any more", () => {
    const runs = new RunsBeside();
    for (const title of ["Brief", "Logo"]) {
      runs.pass(1);
      runs.close(title, "ed", "completed");
      runs.settle();
    }
    const next = booksBeside(["id: picture, title: Picture, role: author, after: [draft]", publish]);
    expect(move(runs, next, "stan").isMoved).toBe(true);
  });

  test("is for whoever started it when all wait as before", () => {
    const next = booksBeside([
      "id: sketch, title: Sketch, role: author, after: [draft, kit/logo]",
      "id: picture, title: Picture, role: author, after: [sketch]",
      publish,
    ]);
    expect(move(new RunsBeside(), next, "stan").isMoved).toBe(true);
  });
});

test("a text by which a run that has not begun waits less for one beside it is for whoever answers for it", () => {
  const head = ["ask:", "  - { id: size, label: Size, type: number, required: true }"];
  const begin = () => new RunsBeside(booksBeside([picture, publish], head));
  const first = "id: plan, title: Plan, role: lead, due: -50d";
  const freed = [picture.replace(", kit/logo", ""), publish];
  const next = booksBeside(freed, head, first);
  expect(move(begin(), booksBeside([picture, publish], head, first), "stan", "").isMoved).toBe(true);
  expect(move(begin(), next, "stan", "").said).toContain("By the newest text **Article** would wait less");
  expect(move(begin(), next, "lea", "").isMoved).toBe(true);
});

test("a text by which a step could be ended before what the run above has before its run is for whoever answers for it", () => {
  const strict = `${publish}, strict: true`;
  const judge = "id: judge, title: Judge, kind: approval, approvers: [editor], due: -50d";
  const begin = () => new RunsBeside(booksBeside([picture, strict], [], judge));
  expect(move(begin(), booksBeside([picture, publish], [], judge), "stan").isMoved).toBe(false);
  expect(move(begin(), booksBeside([picture, publish], [], judge), "lea").isMoved).toBe(true);
});

test("through a step that is over nothing is waited for: to come after it alone is to pass an approval by", () => {
  const steps = (last: string) => [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
    "id: pack, title: Pack, role: author, due: +9d",
    `id: last, title: Last, role: author, due: +13d, after: [${last}]`,
  ];
  const moved = (by: string) => {
    const run = smallRun(smallHandbook(steps("judge")));
    happens(run, () => run.close(run.step("Pack").number, "ann"));
    run.publish(smallHandbook(steps("pack")), newer);
    for (const words of ["/upgrade", "/go"]) writes(run, "", by, words);
    return ledgerOf(run.observed)?.revision === newer;
  };
  expect(moved("stan")).toBe(false);
  expect(moved("lea")).toBe(true);
});
