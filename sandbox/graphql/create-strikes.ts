import { GraphqlRefusal } from "./graphql-refusal.ts";

/** Faults inside one document: what fails while the rest of it is answered. */
export interface Strikes {
  /** Called before a field of a mutation is carried out; throws when it is to fail. */
  readonly mutation: () => void;
  /** Called before any other field is answered; throws when GitHub has had enough. */
  readonly field: () => void;
}

/**
 * `failing` names fields of a mutation, counted from 1; `budget` says how many fields of a query are answered at most.
 * https://github.blog/changelog/2025-09-01-graphql-api-resource-limits/ describes answers in part.
 */
export function createStrikes(failing: readonly number[], budget: number | undefined): Strikes {
  let mutations = 0;
  let fields = 0;
  return {
    mutation: () => {
      mutations += 1;
      if (failing.includes(mutations))
        throw new GraphqlRefusal("SERVICE_UNAVAILABLE", "Something went wrong while executing your query.");
    },
    field: () => {
      fields += 1;
      if (budget !== undefined && fields > budget)
        throw new GraphqlRefusal(
          "RESOURCE_LIMITS_EXCEEDED",
          "Resource limits for this query exceeded; the answer is partial.",
        );
    },
  };
}
