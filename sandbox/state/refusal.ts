/** What kind of "no" GitHub gives; REST makes a status of it and GraphQL an error type. */
export type RefusalKind = "not-found" | "forbidden" | "unprocessable" | "validation" | "gone";

export interface RefusalDetail {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

/** GitHub's answer to a request that breaks one of its rules: an answer to the client, never our own fault. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly details: readonly RefusalDetail[];

  constructor(kind: RefusalKind, message: string, details: readonly RefusalDetail[] = []) {
    super(message);
    this.name = "Refusal";
    this.kind = kind;
    this.details = details;
  }
}
