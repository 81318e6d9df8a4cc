import type { IncomingMessage, ServerResponse } from "node:http";
import { handleAsset } from "../pages/handle-asset.ts";
import { handleForm } from "../pages/handle-form.ts";
import type { World } from "../world.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import { stateControls } from "./control-accounts.ts";
import { isSameOrigin } from "./is-trusted.ts";
import { moveClock } from "./move-clock.ts";
import { parseFaultRules } from "./parse-fault-rules.ts";
import { sendAnswer } from "./send-answer.ts";
import { summarise } from "./summarise.ts";

type Control = (world: World, body: unknown) => Answer | Promise<Answer>;

const ok = (body: unknown): Answer => ({ status: 200, body });

const controls: Readonly<Record<string, Control>> = {
  "GET /sandbox/calls": (world) => ok(world.calls.list()),
  "POST /sandbox/calls/reset": (world) => {
    world.calls.reset();
    return ok({});
  },
  "GET /sandbox/clock": (world) => ok({ now: world.clock.now() }),
  "POST /sandbox/clock": async (world, body) => {
    const now = (body as { now?: unknown } | null)?.now;
    if (typeof now !== "string" || Number.isNaN(Date.parse(now)))
      return errorAnswer(
        422,
        `Unexpected now ${JSON.stringify(now)}, expected {"now": "2026-03-02T08:00:00Z"}.`,
      );
    await moveClock(world, now);
    return ok({ now: world.clock.now() });
  },
  "GET /sandbox/state": (world) => ok(summarise(world)),
  "GET /sandbox/defects": (world) => ok(world.defects),
  "POST /sandbox/idle": async (world) => {
    await world.deliveries.idle();
    return ok({});
  },
  "POST /sandbox/faults": (world, body) => {
    try {
      world.faults.add(parseFaultRules(body));
      return ok({});
    } catch (error) {
      return errorAnswer(422, (error as Error).message);
    }
  },
  "DELETE /sandbox/faults": (world) => {
    world.faults.clear();
    return ok({});
  },
};

/** The controls of people and issues, each answering what it did, or 422 with what was expected. */
const ofState: Readonly<Record<string, Control>> = Object.fromEntries(
  Object.entries(stateControls).map(([name, act]) => [
    name,
    (world: World, body: unknown) => {
      try {
        return ok(act(world, body));
      } catch (error) {
        return errorAnswer(422, (error as Error).message);
      }
    },
  ]),
);

/** Everything below `/sandbox/`: the controls for tests and tools, and what the web pages are made of. */
export async function handleControl(
  world: World,
  path: string,
  text: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(path, "http://sandbox");
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  const send = (answer: Answer) => sendAnswer(world, answer, response);
  if (request.method !== "GET" && !isSameOrigin(request))
    return send(errorAnswer(403, "This came from a page of another site"));
  if (text === null) return send(errorAnswer(413, "Payload too large"));
  if (request.method === "POST" && isForm) return await handleForm(world, pathname, text, request, response);
  if (request.method === "GET" && handleAsset(world, pathname, response)) return;

  const known = { ...controls, ...ofState };
  const control = known[`${request.method} ${pathname}`];
  if (control === undefined)
    return send(errorAnswer(404, `Unexpected control, expected one of ${Object.keys(known).join(", ")}.`));
  const body = parse(text);
  if (body === undefined) return send(errorAnswer(400, "Problems parsing JSON"));
  send(await control(world, body.value));
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: text === "" ? null : JSON.parse(text) };
  } catch {
    return undefined;
  }
}
