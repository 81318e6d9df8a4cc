import { handbookOf } from "../../builders.ts";
import { SimulatedRun, type SimulationOptions } from "./simulated-run.ts";

/** The files of a handbook with one process, `work`, whose steps are given as YAML lines. */
export function smallFiles(
  steps: readonly string[],
  more: {
    readonly head?: readonly string[];
    readonly body?: string;
    readonly files?: Readonly<Record<string, string>>;
    /** The role that answers for the process; the lead when left out. */
    readonly owner?: string;
  } = {},
): Map<string, string> {
  return new Map([
    [
      "handbook.yml",
      "title: Handbook\ntimeZone: UTC\nreminders: [24h]\nescalateAfter: 1bd\nconfirm: never\n",
    ],
    [
      "roles.yml",
      `lead: { title: Lead, people: [lea], deputies: [dora] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed], deputies: [dee] }
lawyer: { title: Lawyer, people: [law] }
`,
    ],
    [
      "content/work.mdx",
      `---
title: Work
summary: Some work.
outcome: It is done.
trigger: Somebody asks.
owner: ${more.owner ?? "lead"}
${[...(more.head ?? []), "steps:", ...steps.map((step) => `  - { ${step} }`)].join("\n")}
---
${more.body ?? ""}`,
    ],
    ...Object.entries(more.files ?? {}),
  ]);
}

/** The handbook that those files make. */
export function smallHandbook(...files: Parameters<typeof smallFiles>) {
  return handbookOf(smallFiles(...files));
}

/** A run of that process that has begun on Monday 2 March 2026; stan started it and may write to the repository. */
export function smallRun(
  handbook: SimulationOptions["handbook"],
  more: Partial<SimulationOptions> = {},
): SimulatedRun {
  const run = new SimulatedRun({
    handbook,
    process: "work",
    anchorDate: "2026-03-02",
    now: "2026-03-02T08:00:00Z",
    startedBy: "stan",
    permissions: { stan: "write" },
    ...more,
  });
  run.settle();
  return run;
}

/** The file of another process, with steps given as YAML lines below others of its head. */
export function processFile(title: string, steps: readonly string[], head: readonly string[] = []): string {
  return `---
title: ${title}
summary: S.
outcome: O.
trigger: T.
owner: lead
${[...head, "steps:", ...steps.map((step) => `  - { ${step} }`)].join("\n")}
---
`;
}

/** Something happens a minute later, and the bot looks. */
export function happens(run: SimulatedRun, happening: () => void): void {
  run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
  happening();
  run.settle();
}

/** Somebody writes on a step, or on the run itself where no title is given, and the bot looks. */
export function writes(run: SimulatedRun, title: string, who: string, words: string): void {
  happens(run, () => run.comment(title === "" ? 1 : run.step(title).number, who, words));
}
