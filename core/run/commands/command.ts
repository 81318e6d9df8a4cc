import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessDefinition, StepKind } from "../../definition/index.ts";
import type { Instant } from "../../metrics/index.ts";
import type { Markdown } from "../../text/index.ts";
import type { Ledger, LedgerEntry, NewEntry } from "../ledger/ledger.ts";
import type { ObservedIssue, ObservedPeople } from "../observed/observed-run.ts";
import type { Claim } from "../rights/index.ts";
import type { RunHandbook } from "../run-handbook.ts";
import type { RunState, TaskState } from "../state/task-state.ts";
import type { CommandName, WrittenCommand } from "./parse-commands.ts";

/** What a command may look at. */
export interface CommandContext {
  readonly written: WrittenCommand;
  readonly author: string;
  /** Database id of the writer; null when the account is gone. */
  readonly authorId: number | null;
  readonly at: Instant;
  /** Number of the comment it stands in. */
  readonly comment: number;
  readonly ledger: Ledger;
  readonly state: RunState;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly people: ObservedPeople;
  readonly run: ObservedIssue;
  /** The issue the comment stands on. */
  readonly issue: ObservedIssue;
  /** How many steps can still join the run before GitHub refuses more. */
  readonly roomForSteps: number;
  /** The step on whose issue the comment stands; nothing on the run's issue. */
  readonly here: TaskState | undefined;
  /** Every command, for `/help`. */
  readonly known: readonly CommandText[];
}

/** What a step command may look at: the step it is about, and the text after the step's name. */
export interface StepCommandContext extends CommandContext {
  readonly task: TaskState;
  readonly rest: string;
  /** What the writer is to this step, for commands that give rights away. */
  readonly claim: Claim;
  /** Whether a few words why are asked for, by the table of rights. */
  readonly needsReason: boolean;
}

/**
 * A fact to be added to the ledger, perhaps with something to know about it; a fact that takes the place of an earlier one; a
 * friendly no; an answer that changes nothing; or a word that nobody knows, which is answered once a person and run.
 */
export type CommandResult =
  | { readonly entry: NewEntry; readonly note?: Markdown | undefined }
  | { readonly entry: NewEntry; readonly takesBack: LedgerEntry }
  | { readonly refusal: Markdown }
  | { readonly answer: Markdown }
  | { readonly unknown: Markdown };

/** What `/help` says of a command. */
export interface CommandText {
  readonly scope: "step" | "run";
  readonly name: CommandName;
  /** The kinds of steps it is for; absent when it is for all. */
  readonly kinds?: readonly StepKind[];
  /** How it is written, for `/help`, with a day that could stand in it. */
  readonly usage: (day: CivilDate) => string;
  /** What it does, for `/help`. */
  readonly purpose: string;
}

/** A command about one step. Who may is asked of the table of rights before it is judged. On the run issue the step's id or issue number comes first. */
export interface StepCommand extends CommandText {
  readonly scope: "step";
  /** What is said where no right fits the kind of the step; a general sentence when left out. */
  readonly misplaced?: (context: StepCommandContext) => Markdown;
  readonly accept: (context: StepCommandContext) => CommandResult;
}

/** A command about the whole run. */
export interface RunCommand extends CommandText {
  readonly scope: "run";
  readonly accept: (context: CommandContext) => CommandResult;
}

export type Command = StepCommand | RunCommand;
