import type { FaultAt } from "./fault.ts";
import type { Played } from "./play.ts";
import type { Case } from "./play-schedule.ts";
import type { Tally } from "./tally.ts";

/** What was played and found, as lines: ours, and Probot's own client where it was played. */
export function reportLines({ ours, stock }: { readonly ours: Tally; readonly stock: Tally }): string[] {
  const kinds = [...new Set([...Object.keys(ours.kinds), ...Object.keys(stock.kinds)])].sort();
  const rows: readonly (readonly [string, (tally: Tally) => number])[] = [
    ["schedules", ({ schedules }) => schedules],
    ["faults that struck", ({ faults }) => faults],
    ["requests", ({ requests }) => requests],
    ["doubled issues that were healed", ({ twins }) => twins],
    ["lives that ended otherwise", ({ failed }) => failed],
    ...kinds.map((kind) => [`  ${kind}`, (tally: Tally) => tally.kinds[kind] ?? 0] as const),
  ];
  return [
    `${"".padEnd(34)}${"Handrail".padStart(10)}${"Probot as it comes".padStart(22)}`,
    ...rows.map(
      ([label, of]) =>
        `${label.padEnd(34)}${String(of(ours)).padStart(10)}${(stock.schedules > 0 ? String(of(stock)) : "–").padStart(22)}`,
    ),
  ];
}

/** How a life failed: what happened, which faults struck on the way, and what was not as it should be. */
export function traceLines({ life }: Case, played: Played): string[] {
  const last = played.failedAt ?? life.happenings.length - 1;
  return [
    ...[...life.files].map(([path, text]) => `--- ${path}\n${text}`),
    ...life.happenings
      .slice(0, last + 1)
      .flatMap((happening, index) => [
        `${String(index).padStart(3)}  ${JSON.stringify(happening)}`,
        ...played.faults.filter((fault) => fault.happening === index).map(faultLine),
      ]),
    ...played.violations.map(
      ({ kind, where, expected, found }) =>
        `!    ${kind}${where === "" ? "" : ` on "${where}"`}\n       expected: ${expected}\n       found:    ${found}`,
    ),
  ];
}

function faultLine({ at, nth, fault, size }: FaultAt): string {
  return `       ${at} ${nth}: ${fault}${size > 1 ? ` (${size})` : ""}`;
}
