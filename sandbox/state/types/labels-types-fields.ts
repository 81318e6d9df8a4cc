import type { Instant } from "./accounts.ts";

export interface Label {
  readonly id: number;
  readonly nodeId: string;
  name: string;
  color: string;
  description: string | null;
  readonly isDefault: boolean;
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface IssueType {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly description: string;
  readonly color: string;
  readonly createdAt: Instant;
}

export interface IssueFieldOption {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly color: string;
}

export interface IssueField {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly description: string;
  readonly dataType: "date" | "text" | "number" | "single_select";
  readonly options: readonly IssueFieldOption[];
  readonly createdAt: Instant;
}

/** A date is `YYYY-MM-DD`; a single select holds the option's database id. */
export type IssueFieldValue = string | number;
