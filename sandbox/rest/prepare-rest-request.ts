import { type Authentication, authenticate } from "../auth/authenticate.ts";
import { type Answer, errorAnswer } from "../http/answer.ts";
import type { ApiMessage, ApiRequest, RefusedRequest } from "../http/api-request.ts";
import type { Actor } from "../state/types.ts";
import type { World } from "../world.ts";
import { checkRequest } from "./check-request.ts";
import { findOperation } from "./find-operation.ts";
import { appHandlers, handlers } from "./handlers.ts";
import { performRest } from "./perform-rest.ts";

/** Operations the App performs for itself, signing with its key. */
const forApp = new Set(Object.keys(appHandlers));

/** Understands a REST request: which operation, whether it fits GitHub's description, and who asks. */
export function prepareRestRequest(world: World, message: ApiMessage): ApiRequest | RefusedRequest {
  const { method, text, span } = message;
  const path = message.path.slice("/api/v3".length) || "/";
  const url = new URL(world.urls.api(path));
  const apiPath = url.pathname.slice(new URL(world.urls.api("")).pathname.length);
  const found = findOperation(method, apiPath);
  const base = { kind: "rest", method, path, operation: found?.id ?? "" } as const;
  const authentication = authenticate(world, message.authorization);
  const actor = authentication.as === "actor" ? authentication.actor : null;
  const refuse = (answer: Answer) => ({ ...base, actor, answer });

  if (found === undefined) return refuse(errorAnswer(501, notModelled(`${method} ${apiPath}`)));
  const handler = handlers[found.id] ?? appHandlers[found.id];
  if (handler === undefined) return refuse(errorAnswer(501, notModelled(found.id)));
  const denied = deny(authentication, found.id);
  if (denied !== null) return refuse(denied);
  if (text === null) return refuse(errorAnswer(413, "Payload too large"));
  const checked = checkRequest(found, url, text);
  if ("answer" in checked) return refuse(checked.answer);

  return {
    ...base,
    write: method !== "GET",
    actor,
    perform: ({ seen }) => {
      const state = method === "GET" ? seen : world.state;
      return performRest(found, handler, {
        act: { ...world.actAs(actor ?? appActor(world), span), state },
        world,
        context: { state, urls: world.urls },
        parameters: found.parameters,
        query: checked.query,
        body: checked.body,
        url,
        head: world.head,
      });
    },
  };
}

const notModelled = (what: string): string =>
  `The sandbox does not model ${what}; name it in sandbox/github-schema/operations.ts and add a handler.`;

function deny(authentication: Authentication, operationId: string): Answer | null {
  if (authentication.as === "nobody") return authentication.answer;
  const needsApp = forApp.has(operationId);
  if (needsApp && authentication.as !== "app")
    return errorAnswer(401, "A JSON web token could not be decoded");
  if (!needsApp && authentication.as === "app")
    return errorAnswer(
      401,
      "This endpoint requires a token of an installation or a person, not the App's own key",
    );
  return null;
}

const appActor = (world: World): Actor => world.credentials.actorFor(world.state.app.bot);
