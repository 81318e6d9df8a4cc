import { createCredentials } from "./auth/credentials.ts";
import { createCallLog } from "./calls.ts";
import { createHead } from "./create-head.ts";
import { createFaults } from "./faults.ts";
import { createHistory } from "./history.ts";
import { stateControls } from "./http/control-accounts.ts";
import { fetchApi } from "./http/fetch-api.ts";
import { handleRequest } from "./http/handle-request.ts";
import { moveClock } from "./http/move-clock.ts";
import { createRateLimits } from "./http/rate-limits.ts";
import type { Sandbox, SandboxOptions } from "./options.ts";
import { createState } from "./state/create-state.ts";
import { nextTick } from "./state/next-tick.ts";
import { toInstant } from "./state/to-instant.ts";
import type { Act, Actor, GitHubState, Instant, Span } from "./state/types.ts";
import { createUrls } from "./urls.ts";
import { createDeliveries } from "./webhooks/deliveries.ts";
import { sendWebhook } from "./webhooks/send-webhook.ts";
import type { World } from "./world.ts";

/** A local GitHub with one repository, held in memory; `handle` answers for it on any HTTP server. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const world = createWorld(options);
  const { state, credentials, deliveries, faults, urls, calls } = world;
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
    calls: calls.list,
    resetCalls: calls.reset,
    deliveries: deliveries.list,
    addFaults: faults.add,
    clearFaults: faults.clear,
    catchUp: world.history.catchUp,
    control: (name, body) => {
      const control = stateControls[`POST /sandbox/${name}`];
      if (control === undefined) throw new Error(`There is no control "${name}".`);
      return control(world, body);
    },
    moveClock: (iso) => moveClock(world, iso),
    state,
    defects: () => world.defects,
  };
}

/** Everything a request may need, with webhooks sent for all that happens. */
function createWorld(options: SandboxOptions): World {
  const { clock, basePath = "" } = options;
  const now = () => toInstant(clock.now());
  const state = stateOf(options, now());
  const urls = createUrls(options.origin, basePath);
  const credentials = createCredentials(state);
  const faults = createFaults();
  const deliveries = createDeliveries({
    target: options.webhook ?? null,
    faults,
    now,
    hookId: state.app.installationId,
    appId: state.app.id,
    settled: options.settled,
  });
  const spans = spansOf(state);
  const actAs = (actor: Actor, span = spans.moment()): Act => ({ state, actor, now: now(), span });
  const world: World = {
    state,
    clock,
    urls,
    basePath,
    credentials,
    faults,
    history: createHistory(state, faults),
    deliveries,
    writeFiles: options.writeFiles ?? null,
    actAs,
    beginSpan: spans.begin,
    endSpan: spans.end,
    calls: createCallLog(),
    limits: createRateLimits(options.limits ?? false),
    nav: options.nav ?? [],
    onClockMoved: options.onClockMoved ?? (async () => undefined),
    head: createHead(state, options.readFiles, (account) => actAs(credentials.actorFor(account))),
    defects: [],
  };
  const isTold = options.webhook?.isToldOf ?? (() => true);
  state.listeners.push((event) => {
    if (isTold(event.actor.account.login)) sendWebhook(event, { state, urls }, deliveries, world.defects);
  });
  return world;
}

function stateOf(options: SandboxOptions, now: Instant): GitHubState {
  return createState(
    {
      repository: options.repository,
      ownerType: options.ownerType ?? "Organization",
      visibility: options.visibility ?? "public",
      users: options.users,
      organisationFeatures: options.organisationFeatures ?? { issueTypes: true, issueFields: true },
      appSlug: options.appSlug ?? "handrail",
      appId: options.appId,
      appPermissions: options.appPermissions ?? defaultAppPermissions,
    },
    now,
  );
}

/** The lives of requests; without a request, such as for a page, something happens in one moment. */
function spansOf(state: GitHubState) {
  const begin = (): Span => ({ creations: 0, began: nextTick(state), ended: null });
  const end = (span: Span): void => {
    span.ended = nextTick(state);
  };
  const moment = (): Span => ({ ...begin(), ended: nextTick(state) });
  return { begin, end, moment };
}

const defaultAppPermissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "read",
} as const;
