/** A moment as GitHub writes it: ISO 8601 in UTC, whole seconds, such as `2026-03-02T08:00:00Z`. */
export type Instant = string;

/** What a person may do in the repository; "none" is somebody from outside. */
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export interface Account {
  readonly id: number;
  readonly nodeId: string;
  /** Changes when somebody takes another name; the id never does. */
  login: string;
  readonly name: string;
  readonly type: "User" | "Organization" | "Bot";
  readonly createdAt: Instant;
}

/** Who does something: a person, the installed App, or the token of an Actions job. */
export interface Actor {
  readonly account: Account;
  readonly permission: Permission;
  readonly kind: "user" | "app" | "actions";
}

export interface Repository {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly name: string;
  readonly fullName: string;
  visibility: "public" | "private";
  readonly defaultBranch: string;
  readonly createdAt: Instant;
}

export interface AppRegistration {
  readonly id: number;
  readonly nodeId: string;
  readonly slug: string;
  readonly installationId: number;
  readonly bot: Account;
  /** What its tokens may do, such as `issues: "write"`. */
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly createdAt: Instant;
}
