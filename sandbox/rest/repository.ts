import { viewFullRepository } from "../views/view-repository.ts";
import { ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const repositoryHandlers: RestHandlers = {
  "repos/get": ({ act, context }) => ok(viewFullRepository(context, act.actor.permission)),

  "rate-limit/get": (request) => {
    const core = coreLimit(request);
    const search = { ...core, limit: 30, used: 0, remaining: 30 };
    return ok({ resources: { core, graphql: core, search }, rate: core });
  },
};

function coreLimit({ act, world }: RestRequest) {
  const { account, kind } = act.actor;
  return world.limits.status(account.login, kind, Date.parse(world.clock.now()), "core");
}
