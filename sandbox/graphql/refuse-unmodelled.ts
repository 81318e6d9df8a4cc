import { GraphqlRefusal } from "./graphql-refusal.ts";

/** Fails loudly when a mutation's input carries something GitHub would act on and the sandbox would not. */
export function refuseUnmodelled(mutation: string, input: object, keys: readonly string[]): void {
  const used = keys.find((key) => (input as Record<string, unknown>)[key] != null);
  if (used !== undefined)
    throw new GraphqlRefusal("NOT_MODELLED", `The sandbox does not model \`${used}\` of ${mutation}.`);
}
