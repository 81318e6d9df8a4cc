import type {
  CollectedFigure,
  GroupFigures,
  MiddleFigure,
  ProcessFigures,
  RunsFigures,
  ShareFigure,
  TasksFigures,
} from "../../core/metrics/index.ts";
import { count, effortInWords, joinMarkdown, type Markdown, md, table, text } from "../../core/text/index.ts";

/** How the ids in a report are called. */
export interface ReportWords {
  readonly titleOf: (process: string) => string;
  readonly roleOf: (role: string) => string;
}

/** How the runs of each process went, as Markdown for a person; a friendly line when there are none. */
export function runsAsMarkdown({ processes }: RunsFigures, words: ReportWords): string {
  if (processes.length === 0) return "No runs yet. Start one from the page of a process.\n";
  const sections = processes.map((process) => section(process, words));
  return `${joinMarkdown([...sections, notes(processes)], "\n\n").text}\n`;
}

function section(process: ProcessFigures, { titleOf, roleOf }: ReportWords): Markdown {
  const late = process.steps
    .filter(({ onTime }) => onTime.n > 0)
    .sort((a, b) => (b.slip.value ?? 0) - (a.slip.value ?? 0) || b.late.n - a.late.n);
  return joinMarkdown(
    [
      md`## ${titleOf(process.process)}`,
      md`${summary(process)}`,
      tasksTable(
        "Step",
        late.map((step) => [step.title, step] as const),
      ),
      tasksTable(
        "Role",
        process.roles.map((role) => [roleOf(role.role), role] as const),
      ),
      collectedTable(process),
      process.revisions.length > 1 ? revisionsTable(process) : md``,
      collectedByRevision(process),
    ],
    "\n\n",
  );
}

function summary(process: GroupFigures): string {
  const { completed, running, cancelled, lateNow, notApproved, onTime, leadTime, plannedLeadTime } = process;
  const counts = [
    count(completed.n, "run finished", "runs finished"),
    `${running.n} running`,
    ...(cancelled.n > 0 ? [`${cancelled.n} cancelled`] : []),
    ...(notApproved.n > 0 ? [`${count(notApproved.n, "approval")} left out, so **not approved**`] : []),
    ...(lateNow.n > 0 ? [`${count(lateNow.n, "step")} late now`] : []),
  ];
  return [
    `${counts.join(", ")}.`,
    ...(onTime.value === undefined ? [] : [`On time: ${share(onTime)}.`]),
    ...(leadTime.value === undefined
      ? []
      : [`From start to end: ${days(leadTime)}; the first plans had ${plannedLeadTime.value ?? 0}.`]),
  ].join(" ");
}

function tasksTable(head: string, rows: readonly (readonly [string, TasksFigures])[]): Markdown {
  if (rows.length === 0) return md``;
  const hasReactions = rows.some(([, { respondInTime }]) => respondInTime.n > 0);
  return table(
    [head, "On time", "Slip", "From turn to done", ...(hasReactions ? ["First reaction"] : [])],
    rows.map(([title, { onTime, slip, cycleTime, respond, respondInTime }]) => [
      md`${title}`,
      md`${share(onTime)}`,
      md`${slip.value === undefined ? "" : `${slipOf(slip.value)} (${spread(slip, slipOf)})`}`,
      md`${cycleTime.value === undefined ? "" : days(cycleTime)}`,
      ...(hasReactions ? [md`${reaction(respond, respondInTime)}`] : []),
    ]),
  );
}

/** What runs have entered; nothing where none has. */
function collectedTable({ collected }: GroupFigures): Markdown {
  if (collected.length === 0) return md``;
  return table(
    ["Entered", "A run", "All together", "Said by"],
    collected.map((figure) => [
      md`${figure.label}`,
      md`${amountOf(figure, figure.perRun.value)} (${spread(figure.perRun, (value) => amountOf(figure, value))})`,
      md`${amountOf(figure, figure.total)}`,
      md`${text.figures.saidBy(figure.perRun.n, figure.of)}`,
    ]),
  );
}

/** The same, for each revision of the handbook that runs followed. */
function collectedByRevision({ collectedByRevision: figures }: ProcessFigures): Markdown {
  const rows = figures.map((figure) => [
    md`${figure.revision.slice(0, 7)}`,
    md`${figure.label}`,
    md`${amountOf(figure, figure.perRun.value)}`,
    md`${text.figures.saidBy(figure.perRun.n, figure.of)}`,
  ]);
  return rows.length === 0 ? md`` : table(["Revision", "Entered", "A run", "Said by"], rows);
}

function amountOf({ unit }: CollectedFigure, value: number | undefined): string {
  return value === undefined ? "" : text.figures.amount(value, unit);
}

function revisionsTable({ revisions }: ProcessFigures): Markdown {
  return table(
    ["Revision", "Runs", "On time", "From start to end"],
    revisions.map(({ revision, runs, onTime, leadTime }) => [
      md`${revision.slice(0, 7)}`,
      md`${runs.n}`,
      md`${share(onTime)}`,
      md`${leadTime.value === undefined ? "" : days(leadTime)}`,
    ]),
  );
}

/** What the figures count, each said once below them. */
function notes([first]: readonly ProcessFigures[]): Markdown {
  if (!first) return md``;
  const step = first.steps[0];
  const lines = [
    ["On time", first.onTime.note],
    ["From start to end", first.leadTime.note],
    ...(step ? [["Slip", step.slip.note] as const, ["From turn to done", step.cycleTime.note] as const] : []),
  ];
  if (first.collected.length > 0) lines.push(["Entered", text.figures.collected] as const);
  return joinMarkdown(
    lines.map(([name, note]) => md`- *${name ?? ""}*: ${note ?? ""}`),
    "\n",
  );
}

function share({ value, part, n }: ShareFigure): string {
  return value === undefined ? "" : `${part} of ${n} (${Math.round(value * 100)} %)`;
}

function reaction(respond: MiddleFigure, inTime: ShareFigure): string {
  if (inTime.n === 0) return "";
  const middle =
    respond.value === undefined
      ? "none yet"
      : `${effortInWords(respond.value)} (${spread(respond, effortInWords)})`;
  return `${middle}, ${share(inTime)} in time`;
}

function days(figure: MiddleFigure): string {
  return `${count(figure.value ?? 0, "business day")} (${spread(figure, String)})`;
}

function spread({ n, low, high }: MiddleFigure, inWords: (value: number) => string): string {
  return text.figures.spread(n, inWords(low ?? 0), inWords(high ?? 0));
}

function slipOf(value: number): string {
  if (value === 0) return "on the day";
  return value > 0 ? `${count(value, "business day")} late` : `${count(-value, "business day")} early`;
}
