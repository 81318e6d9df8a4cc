import type { GraphQLFieldResolver } from "graphql";
import type { GraphqlContext, TypeResolvers } from "./define-type.ts";
import { GraphqlRefusal } from "./graphql-refusal.ts";
import { mutations } from "./mutations/index.ts";
import { types } from "./types/index.ts";

const resolvers: Readonly<Record<string, TypeResolvers>> = { ...types, Mutation: mutations };

/**
 * Finds a field's value: from the resolvers of its type, or from a plain payload, edge or summary object.
 * A field the sandbox does not model is an error, never a silent null: GitHub would have answered something.
 */
export const resolveField: GraphQLFieldResolver<unknown, GraphqlContext> = (source, args, context, info) => {
  const typeName = info.parentType.name;
  if (typeName === "Mutation") context.strikes.mutation();
  else context.strikes.field();
  const fields = resolvers[typeName];
  const resolver =
    fields !== undefined && Object.hasOwn(fields, info.fieldName) ? fields[info.fieldName] : undefined;
  if (resolver !== undefined) return resolver(source, args, context);
  if (fields === undefined && source != null && Object.hasOwn(source, info.fieldName))
    return (source as Record<string, unknown>)[info.fieldName];
  throw new GraphqlRefusal(
    "NOT_MODELLED",
    `The sandbox does not model ${typeName}.${info.fieldName}; ask for less, or model it in sandbox/graphql.`,
  );
};
