import {
  type DocumentNode,
  execute,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import type { GraphqlContext } from "./define-type.ts";
import { measureQuery } from "./measure-query.ts";
import { resolveField } from "./resolve-field.ts";
import { githubSchema } from "./schema.ts";
import { toGithubError } from "./to-github-error.ts";
import { typeNameOf } from "./type-name-of.ts";

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string | null;
}

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

/** A document that fits the schema and is ready to run, or the errors GitHub gives for it. */
export type PreparedQuery =
  | {
      readonly document: DocumentNode;
      /** The first fields of the operation, such as `createIssue`, joined with commas. */
      readonly name: string;
      readonly isMutation: boolean;
      /** What GitHub charges for it. */
      readonly points: number;
    }
  | { readonly errors: readonly object[] };

/** Parses and validates against GitHub's schema, before anything is looked at. */
export function prepareGraphql(request: GraphqlRequest): PreparedQuery {
  const { document, errors } = readDocument(request.query);
  if (document === null) return { errors: errors.map((error) => toGithubError(error)) };
  const operation = chooseOperation(document, request.operationName);
  if (operation === undefined) {
    const message = "An operation name is required, and must name an operation of the document.";
    return { errors: [toGithubError(new GraphQLError(message))] };
  }
  const { nodes, points } = measureQuery(document, operation, request.variables ?? {});
  const refused = nodes > maximumNodes ? [...errors, tooManyNodes(nodes, operation)] : errors;
  if (refused.length > 0) return { errors: refused.map((error) => toGithubError(error)) };
  const fields = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? selection.name.value : "…",
  );
  return { document, name: fields.join(","), isMutation: operation.operation === "mutation", points };
}

const maximumNodes = 500_000;

function tooManyNodes(nodes: number, operation: OperationDefinitionNode): GraphQLError {
  const message = `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${maximumNodes}.`;
  return new GraphQLError(message, { nodes: operation });
}

/** Runs a prepared document; errors come in GitHub's shape, beside whatever data there is. */
export async function executeGraphql(
  document: DocumentNode,
  request: GraphqlRequest,
  context: GraphqlContext,
): Promise<GraphqlAnswer> {
  const result = await execute({
    schema: githubSchema(),
    document,
    contextValue: context,
    variableValues: request.variables ?? {},
    operationName: request.operationName ?? null,
    fieldResolver: resolveField,
    typeResolver: typeNameOf,
  });
  if (result.errors === undefined) return { data: result.data };
  return {
    ...(result.data !== undefined && { data: result.data }),
    errors: result.errors.map((error) => toGithubError(error, context.act.actor)),
  };
}

interface ReadDocument {
  /** Null when the query could not be parsed. */
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLError[];
}

// Clients send the same few documents over and over; checking them against so large a schema takes a while.
const known = new Map<string, ReadDocument>();
const keptDocuments = 200;

function readDocument(query: string): ReadDocument {
  const read = known.get(query) ?? parseAndValidate(query);
  if (known.size >= keptDocuments) known.clear();
  known.set(query, read);
  return read;
}

function parseAndValidate(query: string): ReadDocument {
  try {
    const document = parse(query, { maxTokens: 50_000 });
    return { document, errors: validate(githubSchema(), document) };
  } catch (error) {
    return { document: null, errors: [error as GraphQLError] };
  }
}

function chooseOperation(
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (name != null && name !== "") return operations.find((operation) => operation.name?.value === name);
  return operations.length === 1 ? operations[0] : undefined;
}
