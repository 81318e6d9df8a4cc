import type { Json } from "../github-schema/reachable-schemas.ts";
import { type Answer, errorAnswer } from "../http/answer.ts";
import { type OperationParameter, restCheck } from "./description.ts";
import type { FoundOperation } from "./find-operation.ts";
import { unknownKeys } from "./unknown-keys.ts";

export interface CheckedRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Checks parameters and body against GitHub's description, unknown ones included; or the answer for what is wrong. */
export function checkRequest(
  found: FoundOperation,
  url: URL,
  text: string,
): CheckedRequest | { readonly answer: Answer } {
  const query = Object.fromEntries(url.searchParams);
  const problems = [
    ...found.operation.parameters.flatMap((parameter) => checkParameter(found, parameter, query)),
    ...unknownParameters(found, query),
  ];
  if (problems.length > 0) return { answer: invalid(problems) };

  const body = parseBody(text);
  if (body === undefined) return { answer: errorAnswer(400, "Problems parsing JSON") };
  const bodyProblems = checkBody(found, body.value);
  return bodyProblems.length > 0 ? { answer: invalid(bodyProblems) } : { query, body: body.value };
}

function checkParameter(
  { id, parameters }: FoundOperation,
  parameter: OperationParameter,
  query: Readonly<Record<string, string>>,
): string[] {
  const { name, schema } = parameter;
  const text =
    parameter.in === "path" ? parameters[name] : parameter.in === "query" ? query[name] : undefined;
  if (text === undefined)
    return parameter.required && parameter.in !== "header" ? [`${name} is required`] : [];
  return restCheck(
    `${id} ${parameter.in} ${name}`,
    schema,
  )(coerce(text, schema)).map((problem) => `${name}: ${problem}`);
}

function unknownParameters({ operation }: FoundOperation, query: Readonly<Record<string, string>>): string[] {
  const known = operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return Object.keys(query)
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is no parameter of this operation (the sandbox refuses unknown ones)`);
}

function checkBody({ id, operation }: FoundOperation, value: unknown): string[] {
  if (operation.body === undefined)
    return value === undefined || isEmptyObject(value) ? [] : ["this operation takes no body"];
  if (value === undefined) return operation.bodyRequired === true ? ["a body is required"] : [];
  return [
    ...restCheck(`${id} body`, operation.body)(value),
    ...unknownKeys(operation.body, value).map(
      (key) => `${key} is no key of this operation's body (GitHub ignores it; the sandbox refuses)`,
    ),
  ];
}

/** Text from an address as the type its schema wants. */
function coerce(text: string, schema: Json): unknown {
  const type = (schema as { type?: Json } | null)?.type;
  if (type === "integer" || type === "number") return text.trim() === "" ? text : Number(text);
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

function parseBody(text: string): { value: unknown } | undefined {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const isEmptyObject = (value: unknown): boolean =>
  value !== null && typeof value === "object" && Object.keys(value).length === 0;

const invalid = (problems: readonly string[]): Answer =>
  errorAnswer(422, `Invalid request.\n\n${problems.join("\n")}`);
