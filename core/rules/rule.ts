import type { Draft, ParsedHandbook, ParsedProcess, RoleShape } from "../definition/index.ts";
import type { Severity } from "../problem.ts";

/** What a rule says about one place. The file is the process's own when `path` is left out. */
export interface RuleFinding {
  readonly path?: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The other place a cycle or duplicate is about. */
  readonly related?: { readonly path: string; readonly line: number; readonly column: number };
}

/** What a rule may look things up in. */
export interface RuleContext {
  readonly parsed: ParsedHandbook;
  readonly roles: ReadonlyMap<string, Draft<RoleShape>>;
  /** Processes by id; the first in path order where two files share an id. */
  readonly processes: ReadonlyMap<string, ParsedProcess>;
}

/** Texts that show a rule at work. What a text leaves out is filled in by a small sound handbook. */
export interface ExampleFiles {
  /** Front matter keys of a process, as YAML. */
  readonly process?: string;
  /** MDX body of that process; a section for each step when left out. */
  readonly body?: string;
  /** The whole file of that process, where front matter and body are not enough to show it. */
  readonly file?: string;
  /** The path of that process within the handbook; `content/example.mdx` when left out. */
  readonly path?: string;
  /** roles.yml, handbook.yml and absences.yml, each whole. */
  readonly roles?: string;
  readonly handbook?: string;
  readonly absences?: string;
}

/** A rule at work: `wrong` gives exactly one problem of the rule, where the text `at` stands; `right` gives none. */
export interface RuleExample {
  readonly title: string;
  readonly wrong: ExampleFiles;
  readonly at: string;
  readonly right: ExampleFiles;
}

interface RuleText {
  /** Permanent problem id; also the name of the rule's file. */
  readonly id: string;
  readonly severity: Severity;
  /** What the rule asks for, as one sentence. */
  readonly purpose: string;
  /** Why anyone should care, for a person who has just met the problem. */
  readonly why: string;
  readonly examples: readonly [RuleExample, ...RuleExample[]];
}

/** A rule that looks at one process at a time. */
export interface ProcessRule extends RuleText {
  readonly scope: "process";
  readonly check: (process: ParsedProcess, context: RuleContext) => readonly RuleFinding[];
}

/** A rule that looks at the handbook as a whole. Every finding names its path. */
export interface HandbookRule extends RuleText {
  readonly scope: "handbook";
  readonly check: (context: RuleContext) => readonly (RuleFinding & { readonly path: string })[];
}

/** One check, with the purpose, the reason and the examples that become its page and its tests. */
export type Rule = ProcessRule | HandbookRule;
