import { dependenciesOf, type ParsedProcess } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { knownOrder } from "./support/known-order.ts";
import { stepGraph } from "./support/step-graph.ts";

/** An approval that judges a decision alone, because it waits for nothing else, and not the work before it. */
export const approvalOfDecision: ProcessRule = {
  id: "approval-of-decision",
  scope: "process",
  severity: "warning",
  purpose: "An approval right behind a decision says whether it judges that decision or the work before it.",
  why: "Without `approves`, an approval judges the steps it waits for. Where those are decisions, nobody is kept from approving the work before them that they did themselves, and nobody is asked again when its text is changed.",
  examples: [
    {
      title: "A decision stands between the draft and its approval",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: way, title: Choose the channel, kind: decision, role: author, options: [web, print] }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor }
  - { id: print, title: Print it, role: author, when: { way: print } }`,
      },
      at: "approve, title",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: way, title: Choose the channel, kind: decision, role: author, options: [web, print] }
  - { id: approve, title: Approve the draft, kind: approval, approvers: editor, approves: draft }
  - { id: print, title: Print it, role: author, when: { way: print } }`,
      },
    },
    {
      title: "The decision asks for the approval of more than one step, behind a date",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: images, title: Draw the images, role: author, after: [] }
  - { id: risk, title: Is it risky?, kind: decision, role: author, options: [yes, no], after: [draft, images] }
  - { id: frozen, title: All is frozen, kind: checkpoint, due: +5d }
  - { id: approve, title: Approve all, kind: approval, approvers: editor, when: { risk: yes } }`,
      },
      at: "approve, title",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: images, title: Draw the images, role: author, after: [] }
  - { id: risk, title: Is it risky?, kind: decision, role: author, options: [yes, no], after: [draft, images] }
  - { id: frozen, title: All is frozen, kind: checkpoint, due: +5d }
  - { id: approve, title: Approve all, kind: approval, approvers: editor, when: { risk: yes }, after: [frozen, draft, images] }`,
      },
    },
    {
      title: "The decision is what is approved",
      wrong: {
        process: `steps:
  - { id: offers, title: Ask for offers, role: author }
  - { id: award, title: Choose an offer, kind: decision, role: author, options: [first, second] }
  - { id: agree, title: Agree to the choice, kind: approval, approvers: editor }
  - { id: sign, title: Sign, role: author, when: { award: first } }`,
      },
      at: "agree, title",
      right: {
        process: `steps:
  - { id: offers, title: Ask for offers, role: author }
  - { id: award, title: Choose an offer, kind: decision, role: author, options: [first, second] }
  - { id: agree, title: Agree to the choice, kind: approval, approvers: editor, approves: award }
  - { id: sign, title: Sign, role: author, when: { award: first } }`,
      },
    },
  ],
  check: (process) => {
    const steps = process.draft.steps ?? [];
    const isKnown = knownOrder(process);
    return steps.flatMap(({ id, kind, approves }, index) => {
      if (kind !== "approval" || approves !== undefined || !isKnown(index)) return [];
      const judged = nearest(process, [index], (found) => found !== "checkpoint");
      if (judged.length === 0 || judged.some((other) => steps[other]?.kind !== "decision")) return [];
      const work = nearest(process, judged, isWork);
      if (work.length === 0) return [];
      const idsOf = (indexes: readonly number[]) => indexes.map((other) => steps[other]?.id ?? "");
      const message = messageOf(id, {
        decisions: idsOf(judged),
        work: idsOf(work),
        awaited: dependenciesOf(process, index),
      });
      return [{ ...process.frontMatter.positionOf(["steps", index, "id"]), message }];
    });
  },
};

/** One step is named by `approves`; more are judged where the approval waits for each of them. */
function messageOf(
  approval: string | undefined,
  { decisions, work, awaited }: Readonly<Record<"decisions" | "work" | "awaited", readonly string[]>>,
): string {
  const listed = (ids: readonly string[]) => ids.map((id) => code(id)).join(", ");
  const remedy = work.length === 1 ? `approves: ${work[0]}` : `after: [${[...awaited, ...work].join(", ")}]`;
  const [decision, ...others] = decisions;
  const otherwise =
    others.length > 0 ? "" : `, or ${code(`approves: ${decision}`, 200)} if only that is to be judged`;
  return `Step ${code(approval)} judges only what is decided in ${listed(decisions)}, expected the work before it (${listed(work)}); write ${code(remedy, 200)}${otherwise}.`;
}

type Kind = NonNullable<ParsedProcess["draft"]["steps"]>[number]["kind"];

function isWork(kind: Kind): boolean {
  return kind !== "decision" && kind !== "checkpoint" && kind !== "approval";
}

/** The first steps of a kind before others, on each way back from them, in file order. */
function nearest(
  process: ParsedProcess,
  from: readonly number[],
  isMeant: (kind: Kind) => boolean,
): readonly number[] {
  const graph = stepGraph(process);
  const found = new Set<number>();
  const seen = new Set<number>();
  const pending = from.flatMap((index) => graph.waitsFor(index));
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    if (isMeant(process.draft.steps?.[index]?.kind)) found.add(index);
    else pending.push(...graph.waitsFor(index));
  }
  return [...found].sort((a, b) => a - b);
}
