import type { CivilDate } from "../calendar/index.ts";
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

/** A finding that names its file. */
export type HandbookFinding = RuleFinding & { readonly path: string };

/**
 * What the files of a handbook do not tell: the caller brings what it knows. A rule that needs a fact nobody
 * brought says nothing.
 */
export interface HandbookFacts {
  /** True when only some of the handbook's processes were read; rules that need all of them then say nothing. */
  readonly isPartial?: boolean;
  /** The day of the check. */
  readonly today?: CivilDate;
  /** The day each file last changed, or was found still right, by path within the handbook. */
  readonly revisedOn?: ReadonlyMap<string, CivilDate>;
  /** The start forms there are, by process id. */
  readonly startForms?: ReadonlyMap<string, string>;
  /** What Mermaid says of the diagrams it cannot read, by the text of the diagram. */
  readonly brokenDiagrams?: ReadonlyMap<string, BrokenDiagram>;
  /** Regions whose public holidays are known: ISO codes of the countries, or of the regions of one. */
  readonly holidayRegions?: (country?: string) => readonly string[];
  /** Names of the plain files beside handbook.yml, whether they are read or not. */
  readonly filesBeside?: ReadonlySet<string>;
  /** Entries of the handbook's folder that were not read. */
  readonly unread?: readonly UnreadEntry[];
}

/** A diagram that Mermaid refuses. */
export interface BrokenDiagram {
  /** Line within the diagram, from 1, when Mermaid names one. */
  readonly line?: number;
  readonly reason: string;
}

/** Something in the handbook's folder that is no plain text file. */
export interface UnreadEntry {
  readonly path: string;
  readonly kind: "link" | "no-utf8" | "too-large" | "unreadable";
}

/** What a rule may look things up in. */
export interface RuleContext {
  readonly parsed: ParsedHandbook;
  readonly roles: ReadonlyMap<string, Draft<RoleShape>>;
  /** Processes by id; the first in path order where two files share an id. */
  readonly processes: ReadonlyMap<string, ParsedProcess>;
  readonly facts: HandbookFacts;
  /** Every rule of the checker. */
  readonly rules: readonly Rule[];
  /** The rule's limit, from handbook.yml or its own; 0 for a rule that has none. */
  readonly most: number;
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
  /** roles.yml, handbook.yml, absences.yml and people.yml, each whole. */
  readonly roles?: string;
  readonly handbook?: string;
  readonly absences?: string;
  readonly people?: string;
  /** Front matter keys of further processes, by path within the handbook. */
  readonly others?: Readonly<Record<string, string>>;
  /** What the caller of the check knows besides the files. */
  readonly facts?: HandbookFacts;
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
  /** How much a problem of this rule matters, unless handbook.yml says otherwise. */
  readonly severity: Severity;
  /** What the rule asks for, as one sentence. */
  readonly purpose: string;
  /** Why anyone should care, for a person who has just met the problem. */
  readonly why: string;
  readonly examples: readonly [RuleExample, ...RuleExample[]];
  /** True when nothing can be made of a process that breaks the rule, so that handbook.yml cannot switch it off. */
  readonly isEssential?: true;
  /** The limit of a rule that has one, unless handbook.yml sets another. */
  readonly most?: number;
  /** True when the rule has to see every process of the handbook. */
  readonly needsAllFiles?: true;
}

/** A rule that looks at one process at a time and at nothing else: the same process always gives the same findings. */
export interface ProcessRule extends RuleText {
  readonly scope: "process";
  readonly check: (process: ParsedProcess) => readonly RuleFinding[];
}

/** A rule that looks at one process at a time, and at what else there is: roles, other processes, its own setting. */
export interface ContextRule extends RuleText {
  readonly scope: "process-in-context";
  readonly check: (process: ParsedProcess, context: RuleContext) => readonly RuleFinding[];
}

/** A rule that looks at the handbook as a whole. */
export interface HandbookRule extends RuleText {
  readonly scope: "handbook";
  readonly check: (context: RuleContext) => readonly HandbookFinding[];
}

/** One check, with the purpose, the reason and the examples that become its page and its tests. */
export type Rule = ProcessRule | ContextRule | HandbookRule;
