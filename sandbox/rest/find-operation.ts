import { decodeComponent } from "../http/decode-component.ts";
import { type Operation, restDescription } from "./description.ts";

export interface FoundOperation {
  readonly id: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly id: string;
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** These parameters may hold slashes: a file's path, and a ref such as `heads/main`. */
const greedy = ["/contents/{path}", "/git/ref/{ref}", "/git/refs/{ref}"];

let routes: readonly Route[] | undefined;

/** The described operation for a method and a path (without `/api/v3`), or undefined when none is described. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  routes ??= Object.entries(restDescription().description.operations).map(toRoute).sort(mostLiteralFirst);
  for (const { id, operation, pattern, names } of routes) {
    if (operation.method !== method) continue;
    const match = pattern.exec(path);
    if (match === null) continue;
    const parameters = names.map((name, at) => [name, decodeComponent(match[at + 1] ?? "") ?? ""]);
    return { id, operation, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}

function toRoute([id, operation]: [string, Operation]): Route {
  const names: string[] = [];
  const open = greedy.some((ending) => operation.path.endsWith(ending));
  const source = operation.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, (_all, name) => {
    names.push(String(name));
    return open && operation.path.endsWith(`{${name}}`) ? "(.*)" : "([^/]+)";
  });
  return { id, operation, names, pattern: new RegExp(`^${source}$`) };
}

// "/issues/comments" must win over "/issues/{issue_number}".
const mostLiteralFirst = (a: Route, b: Route): number =>
  a.names.length - b.names.length || b.operation.path.length - a.operation.path.length;
