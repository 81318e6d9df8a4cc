import type { CivilDate, WorkCalendar } from "../../core/calendar/index.ts";
import type { Handbook, ProcessDefinition, ProcessId, Publish, RoleId } from "../../core/definition/index.ts";
import type { HandbookActivity, MeasureFrame, RunRecord } from "../../core/metrics/index.ts";
import type { Commit } from "../../disk/index.ts";
import type { OwnPageTexts } from "../markdown/own-page-texts.ts";
import type { ProcessTexts } from "../markdown/process-texts.ts";
import type { Brand } from "./brand.ts";
import type { ProcessPage } from "./process-page.ts";
import type { RolePage } from "./role-page.ts";
import type { SiteSettings } from "./settings.ts";

/** A commit that changed a process file, with what it meant. */
export interface MeantCommit extends Commit {
  /** Sentences of plain text; empty where that is not known, or the change is too old to be shown. */
  readonly meaning: readonly string[];
}

/** A process with its instructions as HTML and its flow as SVG. */
export interface SiteProcess {
  readonly definition: ProcessDefinition;
  /** Names what the definition, the texts and the flow were made from. */
  readonly key: string;
  readonly texts: ProcessTexts;
  /** The flow as SVG text. */
  readonly flow: string;
  /** The commits that changed its file, newest first; empty without git. */
  readonly history: readonly MeantCommit[];
  /**
   * What its text means that is in the folder and in no commit yet, as sentences; empty where that is not known, absent where it is as
   * committed.
   */
  readonly notCommitted?: readonly string[] | undefined;
}

/** A page of the handbook's own. */
export interface OwnPage {
  /** Its address under the base path is `pages/ID/`. */
  readonly id: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly texts: OwnPageTexts;
}

/** What a site is made from: plain data, which can be sent between threads. */
export interface SiteData {
  readonly settings: SiteSettings;
  readonly handbook: Handbook;
  /** What of people and runs it shows; the rest is not in it. */
  readonly shows: Publish;
  readonly processes: ReadonlyMap<ProcessId, SiteProcess>;
  /** The handbook's own pages by id, in order of their file names. */
  readonly ownPages: ReadonlyMap<string, OwnPage>;
  /** Every run that is recorded, newest first. */
  readonly runs: readonly RunRecord[];
  /** What people do about the handbook itself, as far as it is known. */
  readonly activity: HandbookActivity;
  /** When the bot last looked at every run; absent when it never did. */
  readonly lastSweepAt?: string | undefined;
  /** When the record of runs was written; absent while there is none. */
  readonly runsWrittenAt?: string | undefined;
}

/** Everything pages are made from. What is worked out is worked out once, when it is first asked for. */
export interface Site extends SiteData {
  readonly data: SiteData;
  /** The page of a process, which files for machines need too. */
  readonly pageOf: (subject: SiteProcess) => ProcessPage;
  /** The pages of all roles, which files for machines need too. */
  readonly rolePages: () => ReadonlyMap<RoleId, RolePage>;
  /** What runs are measured with on the day the site is made. Pages take it from here: to make one needs the holidays of the world. */
  readonly measureFrame: () => MeasureFrame;
  readonly calendar: WorkCalendar;
  /** What a person is called: their name where people.yml has it and people are shown, else the login. */
  readonly nameOf: (login: string) => string;
  /** How it looks like its company. */
  readonly brand: Brand;
  /** The day the site is built, in the handbook's time zone. */
  readonly today: CivilDate;
}
