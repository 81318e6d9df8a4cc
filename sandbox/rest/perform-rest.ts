import { type Answer, errorAnswer } from "../http/answer.ts";
import { allows } from "../state/permissions.ts";
import { Refusal } from "../state/refusal.ts";
import { restCheck } from "./description.ts";
import type { FoundOperation } from "./find-operation.ts";
import type { RestHandler, RestRequest } from "./rest-request.ts";

const statuses = {
  "not-found": 404,
  forbidden: 403,
  unprocessable: 422,
  validation: 422,
  gone: 410,
} as const;

/**
 * Runs the handler and checks its answer against GitHub's description. An answer outside of it is the sandbox's own
 * fault: it is answered 500, says why, and is remembered among the defects.
 */
export async function performRest(
  found: FoundOperation,
  handler: RestHandler,
  request: RestRequest,
): Promise<Answer> {
  const answer = await answerFrom(handler, request);
  const problems = checkAnswer(found, answer);
  if (problems.length === 0) return answer;
  const message = `The sandbox answered ${found.id} in a way GitHub does not describe: ${problems.join("; ")}`;
  request.world.defects.push(message);
  return errorAnswer(500, message);
}

async function answerFrom(handler: RestHandler, request: RestRequest): Promise<Answer> {
  try {
    checkRepository(request);
    return await handler(request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const byApp = error.kind === "forbidden" && request.act.actor.kind !== "user";
    const message = byApp ? "Resource not accessible by integration" : error.message;
    if (error.details.length === 0) return errorAnswer(statuses[error.kind], message);
    return errorAnswer(statuses[error.kind], "Validation Failed", { errors: error.details });
  }
}

/** One repository exists; another, or one that may not be read, is not found. */
function checkRepository({ parameters, act }: RestRequest): void {
  const { owner, repo, org } = parameters;
  const { repository } = act.state;
  const named = owner === undefined ? undefined : `${owner}/${repo}`.toLowerCase();
  if (
    named !== undefined &&
    (named !== repository.fullName.toLowerCase() || !allows(act.actor.permission, "read"))
  )
    throw new Refusal("not-found", "Not Found");
  const { owner: account } = repository;
  if (
    org !== undefined &&
    (org.toLowerCase() !== account.login.toLowerCase() || account.type !== "Organization")
  )
    throw new Refusal("not-found", "Not Found");
}

function checkAnswer({ id, operation }: FoundOperation, answer: Answer): string[] {
  const schema = operation.responses[String(answer.status)];
  if (schema === undefined) return answer.status < 400 ? [`status ${answer.status} is not described`] : [];
  if (schema === null)
    return answer.body === undefined || answer.status >= 400 ? [] : ["no body is described"];
  // What goes over the wire has no undefined values.
  const sent: unknown = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
  return restCheck(`${id} ${answer.status}`, schema)(sent);
}
