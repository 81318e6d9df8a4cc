import { Refusal } from "../state/refusal.ts";
import { viewRepository } from "../views/view-repository.ts";
import { paginate } from "./paginate.ts";
import type { RestHandlers } from "./rest-request.ts";

export const installationHandlers: RestHandlers = {
  "apps/list-repos-accessible-to-installation": (request) => {
    if (request.act.actor.kind !== "app")
      throw new Refusal("forbidden", "Resource not accessible by integration");
    const { state } = request.act;
    return paginate(
      request,
      [state.repository],
      () => viewRepository(request.context),
      (repositories) => ({ total_count: 1, repository_selection: "selected", repositories }),
    );
  },
};
