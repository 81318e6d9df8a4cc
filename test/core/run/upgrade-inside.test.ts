import { expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/index.ts";
import { writeStatusMarker } from "../../../core/run/ledger/status-marker.ts";
import { ourComment } from "./observed-comment.ts";
import { SimulatedRun } from "./simulated-run.ts";
import { processFile as file, happens, smallHandbook } from "./small-handbook.ts";

const newer = "f".repeat(40);
const thanks = "id: thanks, title: Thank them, role: author, due: +31d";
const print = "id: print, title: Print, role: author, due: +1d";

/** A process whose second step is a run, whose second step is a run with an approval in it; `longer` are those with one more step at the end. */
const nested = (
  judge: string,
  before: readonly string[] = [],
  longer: readonly string[] = ["work", "middle", "inside"],
  behind: string = print,
) =>
  smallHandbook(
    [
      "id: plan, title: Plan, role: author, due: +1d",
      "id: middle, title: Middle, kind: process, process: middle, role: author, due: +20d",
      "id: last, title: Last, role: author, due: +30d",
      ...(longer.includes("work") ? [thanks] : []),
    ],
    {
      files: {
        "content/middle.mdx": file("The middle", [
          "id: prepare, title: Prepare, role: author, due: -10d",
          "id: inside, title: Inside, kind: process, process: inside, role: author, due: 0d",
          ...(longer.includes("middle") ? [thanks] : []),
        ]),
        "content/inside.mdx": file("The inside", [
          "id: draft, title: Draft, role: author, due: -5d",
          ...before,
          judge,
          behind,
          ...(longer.includes("inside") ? [thanks] : []),
        ]),
      },
    },
  );
const judge = "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: 0d";

const changes: readonly (readonly [string, string, readonly string[]])[] = [
  ["another approver", judge.replace("[editor]", "[author]"), []],
  ["one more approver, of whom any will do", judge.replace("[editor]", "[editor, author], policy: any"), []],
  ["no approval", "id: judge, title: Judge, role: editor, due: 0d", []],
  [
    "other work that it judges",
    judge.replace("approves: draft", "approves: look"),
    ["id: look, title: Look, role: author, due: -3d"],
  ],
];

/** The run that a step is says that it waits to begin. */
function waits(run: SimulatedRun, step: number): void {
  const comment = ourComment(writeStatusMarker(null));
  run.update(step, (issue) => ({ ...issue, comments: [...issue.comments, comment] }));
}

/** A run of one of the processes that has begun by the first text, and of which somebody asks for the second. */
function asked(process: string, next: ReturnType<typeof nested>, by: string): SimulatedRun {
  const run = new SimulatedRun({
    handbook: nested(judge, [], []),
    process,
    anchorDate: "2026-04-01",
    now: "2026-03-02T08:00:00Z",
    startedBy: "stan",
    permissions: { stan: "write" },
  });
  run.settle();
  for (const { number, title } of run.observed.steps)
    if (/^(?:Middle|Inside)/.test(title)) waits(run, number);
  run.publish(next, newer);
  happens(run, () => run.comment(1, by, "/upgrade"));
  happens(run, () => run.comment(1, by, "/go"));
  return run;
}

test.each(
  ["work", "middle", "inside"].flatMap((process) =>
    changes.map(([what, text, before]) => [process, what, text, before] as const),
  ),
)(
  "in a run of `%s`, a text with %s in the innermost is for whoever answers for it",
  (process, _what, text, before) => {
    const next = nested(text, before);
    expect(ledgerOf(asked(process, next, "stan").observed)?.revision).not.toBe(newer);
    expect(ledgerOf(asked(process, next, "lea").observed)?.revision).toBe(newer);
  },
);

const behinds = [
  ["that waits for it no more", `${print}, after: [draft]`],
  ["in whose place one comes that does not", "id: send, title: Send, role: author, after: [draft], due: +1d"],
] as const;

test.each(
  ["work", "middle", "inside"].flatMap((process) => behinds.map((row) => [process, ...row] as const)),
)(
  "in a run of `%s`, a text with a step behind it %s is for whoever answers for it",
  (process, _what, behind) => {
    const next = nested(judge, [], [process], behind);
    expect(ledgerOf(asked(process, next, "stan").observed)?.revision).not.toBe(newer);
    expect(ledgerOf(asked(process, next, "lea").observed)?.revision).toBe(newer);
  },
);

test.each(["work", "middle", "inside"])(
  "in a run of `%s`, a text that leaves what is inside it as it is, is for whoever started it",
  (process) => {
    expect(ledgerOf(asked(process, nested(judge, [], [process]), "stan").observed)?.revision).toBe(newer);
  },
);
