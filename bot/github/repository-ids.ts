export interface UserIds {
  readonly id: string;
  readonly databaseId: number | null;
}

/** GitHub's node ids of what a run refers to by name; the domain knows only the names. */
export interface RepositoryIds {
  readonly repository: string;
  /** Labels by name. */
  readonly labels: Map<string, string>;
  /** People that can be assigned, by login in lower case: node id, and database id where GitHub tells one. */
  readonly users: Map<string, UserIds>;
  /** Issues and comments by number and node id, as the run was observed. */
  readonly issues: Map<number, string>;
  /** The organisation's type for steps, and its date field for due dates; absent where there is none. */
  readonly stepType: string | undefined;
  readonly dueField: string | undefined;
}
