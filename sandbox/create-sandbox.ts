import { createCredentials } from "./auth/credentials.ts";
import { createCallLog } from "./calls.ts";
import { createHead } from "./create-head.ts";
import { createFaults } from "./faults.ts";
import { fetchApi } from "./http/fetch-api.ts";
import { handleRequest } from "./http/handle-request.ts";
import { moveClock } from "./http/move-clock.ts";
import { createRateLimits } from "./http/rate-limits.ts";
import type { Sandbox, SandboxOptions } from "./options.ts";
import { createState } from "./state/create-state.ts";
import { nextTick } from "./state/next-tick.ts";
import { toInstant } from "./state/to-instant.ts";
import type { Act, Actor, Span } from "./state/types.ts";
import { createUrls } from "./urls.ts";
import { createDeliveries } from "./webhooks/deliveries.ts";
import { sendWebhook } from "./webhooks/send-webhook.ts";
import type { World } from "./world.ts";

/** A local GitHub with one repository, held in memory; `handle` answers for it on any HTTP server. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { clock, basePath = "", webhook } = options;
  const state = createState(
    {
      repository: options.repository,
      ownerType: options.ownerType ?? "Organization",
      visibility: options.visibility ?? "public",
      users: options.users,
      organisationFeatures: options.organisationFeatures ?? { issueTypes: true, issueFields: true },
      appSlug: options.appSlug ?? "handrail",
      appPermissions: options.appPermissions ?? defaultAppPermissions,
    },
    toInstant(clock.now()),
  );
  const urls = createUrls(options.origin, basePath);
  const credentials = createCredentials(state);
  const faults = createFaults();
  const beginSpan = (): Span => ({ creations: 0, began: nextTick(state), ended: null });
  const endSpan = (span: Span): void => {
    span.ended = nextTick(state);
  };
  // Without a request, such as for a page, something happens in one moment.
  const moment = (): Span => ({ ...beginSpan(), ended: nextTick(state) });
  const actAs = (actor: Actor, span = moment()): Act => ({
    state,
    actor,
    now: toInstant(clock.now()),
    span,
  });
  const deliveries = createDeliveries({
    target: webhook ?? null,
    faults,
    now: () => toInstant(clock.now()),
    hookId: state.app.installationId,
    appId: state.app.id,
  });
  const world: World = {
    state,
    clock,
    urls,
    basePath,
    credentials,
    faults,
    deliveries,
    writeFiles: options.writeFiles ?? null,
    actAs,
    beginSpan,
    endSpan,
    calls: createCallLog(),
    limits: createRateLimits(options.limits ?? false),
    nav: options.nav ?? [],
    onClockMoved: options.onClockMoved ?? (async () => undefined),
    head: createHead(state, options.readFiles, (account) => actAs(credentials.actorFor(account))),
    defects: [],
  };
  state.listeners.push((event) => sendWebhook(event, { state, urls }, deliveries, world.defects));

  return {
    handle: (request, response) => handleRequest(world, request, response),
    fetch: (input, init) => fetchApi(world, input, init),
    idle: deliveries.idle,
    close: deliveries.close,
    tokens: credentials.tokens,
    app: {
      appId: state.app.id,
      installationId: state.app.installationId,
      get privateKey() {
        return credentials.privateKey();
      },
    },
    get links() {
      return { api: urls.api(""), graphql: urls.graphql(), web: urls.web("") };
    },
    calls: world.calls.list,
    resetCalls: world.calls.reset,
    deliveries: deliveries.list,
    addFaults: faults.add,
    clearFaults: faults.clear,
    moveClock: (iso) => moveClock(world, iso),
    state,
    defects: () => world.defects,
  };
}

const defaultAppPermissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "read",
} as const;
